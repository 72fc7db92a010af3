import type { Reason } from '../../reason';
import { setting, settingIn } from '../../settingName';

/** What can be wrong with the fields of a document, or worth a warning. */
export const documentReasons = { dateUnreadable, otherAddressesInComment };

function dateUnreadable(date: string | undefined): Reason {
	return {
		code: 'ORDER_DATE_UNREADABLE',
		message: `its creation date "${date ?? ''}" cannot be read.`,
		fix: `Pass the order on as ${setting('orders.getAll')} returns it; dates look like "Tue, 05 Mar 2019 21:40:11 +0000".`,
	};
}

function otherAddressesInComment(addresses: number): Reason {
	return {
		code: 'OTHER_ADDRESSES_IN_COMMENT',
		message: `it ships to ${addresses} addresses; the document ships to the first, the others are in its comment.`,
		fix: `Ship by the comment, or hold such orders with ${settingIn('import.eligibility.severalAddresses')}.`,
		details: { addresses },
	};
}

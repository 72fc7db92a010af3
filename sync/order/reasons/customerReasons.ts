import type { Reason } from '../../reason';
import { setting } from '../../settingName';
import type { CustomerRule } from '../settings';

/** Why a customer cannot be told. */
export const customerReasons = { ambiguous, nameless };

const WORDS: Record<CustomerRule, string> = {
	email: 'e-mail',
	nameAndAddress: 'name and address',
	companyAndPostalCode: 'company and postal code',
	name: 'name',
};

/** @param company shown where the rule looks at it; never a person's name or e-mail */
function ambiguous(customerIds: number[], by: CustomerRule, company: string): Reason {
	const shown = by === 'companyAndPostalCode' ? ` (${company})` : '';
	return {
		code: 'CUSTOMER_AMBIGUOUS',
		message: `${customerIds.length} SOS customers have the ${WORDS[by]} of this order${shown}.`,
		fix: 'Archive or merge the duplicates in SOS Inventory, or change their details so that one is left.',
		details: { by, customerIds },
	};
}

function nameless(): Reason {
	return {
		code: 'CUSTOMER_NAMELESS',
		message: 'it has neither a name, a company nor an e-mail.',
		fix: `Enter a name in the order's billing address, or let ${setting('import.customers.walkIns')} book such orders on one customer.`,
	};
}

import type { Reason } from '../../reason';
import type { CustomerMatchRule } from '../settings';

/** Why a customer cannot be told. */
export const customerReasons = { ambiguous };

const WORDS: Record<CustomerMatchRule, string> = {
	email: 'e-mail',
	companyAndPostalCode: 'company and postal code',
	name: 'name',
};

/** @param company shown where the rule looks at it; never a person's name or e-mail */
function ambiguous(customerIds: number[], by: CustomerMatchRule, company: string): Reason {
	const shown = by === 'companyAndPostalCode' ? ` (${company})` : '';
	return {
		code: 'CUSTOMER_AMBIGUOUS',
		message: `${customerIds.length} SOS customers have the ${WORDS[by]} of this order${shown}.`,
		fix: 'Archive or merge the duplicates in SOS Inventory, or change their details so that one is left.',
		details: { by, customerIds },
	};
}

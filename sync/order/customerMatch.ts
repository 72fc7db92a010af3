import type { Reason } from '../reason';
import { sameText } from '../sameText';
import { textLimits } from '../textLimits';
import type { CustomerMatch } from './customer';
import type { CustomerMatchRule } from './settings';
import type { SosCustomer } from './sosCustomer';

export type CustomerMatchResult =
	| { kind: 'match'; customer: SosCustomer; by: CustomerMatchRule }
	| { kind: 'none' }
	| { kind: 'several'; reason: Reason };

/**
 * Finds the customer of an order among candidates, such as the answers to look-ups by e-mail and by name.
 * The first rule that finds anyone decides. Several by e-mail or company come down to the one of the same
 * name, if there is one; otherwise a person has to say. Two people may share a name: a customer
 * with another e-mail is not matched by name. Archived customers, and those QuickBooks marked as
 * deleted, are not used.
 */
export function matchCustomer(candidates: SosCustomer[], wanted: CustomerMatch): CustomerMatchResult {
	const usable = candidates.filter(({ name, archived }) => !archived && !/\bdeleted\b/i.test(name ?? ''));
	for (const by of wanted.by) {
		const found = uniqueById(usable.filter((customer) => matchesBy[by](customer, wanted)));
		const [only] =
			found.length > 1 ? found.filter((customer) => sameFilledText(customer.name, wanted.name)) : found;
		const isOne =
			found.length === 1 || found.filter(({ name }) => sameFilledText(name, wanted.name)).length === 1;
		if (isOne) return { kind: 'match', customer: only, by };
		if (found.length > 1) return { kind: 'several', reason: several(found, by, wanted) };
	}
	return { kind: 'none' };
}

const matchesBy: Record<CustomerMatchRule, (customer: SosCustomer, wanted: CustomerMatch) => boolean> = {
	email: ({ email }, wanted) => sameFilledText(email, wanted.email),
	companyAndPostalCode: ({ companyName, billing, shipping }, wanted) =>
		sameFilledText(companyName, wanted.company) &&
		[billing, shipping].some((address) => samePostalCode(address?.postalCode, wanted.postalCode)),
	name: ({ name, email }, wanted) =>
		sameFilledText(name, wanted.name) &&
		(!email?.trim() || !wanted.email || sameFilledText(email, wanted.email)),
};

/** The name with a number behind it, if it is taken. Case does not count, as in QuickBooks. At most 100 characters. */
export function uniqueCustomerName(name: string, taken: Iterable<string>): string {
	const used = new Set([...taken].map((one) => one.trim().toLowerCase()));
	const limit = textLimits.customerName;
	let candidate = name.slice(0, limit).trim();
	for (let count = 2; used.has(candidate.toLowerCase()); count++) {
		const suffix = ` (${count})`;
		candidate = name.slice(0, limit - suffix.length).trim() + suffix;
	}
	return candidate;
}

function sameFilledText(left: string | null | undefined, right: string): boolean {
	return right.trim() !== '' && sameText(left, right);
}

function samePostalCode(left: string | null | undefined, right: string): boolean {
	return sameFilledText((left ?? '').replace(/[\s-]/g, ''), right.replace(/[\s-]/g, ''));
}

function uniqueById(customers: SosCustomer[]): SosCustomer[] {
	return [...new Map(customers.map((customer) => [customer.id, customer])).values()];
}

function several(found: SosCustomer[], by: CustomerMatchRule, wanted: CustomerMatch): Reason {
	const what = { email: 'e-mail', companyAndPostalCode: 'company and postal code', name: 'name' }[by];
	return {
		code: 'CUSTOMER_AMBIGUOUS',
		message: `${found.length} SOS customers have the ${what} of this order${by === 'companyAndPostalCode' ? ` (${wanted.company})` : ''}.`,
		fix: 'Archive or merge the duplicates in SOS Inventory, or change their details so that one is left.',
		details: { by, customerIds: found.map(({ id }) => id) },
	};
}

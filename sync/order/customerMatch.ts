import type { Reason } from '../reason';
import { plainText, sameText } from '../sameText';
import { textLimits } from '../textLimits';
import type { CustomerMatch } from './customer';
import { customerReasons } from './reasons/customerReasons';
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
	const usable = candidates.filter(({ name, archived }) => !archived && !/\bdeleted\b/.test(plainText(name)));
	for (const by of wanted.by) {
		const found = uniqueById(usable.filter((customer) => MATCHES_BY[by](customer, wanted)));
		const [only] =
			found.length > 1 ? found.filter((customer) => sameText(customer.name, wanted.name)) : found;
		const isOne = found.length === 1 || found.filter(({ name }) => sameText(name, wanted.name)).length === 1;
		if (isOne) return { kind: 'match', customer: only, by };
		if (found.length > 1) {
			const ids = found.map(({ id }) => id);
			return { kind: 'several', reason: customerReasons.ambiguous(ids, by, wanted.company) };
		}
	}
	return { kind: 'none' };
}

const MATCHES_BY: Record<CustomerMatchRule, (customer: SosCustomer, wanted: CustomerMatch) => boolean> = {
	email: ({ email }, wanted) => isGiven(wanted.email) && sameText(email, wanted.email),
	companyAndPostalCode: ({ companyName, billing, shipping }, wanted) =>
		isGiven(wanted.company) &&
		isGiven(wanted.postalCode) &&
		sameText(companyName, wanted.company) &&
		[billing, shipping].some((address) => samePostalCode(address?.postalCode, wanted.postalCode)),
	name: ({ name, email }, wanted) =>
		isGiven(wanted.name) &&
		sameText(name, wanted.name) &&
		(!isGiven(email) || !isGiven(wanted.email) || sameText(email, wanted.email)),
};

/** The name with a number behind it, if it is taken. Case does not count, as in QuickBooks. At most 100 characters. */
export function uniqueCustomerName(name: string, taken: Iterable<string>): string {
	const used = new Set([...taken].map(plainText));
	const limit = textLimits.customerName;
	let candidate = name.slice(0, limit).trim();
	for (let count = 2; used.has(plainText(candidate)); count++) {
		const suffix = ` (${count})`;
		candidate = name.slice(0, limit - suffix.length).trim() + suffix;
	}
	return candidate;
}

/** An empty text is nothing to look for. */
function isGiven(text: string | null | undefined): boolean {
	return plainText(text) !== '';
}

/** People write it with and without the space or hyphen in it. */
function samePostalCode(left: unknown, right: unknown): boolean {
	const bare = (code: unknown) => plainText(code).replace(/[\s-]/g, '');
	return bare(left) === bare(right);
}

function uniqueById(customers: SosCustomer[]): SosCustomer[] {
	return [...new Map(customers.map((customer) => [customer.id, customer])).values()];
}

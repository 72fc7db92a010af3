import { uniqBy } from 'lodash';
import type { Reason } from '../reason';
import { plainText } from '../sameText';
import type { CustomerMatch } from './customer';
import { isMarkedDeleted, nameKey, nameKeyWithoutNumber } from './customerName';
import { emailsDiffer, emailsIn, shareEmail } from './email';
import { customerReasons } from './reasons/customerReasons';
import { sameCompanyAndPostalCode, sameStreet } from './samePlace';
import type { CustomerRule } from './settings';
import type { SosCustomer } from './sosCustomer';

export type CustomerMatchResult =
	| { kind: 'match'; customer: SosCustomer; by: CustomerRule }
	| { kind: 'none' }
	| { kind: 'several'; reason: Reason };

/**
 * Finds the customer of an order among candidates, such as the answers to look-ups by e-mail and by name.
 * The first rule that finds anyone decides. Several by one rule come down to the one of the same
 * name, if there is one; otherwise a person has to say. Two people may share a name or a company: a customer
 * with another e-mail is found by neither. Archived customers, and those QuickBooks marked as
 * deleted, are not used.
 */
export function matchCustomer(candidates: SosCustomer[], wanted: CustomerMatch): CustomerMatchResult {
	const usable = candidates.filter(isUsable);
	for (const by of wanted.by) {
		const fitting = usable.filter((customer) => MATCHES_BY[by](customer, wanted));
		const found = uniqBy(fitting, ({ id }) => id);
		const namesakes = found.filter((customer) => isNamesake(customer, wanted));
		const [only, ...others] = found.length > 1 ? namesakes : found;
		if (only !== undefined && others.length === 0) return { kind: 'match', customer: only, by };
		if (found.length > 1) {
			const ids = found.map(({ id }) => id);
			return { kind: 'several', reason: customerReasons.ambiguous(ids, by, wanted.company) };
		}
	}
	return { kind: 'none' };
}

/**
 * The customer that would be created, if one of the candidates is it already: the name as it would have been
 * given, with or without a number behind it, and the same e-mail, or none on both. This keeps creating safe to
 * repeat, and gives a shopper without an e-mail whose name is taken no new number with each order.
 */
export function alreadyCreated(
	candidates: SosCustomer[],
	create: { name: string; email?: string },
): SosCustomer | undefined {
	const name = nameKeyWithoutNumber(create.name);
	return candidates.find(
		(customer) =>
			isUsable(customer) &&
			nameKeyWithoutNumber(customer.name) === name &&
			plainText(customer.email) === plainText(create.email),
	);
}

/**
 * The customer as the orders behind have to see it. Whoever has no e-mail address in SOS and was found by name
 * is from then on the shopper with the address of this order, and not also another one of the same name. An
 * account that bears the company's name is for everybody who buys for it.
 */
export function takenBy(customer: SosCustomer, wanted: CustomerMatch): SosCustomer {
	const isOpen = emailsIn(customer.email).length === 0 && wanted.email !== '';
	const isCompanys = wanted.company !== '' && nameKey(customer.name).includes(nameKey(wanted.company));
	return isOpen && !isCompanys ? { ...customer, email: wanted.email } : customer;
}

/** Whether documents may be booked on the customer. */
export function isUsable({ name, archived }: Pick<SosCustomer, 'name' | 'archived'>): boolean {
	return !archived && !isMarkedDeleted(name);
}

const MATCHES_BY: Record<CustomerRule, (customer: SosCustomer, wanted: CustomerMatch) => boolean> = {
	email: ({ email }, wanted) => shareEmail(email, wanted.email),
	nameAndAddress: (customer, wanted) =>
		nameKeyWithoutNumber(customer.name) === nameKeyWithoutNumber(wanted.name) &&
		sameStreet(customer, wanted.address),
	companyAndPostalCode: (customer, wanted) =>
		sameCompanyAndPostalCode(customer, wanted) && !emailsDiffer(customer.email, wanted.email),
	name: (customer, wanted) => isNamesake(customer, wanted) && !emailsDiffer(customer.email, wanted.email),
};

function isNamesake({ name }: SosCustomer, wanted: CustomerMatch): boolean {
	return nameKey(wanted.name) !== '' && nameKey(name) === nameKey(wanted.name);
}

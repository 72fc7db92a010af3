import { plainText, sameText } from '../sameText';
import type { SosDocumentAddress, SosReference, SosSalesDocument } from './salesDocument';
import type { WrittenAddress, WrittenCustomer, WrittenDocument } from './writtenDocument';

/**
 * Tells whether a document is for another customer: by id, which a new name does not change, or by name where
 * no id was sent.
 *
 * @returns the difference, as part of a sentence; undefined when they may be the same
 */
export function otherCustomer({ customer }: SosSalesDocument, written: WrittenDocument): string | undefined {
	const { id, names } = written.customer;
	if (!isOtherCustomer(customer, written.customer)) return undefined;
	return `customer ${nameOf({ id, name: names.at(0) })} instead of ${nameOf(customer)}`;
}

/**
 * Tells whether a document of the same customer is for another shopper: one customer may stand for many. The
 * addresses, as far as both have them, must not name another one.
 *
 * @returns the difference, as part of a sentence; undefined when nothing tells them apart
 */
export function otherAddress(planned: SosSalesDocument, written: WrittenDocument): string | undefined {
	for (const kind of ['billing', 'shipping'] as const) {
		const own = planned[kind];
		const isOther = own && isOtherAddress(own, written[kind]);
		// The shipping address only decides where there is no billing address to compare.
		if (isOther !== undefined) return isOther ? `another ${kind} address` : undefined;
	}
	return undefined;
}

function isOtherCustomer(planned: SosReference, { id, names }: WrittenCustomer): boolean {
	if (planned.id !== undefined && id !== undefined) return planned.id !== id;
	return (
		planned.name !== undefined && names.length > 0 && !names.some((name) => sameText(name, planned.name))
	);
}

/**
 * By e-mail where both have one. Otherwise both who and where must differ: people correct a street or a name
 * on a document.
 *
 * @returns undefined when there is nothing to compare
 */
function isOtherAddress(planned: SosDocumentAddress, written: WrittenAddress): boolean | undefined {
	const { email, contact, company, address } = planned;
	const byEmail = differs(email, written.email);
	if (byEmail !== undefined) return byEmail;
	const who = differInAll([
		[contact, written.contact],
		[company, written.company],
	]);
	const where = differInAll([
		[address.line1, written.line1],
		[address.postalCode, written.postalCode],
	]);
	return who === undefined || where === undefined ? (who ?? where) : who && where;
}

/** Whether none of the pairs is equal; undefined when there is no pair. */
function differInAll(pairs: Array<[string | undefined, string | undefined]>): boolean | undefined {
	const compared = pairs.map(([left, right]) => differs(left, right)).filter((one) => one !== undefined);
	return compared.length === 0 ? undefined : compared.every(Boolean);
}

/** Spaces and punctuation do not count: SOS may tidy what it is given. */
function differs(left: string | undefined, right: string | undefined): boolean | undefined {
	const [one, other] = [left, right].map((text) => plainText(text).replace(/[\s.,-]+/g, ' '));
	return one === '' || other === '' ? undefined : one !== other;
}

function nameOf({ id, name }: SosReference): string {
	return name === undefined ? `id ${id}` : `"${name}"`;
}

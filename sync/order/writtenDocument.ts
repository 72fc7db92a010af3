import { fromDecimal } from '../money';
import type { ItemLine } from './itemSums';
import type { AddressedPlan } from './plan';

/** What was sent, or would be: as much of the plan as comparing takes. */
export type SentPlan = Pick<AddressedPlan, 'document'> & {
	totalCheck: Pick<AddressedPlan['totalCheck'], 'currency'>;
};

/** The amounts in the header of a document that count in its total. */
export const HEADER_AMOUNTS = ['taxAmount', 'discountAmount', 'shippingAmount'] as const;

export type HeaderAmount = (typeof HEADER_AMOUNTS)[number];

/** The parts of a document that SOS may change on every document alike. */
export type DocumentPart = HeaderAmount | 'lines' | 'total';

/** What of a document that SOS returned is compared. */
export interface WrittenDocument extends Partial<Record<HeaderAmount, number>> {
	id?: number;
	/** As SOS writes it, starting with `YYYY-MM-DD`. */
	date?: string;
	customerPO?: string;
	customer: WrittenCustomer;
	billing: WrittenAddress;
	shipping: WrittenAddress;
	/** Minor units, like the amounts; undefined when SOS sent no total. */
	total?: number;
	lines: ItemLine[];
}

/** Undefined, and without a name, where SOS does not say. */
export interface WrittenCustomer {
	id?: number;
	/** Its name and full name. */
	names: string[];
}

/** The parts of an address that tell whose it is. */
export interface WrittenAddress {
	email?: string;
	contact?: string;
	company?: string;
	line1?: string;
	postalCode?: string;
}

/**
 * Reads a document whatever the case of its keys, which differs between SOS's answers. What is not of its type counts as
 * not sent: then the document differs from what was sent.
 */
export function readWritten(answer: unknown, decimals: number): WrittenDocument {
	const fields = byLowerCase(answer);
	const minor = (name: string) => {
		const amount = numberOf(fields.get(name));
		return amount === undefined ? undefined : fromDecimal(amount, decimals);
	};
	const lines = fields.get('lines');
	return {
		id: numberOf(fields.get('id')),
		date: textOf(fields.get('date')),
		customerPO: textOf(fields.get('customerpo')),
		customer: readCustomer(fields.get('customer')),
		billing: readAddress(fields.get('billing')),
		shipping: readAddress(fields.get('shipping')),
		total: minor('total'),
		taxAmount: minor('taxamount'),
		discountAmount: minor('discountamount'),
		shippingAmount: minor('shippingamount'),
		lines: Array.isArray(lines) ? lines.map(readLine) : [],
	};
}

/** The item is an object, or its id alone. */
function readLine(line: unknown): ItemLine {
	const fields = byLowerCase(line);
	const item = fields.get('item');
	const reference = typeof item === 'object' ? byLowerCase(item) : new Map([['id', item]]);
	return {
		item: { id: numberOf(reference.get('id')) ?? NaN, name: textOf(reference.get('name')) ?? '' },
		quantity: numberOf(fields.get('quantity')) ?? NaN,
	};
}

/** Some references come back as the id alone, others as a plain name. */
function readCustomer(customer: unknown): WrittenCustomer {
	if (typeof customer === 'number') return { id: customer, names: [] };
	if (typeof customer === 'string') return { names: filled(customer) };
	const fields = byLowerCase(customer);
	return {
		id: numberOf(fields.get('id')),
		names: [fields.get('name'), fields.get('fullname')].flatMap((name) => filled(textOf(name))),
	};
}

/** Documents nest where somebody lives below who it is. */
function readAddress(address: unknown): WrittenAddress {
	const who = byLowerCase(address);
	const where = byLowerCase(who.get('address'));
	return {
		email: textOf(who.get('email')),
		contact: textOf(who.get('contact')),
		company: textOf(who.get('company')),
		line1: textOf(where.get('line1')),
		postalCode: textOf(where.get('postalcode')),
	};
}

function filled(text: string | undefined): string[] {
	return text === undefined || text.trim() === '' ? [] : [text];
}

/** A number, or its text. */
function numberOf(value: unknown): number | undefined {
	const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

function textOf(value: unknown): string | undefined {
	return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

function byLowerCase(record: unknown): Map<string, unknown> {
	const isRecord = typeof record === 'object' && record !== null;
	return new Map(
		Object.entries(isRecord ? record : {}).map(([key, value]) => [key.toLowerCase(), value as unknown]),
	);
}

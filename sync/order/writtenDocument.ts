import { fromDecimal } from '../money';
import type { AddressedPlan } from './plan';
import type { SosReference } from './salesDocument';

/** What was sent, or would be: as much of the plan as comparing takes. */
export type SentPlan = Pick<AddressedPlan, 'document'> & {
	totalCheck: Pick<AddressedPlan['totalCheck'], 'currency'>;
};

/** What of a document that SOS returned is compared. */
export interface WrittenDocument {
	id?: number;
	/** As SOS writes it, starting with `YYYY-MM-DD`. */
	date?: string;
	customerPO?: string;
	/** Minor units; undefined when SOS sent no total. */
	total?: number;
	lines: WrittenLine[];
}

export interface WrittenLine {
	item: SosReference;
	/** NaN when SOS sent none. */
	quantity: number;
}

/**
 * Reads a document whatever the case of its keys, which differs between SOS's answers. What is not of its type counts as
 * not sent: then the document differs from what was sent.
 */
export function readWritten(answer: unknown, decimals: number): WrittenDocument {
	const fields = byLowerCase(answer);
	const total = numberOf(fields.get('total'));
	const lines = fields.get('lines');
	return {
		id: numberOf(fields.get('id')),
		date: textOf(fields.get('date')),
		customerPO: textOf(fields.get('customerpo')),
		...(total !== undefined && { total: fromDecimal(total, decimals) }),
		lines: Array.isArray(lines) ? lines.map(readLine) : [],
	};
}

/** The ids of the items on a document that SOS returned. */
export function itemsOn(answer: unknown): Array<number | undefined> {
	return readWritten(answer, 0).lines.map(({ item }) => item.id);
}

/** The item is an object, or its id alone. */
function readLine(line: unknown): WrittenLine {
	const fields = byLowerCase(line);
	const item = fields.get('item');
	const reference = typeof item === 'object' ? byLowerCase(item) : new Map([['id', item]]);
	return {
		item: { id: numberOf(reference.get('id')) ?? NaN, name: textOf(reference.get('name')) ?? '' },
		quantity: numberOf(fields.get('quantity')) ?? NaN,
	};
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

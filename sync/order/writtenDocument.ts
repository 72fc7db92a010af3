import { fromDecimal } from '../money';
import type { SosReference, SosSalesDocument } from './salesDocument';
import type { TotalCheck } from './totalCheck';

/** The part of a `SalesDocumentPlan` that comparing takes. */
export interface WrittenPlan {
	document: SosSalesDocument;
	totalCheck: Pick<TotalCheck, 'currency'>;
}

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
	quantity: number;
}

/** Reads a document whatever the case of its keys, which differs between SOS's answers. */
export function readWritten(answer: object, decimals: number): WrittenDocument {
	const fields = byLowerCase(answer);
	const total = Number(fields.get('total') ?? NaN);
	const lines = fields.get('lines');
	return {
		id: fields.get('id') as number | undefined,
		date: (fields.get('date') as string | null | undefined) ?? undefined,
		customerPO: (fields.get('customerpo') as string | null | undefined) ?? undefined,
		...(Number.isFinite(total) && { total: fromDecimal(total, decimals) }),
		lines: Array.isArray(lines) ? lines.map(readLine) : [],
	};
}

/** The item is an object, or its id alone. */
function readLine(line: unknown): WrittenLine {
	const fields = byLowerCase(line);
	const item = fields.get('item');
	const reference = typeof item === 'object' ? byLowerCase(item) : new Map([['id', item]]);
	return {
		item: { id: Number(reference.get('id') ?? NaN), name: String(reference.get('name') ?? '') },
		quantity: Number(fields.get('quantity') ?? NaN),
	};
}

function byLowerCase(record: unknown): Map<string, unknown> {
	return new Map(Object.entries(record ?? {}).map(([key, value]) => [key.toLowerCase(), value as unknown]));
}

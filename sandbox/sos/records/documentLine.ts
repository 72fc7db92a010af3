import { decimal, group, rows, text } from '../reading/fields';
import { lineItem, reference } from '../reading/references';

/** The writable fields that lines of all kinds of document have, in the casing payloads have. */
export const documentLineFields = {
	id: decimal,
	lineNumber: decimal,
	item: lineItem,
	description: text(),
	class: reference('classes'),
	job: reference('jobs'),
	workcenter: reference('workcenters'),
	uom: reference('uoms'),
	bin: reference('bins'),
	lot: text(),
	serials: rows({ serial: text() }),
};

export const linkedTransaction = group({
	id: decimal,
	transactionType: text(),
	refNumber: text(),
	lineNumber: decimal,
});

export type TransactionLink = NonNullable<ReturnType<typeof linkedTransaction>>;

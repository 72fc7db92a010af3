import { decimalsOf } from '../currencies';
import { toText } from '../money';
import type { Reason } from '../reason';
import { documentTotal } from './totalCheck';
import { readWritten, type WrittenPlan } from './writtenDocument';

/**
 * Compares a document with SOS's answer to the POST: SOS drops lines whose item it does not know, and
 * may compute another total. The document exists by then; the reason is to be shown, not to be retried on.
 * @param plan what was sent
 * @param answer `data` of the answer; its keys are read whatever their case
 */
export function compareWithWritten(plan: WrittenPlan, answer: object): Reason | undefined {
	const { document: planned } = plan;
	const decimals = decimalsOf(plan.totalCheck.currency);
	const written = readWritten(answer, decimals);
	const total = documentTotal(planned, decimals);
	const linesDiffer = written.lines.length !== planned.lines.length;
	const totalDiffers = written.total !== undefined && written.total !== total;
	if (!linesDiffer && !totalDiffers) return undefined;
	const sentTotal = toText(total, decimals);
	const writtenTotal = written.total === undefined ? 'none' : toText(written.total, decimals);
	return {
		code: linesDiffer ? 'WRITTEN_LINES_DIFFER' : 'WRITTEN_TOTAL_DIFFERS',
		message: `${planned.number}: sent with ${planned.lines.length} lines and a total of ${sentTotal}, but SOS Inventory has ${written.lines.length} lines and a total of ${writtenTotal}.`,
		fix: 'Open the document in SOS Inventory and correct it, or delete it and run this order again once the cause is found. It is not created a second time.',
		details: {
			id: written.id,
			number: planned.number,
			sentLines: planned.lines.length,
			writtenLines: written.lines.length,
			sentTotal,
			writtenTotal,
		},
	};
}

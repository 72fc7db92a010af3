import { decimalsOf } from '../currencies';
import { toText } from '../money';
import type { Reason } from '../reason';
import { writtenReasons } from './reasons/writtenReasons';
import { documentTotal } from './totalCheck';
import { readWritten, type SentPlan } from './writtenDocument';

/**
 * Compares a document with SOS's answer to the POST: SOS drops lines whose item it does not know, and
 * may compute another total. The document exists by then; the reason is to be shown, not to be retried on.
 * @param sent what was sent
 * @param answer `data` of the answer; its keys are read whatever their case
 */
export function compareWithWritten(sent: SentPlan, answer: unknown): Reason | undefined {
	const { document } = sent;
	const decimals = decimalsOf(sent.totalCheck.currency);
	const written = readWritten(answer, decimals);
	const total = documentTotal(document, decimals);
	const linesDiffer = written.lines.length !== document.lines.length;
	const totalDiffers = written.total !== undefined && written.total !== total;
	if (!linesDiffer && !totalDiffers) return undefined;
	const compared = {
		id: written.id,
		number: document.number,
		sentLines: document.lines.length,
		writtenLines: written.lines.length,
		sentTotal: toText(total, decimals),
		writtenTotal: written.total === undefined ? 'none' : toText(written.total, decimals),
	};
	return linesDiffer ? writtenReasons.linesDiffer(compared) : writtenReasons.totalDiffers(compared);
}

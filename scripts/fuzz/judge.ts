import type { RunOutcome } from './bench';
import type { Case } from './cases';
import { leaksIn, rawErrors } from './look';
import { strangeWrites } from './strangeWrites';
import { writesIn } from './writes';

/** What must never be, by the id of its figure, and what it is called. */
export const measures = {
	rawErrors: 'Raw errors shown to a user',
	hangs: 'Runs that hung past the timeout',
	redirectsFollowed: 'Redirects followed',
	tokensSeen: 'Tokens in outputs, errors or static data',
	wrongWrites: 'Writes that the unspoiled run would not have made',
	endlessLists: 'Lists without an end',
} as const;

export type Measure = keyof typeof measures;

export interface Finding {
	measure: Measure;
	/** What was seen. */
	text: string;
}

/** How much later than its timeout a request may end, on a busy machine. An answer that never ends would take far longer. */
const LATE_MS = 4000;

/** What is wrong with a run, but for redirects that were followed: they are counted where they lead. */
export function judge({ target, lostTexts }: Case, outcome: RunOutcome, timeoutMs: number): Finding[] {
	const { seen, log, hasHung, secrets } = outcome;
	const late = log.waits.filter((ms) => ms > timeoutMs + LATE_MS);
	const wrong = strangeWrites(writesIn(log.exchanges), target.usual.writes, lostTexts);
	return [
		...rawErrors(seen).map((text) => finding('rawErrors', text)),
		...(hasHung ? [finding('hangs', 'The run did not end')] : []),
		...late.map((ms) => finding('hangs', `A request was waited for ${Math.round(ms)} ms`)),
		...leaksIn(seen, secrets).map((path) => finding('tokensSeen', path)),
		...wrong.map((write) => finding('wrongWrites', JSON.stringify(write))),
		...(log.isEndless ? [finding('endlessLists', `${log.exchanges.length} requests and more`)] : []),
	];
}

function finding(measure: Measure, text: string): Finding {
	return { measure, text: text.slice(0, 300) };
}

import { endpointOf } from './exchange';
import type { CaseResult } from './fuzzer';
import type { Finding } from './judge';

/** A run as the parent counts it. */
export interface RunReport {
	id: string;
	kind: string;
	/** What was spoiled. */
	title: string;
	findings: Finding[];
}

export function reportOf({ case: { id, kind, title, target }, findings }: CaseResult): RunReport {
	const { subject, exchange } = target;
	return { id, kind, title: `${subject.name}: ${endpointOf(exchange.question)}: ${title}`, findings };
}

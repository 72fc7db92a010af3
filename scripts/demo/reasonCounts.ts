import { countBy, uniqBy } from 'lodash';
import type { IDataObject } from 'n8n-workflow';
import type { Reason } from '../../sync/reason';

/** How many items left a node with the same reason, and the words of the first of them. */
export interface ReasonCount {
	code: string;
	message: string;
	count: number;
}

/** Counts what was held or skipped by the code of its `reason`, most frequent first. */
export function countReasons(items: IDataObject[]): ReasonCount[] {
	const reasons = items.map(({ reason }) => reason as unknown as Reason);
	const counts = countBy(reasons, 'code');
	return uniqBy(reasons, 'code')
		.map(({ code, message }) => ({ code, message, count: counts[code] }))
		.sort((one, other) => other.count - one.count);
}

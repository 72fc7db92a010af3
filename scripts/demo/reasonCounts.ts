import { groupBy, sumBy } from 'lodash';
import type { IDataObject } from 'n8n-workflow';
import type { Reason } from '../../sync/reason';

/** How many items left a node with the same reason, and the words of the first of them. */
export interface ReasonCount {
	code: string;
	message: string;
	count: number;
}

/** Counts what was held or skipped by the code of its `reason`, most frequent first. An item may stand for several. */
export function countReasons(items: IDataObject[]): ReasonCount[] {
	const reasonOf = ({ reason }: IDataObject) => reason as unknown as Reason;
	return Object.values(groupBy(items, (item) => reasonOf(item).code))
		.map((alike) => {
			const { code, message } = reasonOf(alike[0]);
			return { code, message, count: sumBy(alike, ({ count }) => Number(count ?? 1)) };
		})
		.sort((one, other) => other.count - one.count);
}

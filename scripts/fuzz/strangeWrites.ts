import { get, isEqual, isEqualWith, isPlainObject, union } from 'lodash';
import type { Write } from './writes';

/**
 * Writes that a run without spoiled answers would not have made. Those that change nothing when they come
 * again may do so.
 *
 * @param lostTexts texts that were missing in an answer: what is written may lack them, too
 */
export function strangeWrites(writes: Write[], usual: Write[], lostTexts: string[] = []): Write[] {
	const left = [...usual];
	return writes.filter((write) => {
		const among = (isMeant: (body: unknown) => boolean) =>
			left.findIndex(({ to, body }) => to === write.to && isMeant(body));
		const equal = among((body) => isEqual(body, write.body));
		// One that lacks a text is like several others: it takes the place of none that is there itself.
		const same = equal >= 0 ? equal : among((body) => isSame(body, write.body, lostTexts));
		if (same >= 0 && !write.isRepeatable) left.splice(same, 1);
		return same < 0;
	});
}

function isSame(usual: unknown, written: unknown, lostTexts: string[]): boolean {
	if (isEqual(usual, written)) return true;
	if (lostTexts.length === 0) return false;
	return isEqualWith(usual, written, (one: unknown, other: unknown) => {
		if (typeof one === 'string' && lostTexts.some((text) => one.includes(text)) && isTextOrNone(other))
			return true;
		// Keys that are not there count as keys without a value.
		if (isPlainObject(one) && isPlainObject(other)) {
			const keys = union(Object.keys(one as object), Object.keys(other as object));
			return keys.every((key) => isSame(get(one, [key]), get(other, [key]), lostTexts));
		}
		return undefined;
	});
}

/** Nothing, or a text in which nothing stands for what is not there. */
function isTextOrNone(value: unknown): boolean {
	if (typeof value === 'string') return !/\b(undefined|null|NaN)\b|\[object /.test(value);
	return value === undefined || value === null;
}

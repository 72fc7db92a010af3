import { get, isEqual, isEqualWith, isPlainObject, union } from 'lodash';
import type { Write } from './writes';

/**
 * Writes that a run without spoiled answers would not have made. Those that change nothing when they come
 * again may do so.
 *
 * @param lostText a text that was missing in an answer: what is written may lack it, too
 */
export function strangeWrites(writes: Write[], usual: Write[], lostText?: string): Write[] {
	const left = [...usual];
	return writes.filter((write) => {
		const same = left.findIndex(({ to, body }) => to === write.to && isSame(body, write.body, lostText));
		if (same >= 0 && !write.isRepeatable) left.splice(same, 1);
		return same < 0;
	});
}

function isSame(usual: unknown, written: unknown, lostText: string | undefined): boolean {
	if (isEqual(usual, written)) return true;
	if (lostText === undefined) return false;
	return isEqualWith(usual, written, (one: unknown, other: unknown) => {
		if (typeof one === 'string' && one.includes(lostText) && isTextOrNone(other)) return true;
		// Keys that are not there count as keys without a value.
		if (isPlainObject(one) && isPlainObject(other)) {
			const keys = union(Object.keys(one as object), Object.keys(other as object));
			return keys.every((key) => isSame(get(one, [key]), get(other, [key]), lostText));
		}
		return undefined;
	});
}

function isTextOrNone(value: unknown): boolean {
	return value === undefined || value === null || typeof value === 'string';
}

import { isObject } from 'lodash';
import type { Seen } from './subjects/subject';

/** Words of JavaScript and of its libraries, which mean nothing to a shop-keeper. */
const RAW =
	/Cannot (read|set|convert|destructure|access|use)\b|is not (a function|iterable|defined|a constructor)|\bundefined\b|\[object |Unexpected (token|end of|non-whitespace)|is not valid JSON|Invalid (time value|array length|URL|count)|Maximum call stack|out of range|(Type|Range|Syntax|Reference)Error|\bat [^\n]*\.[jt]s:\d/;

/** Classes of errors that nobody meant to show. */
const RAW_NAMES = [
	'TypeError',
	'RangeError',
	'SyntaxError',
	'ReferenceError',
	'AxiosError',
	'AssertionError',
];

/** Fields that hold texts for a user; all others hold records of the services. */
const TEXTS = new Set(['message', 'description', 'fix', 'error', 'warning', 'hint']);

/** Raw errors among what a user gets to read: the error of the run, and messages in its outputs. */
export function rawErrors({ error, given }: Seen): string[] {
	const texts = [...textsIn(error), ...textsIn(given)].filter((text) => RAW.test(text));
	const names = [error, ...errorsIn(given)].map(nameOf).filter((name) => RAW_NAMES.includes(name));
	return [...new Set([...texts, ...names])];
}

/** Where a secret stands in anything that a run leaves behind, its errors with all that hangs on them. */
export function leaksIn({ error, given, staticData }: Seen, secrets: string[]): string[] {
	const found: string[] = [];
	// A part of a secret is one, too: a message may have been cut in the middle of it.
	const parts = secrets.flatMap((secret) => [secret.slice(0, 12), secret.slice(-12)]);
	walk({ error, given, staticData }, (text, path) => {
		if (parts.some((part) => text.includes(part))) found.push(path);
	});
	return found;
}

function textsIn(value: unknown): string[] {
	const texts: string[] = [];
	walk(value, (text, path) => {
		if (TEXTS.has(path.slice(path.lastIndexOf('.') + 1))) texts.push(text);
	});
	return texts;
}

function errorsIn(given: unknown): unknown[] {
	if (!isObject(given)) return [];
	const runs = Object.values(given).flat() as Array<{ error?: unknown } | null>;
	return runs.map((run) => run?.error).filter(Boolean);
}

function nameOf(error: unknown): string {
	if (!isObject(error)) return '';
	const { name, cause } = error as { name?: unknown; cause?: unknown };
	const causeName = nameOf(cause);
	return RAW_NAMES.includes(causeName) ? causeName : String(name ?? '');
}

/** Visits every text, with those fields of an error that are not enumerable. */
function walk(value: unknown, visit: (text: string, path: string) => void): void {
	const seen = new Set<unknown>();
	const into = (one: unknown, path: string) => {
		if (typeof one === 'string') return visit(one, path);
		if (!isObject(one) || seen.has(one)) return;
		seen.add(one);
		const hidden = one instanceof Error ? ['message', 'stack', 'cause', 'description', 'context'] : [];
		for (const key of new Set([...Object.keys(one), ...hidden])) {
			into((one as Record<string, unknown>)[key], `${path}.${key}`);
		}
	};
	into(value, '');
}

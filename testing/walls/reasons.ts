import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from './files';
import { literalsIn } from './literals';
import type { Breach } from './breach';

const page = 'docs/reasons.md';

/** Where codes are those of the network. */
const isOfNetwork = (path: string) => path.startsWith('nodes/shared/request/');

/** Reasons without a row on the page of reasons, rows no code gives, and codes with two rows. */
export function undocumentedReasons(root: string): Breach[] {
	const codes = reasonCodes(root);
	const rows = documentedReasons(root);
	return [
		...[...codes]
			.filter(([code]) => !rows.includes(code))
			.map(([code, place]) => ({ place, what: `${code} has no row in ${page}` })),
		...rows
			.filter((code) => !codes.has(code))
			.map((code) => ({ place: page, what: `nothing gives ${code}: take its row out` })),
		...rows
			.filter((code, index) => rows.indexOf(code) !== index)
			.map((code) => ({ place: page, what: `${code} has two rows` })),
	];
}

/** Texts of several words in upper snake case, and of one word after `code:`; with a place where each is given. */
export function reasonCodes(root: string): Map<string, string> {
	const files = filesIn(root, ['nodes', 'sync'], ['.ts']).filter(({ path }) => !isOfNetwork(path));
	const several = files
		.flatMap(literalsIn)
		.filter(({ kind, value }) => kind === 'text' && /^[A-Z]+(_[A-Z]+)+$/.test(value));
	const single = files.flatMap(({ path, text }) =>
		[...text.matchAll(/\bcode: '([A-Z]+)'/g)].map(([, value]) => ({ value, place: path })),
	);
	return new Map([...several, ...single].map(({ value, place }) => [value, place]));
}

/** The codes of the rows, from top to bottom. */
export function documentedReasons(root: string): string[] {
	return readFileSync(join(root, page), 'utf8')
		.split('\n')
		.flatMap((row) => /^\| `([A-Z_]+)` \|(.+)\|(.+)\|$/.exec(row)?.[1] ?? []);
}

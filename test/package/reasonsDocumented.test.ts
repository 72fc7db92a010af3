import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const sourceOf = (room: string) =>
	readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.ts'))
		.map((file) => readFileSync(join(root, room, file), 'utf8'))
		.join('\n');
const source = sourceOf('sync') + sourceOf('nodes');

/** The network's own codes. */
const notReasons = ['EAI_AGAIN'];

/** Texts of several words in upper snake case, and of one after `code:`. */
const codes = new Set(
	[...source.matchAll(/'([A-Z]+(?:_[A-Z]+)+)'|\bcode: '([A-Z]+)'/g)]
		.map(([, several, one]) => several ?? one)
		.filter((code) => !notReasons.includes(code)),
);
const rows = readFileSync(join(root, 'docs/reasons.md'), 'utf8')
	.split('\n')
	.flatMap((row) => /^\| `([A-Z_]+)` \|(.+)\|(.+)\|$/.exec(row)?.[1] ?? []);

it.each([...codes])('%s has a row in docs/reasons.md', (code) => expect(rows).toContain(code));

it('each row is of a code that something gives, and no code has two', () => {
	expect(rows).toEqual([...new Set(rows)]);
	expect(rows.filter((code) => !codes.has(code))).toEqual([]);
	expect(rows.length).toBeGreaterThan(90);
});

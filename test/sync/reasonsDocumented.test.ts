import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const sourcesIn = (room: string) =>
	readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.ts'))
		.map((file) => readFileSync(join(root, room, file), 'utf8'));
const sources = sourcesIn('sync');
const rows = readFileSync(join(root, 'docs/reasons.md'), 'utf8')
	.split('\n')
	.flatMap((row) => /^\| `([A-Z_]+)` \|(.+)\|(.+)\|$/.exec(row)?.slice(1, 2) ?? []);

/** Every text in upper snake case after `code:`, the two branches of a condition included. */
const codes = new Set(
	sources.flatMap((source) =>
		[...source.matchAll(/\bcode:([^,]+),/g)].flatMap(([, value]) =>
			[...value.matchAll(/'([A-Z][A-Z_]+)'/g)].map(([, code]) => code),
		),
	),
);

it('finds the codes', () => expect(codes.size).toBeGreaterThan(40));

it.each([...codes])('%s has a row in docs/reasons.md', (code) => expect(rows).toContain(code));

it('documents no code twice', () => expect(rows).toEqual([...new Set(rows)]));

it('documents no code that nothing gives', () => {
	const everything = [...sources, ...sourcesIn('nodes')].join('\n');
	expect(rows.filter((code) => !everything.includes(`'${code}'`))).toEqual([]);
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../..');

test('every stock reason has its row in docs/reasons.md, and every row its reason', () => {
	const folder = join(ROOT, 'sync/stock');
	const source = readdirSync(folder)
		.map((file) => readFileSync(join(folder, file), 'utf8'))
		.join('\n');
	const docs = readFileSync(join(ROOT, 'docs/reasons.md'), 'utf8');
	const codes = (text: string, code: RegExp) =>
		[...new Set([...text.matchAll(code)].map(([, found]) => found))].sort();
	expect(codes(docs, /^\| `(STOCK_[A-Z_]+)`/gm)).toEqual(codes(source, /'(STOCK_[A-Z_]+)'/g));
});

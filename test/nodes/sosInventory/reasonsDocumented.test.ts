import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../..');

test('every reason of the SOS Inventory node has its row in docs/reasons.md', () => {
	const folder = join(ROOT, 'nodes/SosInventory/writing');
	const source = readdirSync(folder)
		.map((file) => readFileSync(join(folder, file), 'utf8'))
		.join('\n');
	const docs = readFileSync(join(ROOT, 'docs/reasons.md'), 'utf8');
	const documented = new Set([...docs.matchAll(/^\| `([A-Z_]+)`/gm)].map(([, code]) => code));
	const given = [...source.matchAll(/'([A-Z]+(?:_[A-Z]+)*)'/g)].map(([, code]) => code);
	expect(given).toEqual(expect.arrayContaining(['SETTING_NOT_FOUND', 'UNFORESEEN', 'SOS_BUSY']));
	expect(given.filter((code) => !documented.has(code))).toEqual([]);
});

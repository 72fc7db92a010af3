import { resolve } from 'node:path';
import { documentedReasons, reasonCodes, undocumentedReasons } from '../../testing/walls/reasons';

const root = resolve(__dirname, '../..');

it('each reason has its row in docs/reasons.md, each row its reason, and no code has two', () => {
	expect(undocumentedReasons(root)).toEqual([]);
	expect(documentedReasons(root).sort()).toEqual([...reasonCodes(root).keys()].sort());
	expect(documentedReasons(root).length).toBeGreaterThan(90);
});

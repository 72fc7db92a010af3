import { driftReport, whoMoved } from '../../../sync/stock/drift';
import { stockKey } from '../../../sync/stock/lastPushed';
import { planStock } from '../../../sync/stock/planStock';
import { shopRow, sos, sosItem } from './rows';

test.each([
	['neither', 5, 5, 5],
	['sos', 7, 5, 5],
	['shop', 5, 4, 5],
	['shop', 5, undefined, 5],
	['both', 7, 4, 5],
	['both', 7, 7, 5],
	['unknown', 7, 4, undefined],
	['unknown', 7, undefined, undefined],
	['neither', 7, 7, undefined],
] as const)('%s moved: SOS %p, shop %p, last pushed %p', (moved, sosFigure, shopFigure, lastPushed) => {
	expect(whoMoved(sosFigure, shopFigure, lastPushed)).toBe(moved);
});

test('the report holds every figure that disagrees, in on-hand units, and no other', () => {
	const shop = [
		shopRow('MUG', 5),
		shopRow('CUP', 9, { safetyStock: 2 }),
		shopRow('POT', 3, { tracking: 'product' }),
	];
	const source = sos(sosItem('MUG', 5), sosItem('CUP', 8), sosItem('POT', 4));
	const { writes } = planStock({ source, shop, settings: { write: 'all' } });
	const lastPushed = new Map([
		[1, new Map(writes.map(({ identity }, n) => [stockKey(identity) as number, [5, 10, 4][n]]))],
	]);
	expect(driftReport(writes, lastPushed)).toEqual([
		expect.objectContaining({ sku: 'CUP', sos: 10, shop: 9, lastPushed: 10, moved: 'shop' }),
		expect.objectContaining({ sku: 'POT', sos: 4, shop: 3, lastPushed: 4, moved: 'shop' }),
	]);
	expect(driftReport(writes, new Map()).map(({ sku, moved }) => [sku, moved])).toEqual([
		['CUP', 'unknown'],
		['POT', 'unknown'],
	]);
});

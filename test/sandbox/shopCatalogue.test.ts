import { generateCatalogue } from '../../sandbox/shop/catalogue';
import { matchingItems } from '../../sandbox/shop/matching';

describe('made-up catalogue', () => {
	const catalogue = generateCatalogue({ seed: 1, items: 150 });

	it('is the same for the same seed and others for another', () => {
		expect(generateCatalogue({ seed: 1, items: 150 })).toEqual(catalogue);
		expect(generateCatalogue({ seed: 2, items: 150 })).not.toEqual(catalogue);
	});

	it.each([1, 7, 150, 10_000])(
		'holds exactly %i items with SKUs that differ whatever their case',
		(items) => {
			const made = generateCatalogue({ seed: 4, items });
			const skus = made.map(({ sku }) => sku.toLowerCase()).filter((sku) => sku !== '');
			expect(made).toHaveLength(items);
			expect(new Set(skus).size).toBe(skus.length);
		},
	);

	it('holds every way in which the two systems can disagree', () => {
		const has = (test: (item: (typeof catalogue)[number]) => boolean) =>
			expect(catalogue.some(test)).toBe(true);
		has(({ sos }) => sos === null);
		has(({ sku, sos }) => sos !== null && sos.sku !== sku && sos.sku.toUpperCase() === sku);
		has(({ sku, sos }) => sos !== null && sos.sku !== sku && sos.sku.trim() === sku);
		has(({ sku }) => sku.includes(','));
		has(({ sku }) => sku.includes('Ü'));
		has(({ sku }) => sku === '');
		has(({ sos }) => sos?.sku === '');
		has(({ sos }) => sos?.archived === true);
		has(({ sos }) => sos?.updateBigCommerce === false);
		has(({ sos }) => sos?.type === 'Item Group' && sos.components?.length === 2);
		has(({ sos }) => !Number.isInteger(sos?.onhand ?? 0));
		has(({ sos }) => (sos?.onhand ?? 0) < 0);
		has(({ tracking }) => tracking === 'none');
		has(({ tracking, variantOptions }) => tracking === 'variant' && variantOptions !== undefined);
	});

	it('counts a SKU that SOS has twice as matching neither of the two', () => {
		const repeated = catalogue.find(({ sos }) => sos?.duplicateOf !== undefined);
		const matching = matchingItems(catalogue);
		expect(matching.some(({ sku }) => sku === repeated?.sos?.duplicateOf)).toBe(false);
		expect(matching).not.toContain(repeated);
		expect(matching.length).toBeGreaterThan(100);
	});
});

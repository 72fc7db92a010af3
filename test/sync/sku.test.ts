import { isTooLong, keyOf, looseKey, shopKey, skuText, skuTooLong } from '../../sync/sku';
import { indexBySku, matchLine } from '../../sync/skuMatching';

it.each([
	['MUG', 'MUG'],
	[' MUG ', ' MUG '],
	[4711, '4711'],
	[0, '0'],
	[1e21, '1000000000000000000000'],
	[0.5, '0.5'],
	['', undefined],
	['  ', undefined],
	[null, undefined],
	[undefined, undefined],
	[NaN, undefined],
	[true, undefined],
	[{ sku: 'MUG' }, undefined],
	[['MUG'], undefined],
])('reads %j as the SKU %j', (value, sku) => {
	expect(skuText(value)).toBe(sku);
});

it('gives the same key to SKUs whose differences do not count', () => {
	expect(keyOf(' Mug', {})).toBe(' Mug');
	expect(keyOf(' Mug', { ignoreCase: true })).toBe(' mug');
	expect(keyOf(' Mug', { ignoreOuterSpaces: true })).toBe('Mug');
	expect(looseKey(' Mug')).toBe('mug');
	expect(shopKey(' Mug')).toBe(' mug');
});

it('takes SKUs of up to 255 characters', () => {
	expect([255, 256].map((length) => isTooLong('x'.repeat(length)))).toEqual([false, true]);
	const { code, message } = skuTooLong('x'.repeat(100_000));
	expect(code).toBe('SKU_TOO_LONG');
	expect(message).toContain('100000 characters');
	expect(message.length).toBeLessThan(200);
});

it('matches a SKU that came as a number, and says of one that is too long that it is', () => {
	const index = indexBySku([{ id: 1, name: 'Mug', sku: '4711', type: 'Inventory Item' }]);
	const line = { id: 7, product_id: 1, quantity: 1 };
	expect(matchLine({ ...line, sku: 4711 as unknown as string }, index).item?.id).toBe(1);
	expect(matchLine({ ...line, sku: 'x'.repeat(256) }, index).reason).toMatchObject({
		code: 'SKU_TOO_LONG',
		details: { lineId: 7 },
	});
});

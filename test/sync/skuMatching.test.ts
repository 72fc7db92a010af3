import { indexBySku, matchLine, matchOrder, type SkuMatchOptions } from '../../sync/skuMatching';
import type { SosItem } from '../../sync/sosItem';

function item(id: number, sku: string | null, fields: Partial<SosItem> = {}): SosItem {
	return { id, name: `Item ${id}`, sku, type: 'Inventory Item', ...fields };
}

function match(sku: string, items: SosItem[], options?: SkuMatchOptions) {
	return matchLine({ id: 7, product_id: 1, name: 'Mug', sku, quantity: 1 }, indexBySku(items, options));
}

it('finds the one item with the same SKU', () => {
	const mug = item(1, 'MUG', {
		fullname: 'Kitchen:Mug',
		description: 'A mug',
		taxable: true,
		class: { id: 3, name: 'Retail' },
		minimumPrice: '4.5',
		onhand: 11,
	});
	expect(match('MUG', [mug, item(2, 'MUG-2')])).toEqual({
		packSize: 1,
		item: {
			id: 1,
			name: 'Kitchen:Mug',
			sku: 'MUG',
			type: 'Inventory Item',
			description: 'A mug',
			taxable: true,
			class: { id: 3, name: 'Retail' },
			minimumPrice: 4.5,
		},
	});
});

it.each([
	['no SKU', '  ', [item(1, 'MUG')], 'SKU_MISSING'],
	['nothing', 'MUG', [item(1, 'CUP'), item(2, ''), item(3, null)], 'SKU_NOT_FOUND'],
	['two items', 'MUG', [item(1, 'MUG'), item(2, 'MUG')], 'SKU_AMBIGUOUS'],
	['an archived item', 'MUG', [item(1, 'MUG', { archived: true })], 'ITEM_ARCHIVED'],
	['a category', 'MUG', [item(1, 'MUG', { type: 'Category' })], 'ITEM_NOT_SELLABLE'],
])('gives a reason for %s', (_what, sku, items, code) => {
	expect(match(sku, items).reason).toMatchObject({ code, details: { lineId: 7 } });
});

it.each(['Item Group', 'Kit', 'Assembly', 'Service', 'Non-inventory'])('matches items of type %s', (type) => {
	expect(match('MUG', [item(1, 'MUG', { type })]).item?.id).toBe(1);
});

it('passes over an archived item when another has the SKU', () => {
	expect(match('MUG', [item(1, 'MUG', { archived: true }), item(2, 'MUG')]).item?.id).toBe(2);
});

describe('SKUs that differ only in capital letters or spaces', () => {
	const items = [item(1, ' Mug ')];

	it('do not match, but are suggested', () => {
		const { reason } = match('MUG', items);
		expect(reason).toMatchObject({ code: 'SKU_NOT_FOUND', details: { nearSku: ' Mug ', nearItemId: 1 } });
		expect(reason?.message).toContain('SOS has " Mug "');
	});

	it.each([
		[{ ignoreCase: true }, undefined],
		[{ ignoreOuterSpaces: true }, undefined],
		[{ ignoreCase: true, ignoreOuterSpaces: true }, 1],
	])('match by %p', (options, id) => expect(match('MUG', items, options).item?.id).toBe(id));

	it('are ambiguous, unless one of them is exact', () => {
		const both = [item(1, 'Mug'), item(2, 'mug')];
		expect(match('MUG', both, { ignoreCase: true }).reason?.code).toBe('SKU_AMBIGUOUS');
		expect(match('mug', both, { ignoreCase: true }).item?.id).toBe(2);
	});
});

describe('aliases', () => {
	const options = {
		aliases: [
			{ shopSku: 'MUG-6', sosSku: 'MUG', packSize: 6 },
			{ shopSku: 'TASSE', sosSku: 'MUG' },
		],
	};

	it('name the item and the size of the pack', () => {
		expect(match('MUG-6', [item(1, 'MUG')], options)).toMatchObject({ item: { id: 1 }, packSize: 6 });
		expect(match('TASSE', [item(1, 'MUG')], options)).toMatchObject({ item: { id: 1 }, packSize: 1 });
	});

	it('follow the options for case and spaces', () => {
		expect(match('mug-6', [item(1, 'MUG')], { ...options, ignoreCase: true })).toMatchObject({ packSize: 6 });
	});

	it.each([0, -1, NaN])('with the pack size %p are a reason', (packSize) => {
		const aliases = [{ shopSku: 'MUG-6', sosSku: 'MUG', packSize }];
		expect(match('MUG-6', [item(1, 'MUG')], { aliases }).reason?.code).toBe('PACK_SIZE_INVALID');
	});

	it('that lead nowhere say which SKU is missing', () => {
		expect(match('MUG-6', [item(1, 'CUP')], options).reason?.message).toContain('"MUG"');
	});
});

it('adds the match to every line and leaves the rest of the order alone', () => {
	const products = ['MUG', 'CUP'].map((sku, index) => ({
		id: index,
		product_id: 1,
		sku,
		quantity: 2,
		bin: 'A1',
	}));
	const order = matchOrder(
		{ id: 1, staff_notes: 'x', products, shipping_addresses: [] },
		indexBySku([item(1, 'MUG')]),
	);
	expect(order).toMatchObject({ id: 1, staff_notes: 'x' });
	expect(order.products).toMatchObject([
		{ sku: 'MUG', bin: 'A1', sos: { item: { id: 1 } } },
		{ sku: 'CUP', sos: { reason: { code: 'SKU_NOT_FOUND' } } },
	]);
});

import { isStockList, isWholeStockList, stockLists, type ListedItem } from '../../../sync/stock/stockList';

let nextId = 1;
const item = (sku: string | null, changes: Partial<ListedItem> = {}): ListedItem => ({
	id: nextId++,
	sku,
	type: 'Inventory Item',
	archived: false,
	updateBigCommerce: true,
	available: 5,
	onhand: 7,
	readAt: '2026-11-02T08:00:00.000Z',
	...changes,
});

it('items that share type, place and switches are one list', () => {
	const lists = stockLists([
		item('A'),
		item('KIT', { type: 'Item Group' }),
		item('B', { available: '2.50000', onhand: null }),
		item('OFF', { updateBigCommerce: false }),
		item(null, { available: 'many' }),
		item('EAST', { location: 'East' }),
	]);
	expect(
		lists.map(({ type, location, updateBigCommerce, skus }) => [type, location, updateBigCommerce, skus]),
	).toEqual([
		['Inventory Item', undefined, true, ['A', 'B', null]],
		['Item Group', undefined, true, ['KIT']],
		['Inventory Item', undefined, false, ['OFF']],
		['Inventory Item', 'East', true, ['EAST']],
	]);
	expect(lists[0]).toMatchObject({ available: [5, 2.5, 'many'], onhand: [7, null, 7] });
	expect(lists.every((list) => isStockList(list) && isWholeStockList(list))).toBe(true);
});

it('no items are no list', () => expect(stockLists([])).toEqual([]));

it('custom fields come where they are named, whatever their case', () => {
	const customFields = [
		{ id: 1, name: 'Web Buffer', value: '3' },
		{ id: 2, name: 'Color', value: 'red' },
	];
	const items = [item('A', { customFields }), item('B', { customFields: null }), item('C')];
	expect(stockLists(items, [' web buffer'])[0].customFields).toEqual([
		[{ name: 'Web Buffer', value: '3' }],
		null,
		null,
	]);
	expect(stockLists(items)[0]).not.toHaveProperty('customFields');
});

it.each([
	['an item', { sku: 'A', available: 5 }],
	['SKUs alone', { skus: ['A'] }],
])('%s is none', (_, json) => expect(isStockList(json)).toBe(false));

it.each(['ids', 'skus', 'available', 'onhand'] as const)(
	'a list is damaged that lacks one of its %s',
	(name) => {
		const [list] = stockLists([item('A'), item('B')]);
		expect(isWholeStockList({ ...list, [name]: list[name].slice(1) })).toBe(false);
		const without = { ...list, [name]: undefined };
		expect(isStockList(without) && isWholeStockList(without)).toBe(false);
	},
);

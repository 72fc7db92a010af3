import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { stockLists, type ListedItem } from '../../../sync/stock/stockList';
import { jsonOf } from '../../../testing/sandbox/openShop';
import { codesOf, compare, sosItem, StockShop, update } from './stockShop';

let shop: StockShop;
beforeAll(async () => void (shop = await StockShop.start({}, { items: 60 })));
afterAll(async () => await shop.server.stop());

const asLists = (items: IDataObject[], names: string[] = []) =>
	stockLists(items as unknown as ListedItem[], names) as unknown as IDataObject[];

/** All kinds: what changes, what is right, what cannot be set. */
const mixed = () => {
	const [changed, right, off, kit, wild] = shop.counted();
	return [
		sosItem(changed.sku, 77),
		sosItem(right.sku, shop.onHand(right)),
		sosItem(off.sku, 3, { updateBigCommerce: false }),
		sosItem(kit.sku, 4, { type: 'Item Group' }),
		sosItem(wild.sku, 'many'),
		sosItem('NO-SUCH', 1),
		sosItem('NO-SUCH-EITHER', 1, { archived: true }),
		sosItem('', 1),
	];
};

const planOf = async (parameters: INodeParameters, items: IDataObject[]) => {
	const result = await shop.run(parameters, { items });
	const bySku = (rows: IDataObject[]) =>
		rows
			.map(({ sku, before, after, reason }) => [sku, before, after, (reason as IDataObject)?.code])
			.sort((one, other) => String(one).localeCompare(String(other)));
	return [bySku(jsonOf(result)), bySku(jsonOf(result, 1))];
};

describe('stock lists', () => {
	it.each([
		['available', {}],
		['on hand', { quantityFrom: 'onHand' }],
		['the whole shop', { inputHolds: 'catalogue', circuitBreaker: false }],
	])('are planned as the items are that they list: %s', async (_, changes) => {
		const parameters = { ...update, planOnly: true, ...changes };
		const items = mixed();
		expect(await planOf(parameters, asLists(items))).toEqual(await planOf(parameters, items));
	});

	it('are compared as well', async () => {
		const items = mixed().slice(0, 4);
		const one = jsonOf(await shop.run(compare, { items }));
		expect(one.length).toBeGreaterThan(0);
		const other = jsonOf(await shop.run(compare, { items: asLists(items) }));
		expect(new Set(other.map((row) => JSON.stringify(row)))).toEqual(
			new Set(one.map((row) => JSON.stringify(row))),
		);
	});

	it('carry the rules of items where their fields are named', async () => {
		const [item] = shop.counted();
		const parameters = {
			...update,
			planOnly: true,
			options: { ruleFields: { fields: { buffer: 'Web buffer' } } },
		};
		const items = [sosItem(item.sku, 50, { customFields: [{ name: 'Web buffer', value: '8' }] })];
		expect(jsonOf(await shop.run(parameters, { items: asLists(items, ['web buffer']) }))).toMatchObject([
			{ after: 42 },
		]);
		const { error } = await shop.run(parameters, { items: asLists(items) });
		expect(error?.message).toContain("'Rules From SOS Custom Fields' is set");
	});

	it.each<[string, INodeParameters, IDataObject, string]>([
		['damaged', {}, { available: [1] }, 'differ in length'],
		['asked for another field', { quantityFrom: 'field', quantityField: 'onSO' }, {}, 'ask for other fields'],
		['asked for an expression', { quantityFrom: 'expression' }, {}, 'ask for other fields'],
		['asked for another SKU', { skuField: 'barcode' }, {}, 'ask for other fields'],
	])('stop the run when they are %s', async (_, parameters, changes, message) => {
		const items = [{ ...asLists([sosItem('A', 1), sosItem('B', 1)])[0], ...changes }];
		const { error } = await shop.run({ ...update, ...parameters }, { items });
		expect(error?.message).toContain(message);
	});
});

describe('Changed SKUs, Skipped by Reason', () => {
	const byReason = { ...update, output: 'byReason' };

	it('gives one item for each reason, and changes one by one', async () => {
		const [changed] = shop.counted();
		const items = [
			sosItem(changed.sku, 41),
			...Array.from({ length: 1200 }, (_, n) => sosItem(`NO-SUCH-${n}`, 1)),
			sosItem('', 1),
		];
		const result = await shop.run(byReason, { items });
		expect(jsonOf(result)).toMatchObject([{ sku: changed.sku, after: 41, written: true }]);
		const [most, least, ...others] = jsonOf(result, 1);
		expect(most).toMatchObject({
			count: 1200,
			reason: { code: 'STOCK_NOT_IN_SHOP', message: expect.stringContaining('1199 more') },
		});
		expect(most.skus).toHaveLength(1000);
		expect(least).toMatchObject({ count: 1, skus: [`item ${String(items.at(-1)!.id)}`] });
		expect(others).toEqual([]);
	});

	it('gives figures that a limit stopped one by one', async () => {
		const items = shop.counted().map(({ sku }) => sosItem(sku, 0));
		const result = await shop.run({ ...byReason, limits: { itemsToZero: 1 } }, { items });
		expect(codesOf(result)).toEqual(items.map(() => 'STOCK_TOO_MANY_TO_ZERO'));
		expect(jsonOf(result, 1)[0]).toMatchObject({ after: 0 });
	});
});

import { jsonOf, openShop, type OpenShop } from '../../../testing/sandbox/openShop';

let shop: OpenShop;
beforeAll(async () => void (shop = await openShop({}, { orders: 1 })));
afterAll(async () => await shop.server.stop());

const getMany = { resource: 'inventory', operation: 'getAll' };
const all = { ...getMany, returnAll: true };

describe('Inventory: Get Many', () => {
	it('gives one item per SKU and location, with what is on hand and what can be sold', async () => {
		const rows = jsonOf(await shop.run(all));
		const stock = shop.server.state.stock.values();
		expect(rows).toHaveLength(stock.length * 3);
		const [first] = stock;
		expect(rows[0]).toMatchObject({
			sku: first.sku,
			productId: first.product_id,
			locationId: 1,
			locationName: 'Default location',
			onHand: first.levels[1].onhand,
			available: first.levels[1].onhand,
			safetyStock: 0,
		});
		expect(shop.requests()).toBe(1);
	});

	it('narrows down to locations and to a limit', async () => {
		const rows = jsonOf(await shop.run({ ...getMany, limit: 5, filters: { locationIds: [2] } }));
		expect(rows.map(({ locationId }) => locationId)).toEqual([2, 2, 2, 2, 2]);
	});

	it('finds SKUs in any case, and by their product those with a comma', async () => {
		const skus = shop.server.state.stock.values().map(({ sku }) => sku);
		const wanted = [skus[0], skus.find((sku) => sku.includes(','))!];
		const filters = { skus: wanted.map((sku) => sku.toLowerCase()).join('\n'), locationIds: [1] };
		const rows = jsonOf(await shop.run({ ...all, filters }));
		expect(rows.map(({ sku }) => sku)).toEqual(wanted);
	});

	it('says that the token lacks the scope', async () => {
		const { error } = await shop.run(all, { token: shop.server.tokens.noInventory });
		expect(error).toMatchObject({
			httpCode: '403',
			message: expect.stringContaining('BigCommerce refused the list of inventory items'),
			description: expect.stringContaining('Store Inventory (modify)'),
		});
	});
});

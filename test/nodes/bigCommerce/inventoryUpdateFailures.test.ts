import type { IDataObject } from 'n8n-workflow';
import type { BigCommerceOptions } from '../../../sandbox/bigCommerce';
import type { StockItem } from '../../../sandbox/bigCommerce/records/stockItem';
import { jsonOf, openShop, type OpenShop } from '../../../testing/sandbox/openShop';

const update = { resource: 'inventory', operation: 'update', circuitBreaker: false };
// Shops of thousands of SKUs take their time.
jest.setTimeout(60_000);

const adjustments = 'PUT /v3/inventory/adjustments/absolute';

let shop: OpenShop;
afterEach(async () => await shop.server.stop());

async function open(options: BigCommerceOptions = {}, items = 150): Promise<StockItem[]> {
	shop = await openShop(options, { items, orders: 1 });
	return shop.server.state.stock
		.values()
		.filter(({ tracking, sku }) => tracking !== 'none' && !sku.includes(',') && sku !== '');
}

const setTo = (items: StockItem[], available: number): IDataObject[] =>
	items.map(({ sku }) => ({ sku, available }));
const onHand = ({ id }: StockItem) => shop.server.state.stock.get(id)!.levels[1].onhand;
const untilAsked = async (route: string) => {
	for (let looks = 0; looks < 500 && shop.requests(route) === 0; looks++)
		await new Promise((resolve) => setTimeout(resolve, 10));
};
const codes = (rows: IDataObject[]) => [
	...new Set(rows.map(({ reason }) => (reason as { code: string }).code)),
];

describe('rows that BigCommerce refuses', () => {
	it.each(['rejectsBatch', 'othersApplied'] as const)(
		'are left out, and the rest is sent again (%s)',
		async (badAdjustmentRow) => {
			const items = (await open({ badAdjustmentRow })).slice(0, 6);
			const [moved] = items.filter(({ tracking }) => tracking === 'product');
			// The tracking mode changes between reading and writing.
			shop.server.state.stock.update(moved.id, { tracking: 'variant' });
			const before = onHand(moved);
			const result = await shop.run(update, { items: setTo(items, 321) });
			expect(jsonOf(result).map(({ sku }) => sku)).toEqual(
				items.filter((item) => item !== moved).map(({ sku }) => sku),
			);
			expect(jsonOf(result, 1)).toMatchObject([
				{
					sku: moved.sku,
					written: false,
					reason: { code: 'STOCK_REFUSED', message: expect.stringContaining('is tracked by variant') },
				},
			]);
			expect(items.map(onHand)).toEqual(items.map((item) => (item === moved ? before : 321)));
			expect(shop.requests(adjustments)).toBe(2);
		},
	);
});

describe('a request that fails', () => {
	it('stops the run when nothing was written yet', async () => {
		const items = (await open()).slice(0, 3);
		const { error } = await shop.run(update, { items: setTo(items, 5), token: shop.server.tokens.readOnly });
		expect(error).toMatchObject({
			httpCode: '403',
			message: expect.stringContaining('BigCommerce refused the stock of 3 SKUs'),
		});
	});

	it('sends every item to the error output when nothing was written yet', async () => {
		const items = (await open()).slice(0, 3);
		const settings = {
			items: setTo(items, 5),
			token: shop.server.tokens.noInventory,
			onError: 'continueErrorOutput' as const,
		};
		const { outputs } = await shop.run(update, settings);
		expect(outputs.map(({ length }) => length)).toEqual([0, 0, 3]);
		expect(outputs[2].map(({ json }) => json)).toMatchObject(
			items.map(({ sku }) => ({ sku, available: 5, error: expect.stringContaining('BigCommerce refused') })),
		);
	});

	it('keeps what earlier requests wrote, and gives the rest its reason', async () => {
		const items = await open({}, 2200);
		expect(items.length).toBeGreaterThan(2000);
		// n8n itself sends once more after a 401: the second and the third request are refused.
		const second = { kind: 'tokenExpired' as const, path: 'adjustments', every: 2 };
		shop.server.faults.add(second, second);
		const result = await shop.run(update, { items: setTo(items, 4321) });
		const written = jsonOf(result);
		expect(written).toHaveLength(2000);
		expect(codes(jsonOf(result, 1))).toEqual(['STOCK_NOT_SENT']);
		expect(jsonOf(result, 1)).toHaveLength(items.length - 2000);
		expect(items.filter((item) => onHand(item) === 4321)).toHaveLength(2000);
	});

	it.each([
		'tooManyRequestsBare',
		'resetAfterHandling',
		'resetBeforeHandling',
		'serverError503',
		'htmlPage',
	] as const)('is sent again after %s, and nothing is lost', async (kind) => {
		const items = (await open()).slice(0, 3);
		shop.server.faults.add({ kind, path: 'adjustments', times: 1 });
		expect(jsonOf(await shop.run(update, { items: setTo(items, 55) }))).toHaveLength(3);
		expect(items.map(onHand)).toEqual([55, 55, 55]);
		expect(shop.requests(adjustments)).toBe(2);
	});

	it('waits for the next window when the quota is used up', async () => {
		const items = (await open({ quota: 3, windowMs: 400 })).slice(0, 3);
		expect(jsonOf(await shop.run(update, { items: setTo(items, 66) }))).toHaveLength(3);
		expect(shop.server.counters.refusedByLimit).toBe(0);
	});
});

describe('two updates of one store', () => {
	it('wait for one another', async () => {
		const items = (await open()).slice(0, 2);
		shop.server.faults.add({ kind: 'hang', path: 'adjustments', delayMs: 700, times: 1 });
		const [first, second] = await Promise.all([
			shop.run(update, { items: setTo(items, 5000) }),
			shop.run(update, { items: setTo(items, 6000) }),
		]);
		expect(jsonOf(first).map(({ after }) => after)).toEqual([5000, 5000]);
		expect(jsonOf(second).map(({ before, after }) => [before, after])).toEqual([
			[5000, 6000],
			[5000, 6000],
		]);
		expect(items.map(onHand)).toEqual([6000, 6000]);
	});

	it('stop waiting within a second when they are canceled, and write nothing then', async () => {
		const items = (await open()).slice(0, 2);
		shop.server.faults.add({ kind: 'hang', path: 'adjustments', delayMs: 3000, times: 1 });
		const first = shop.run(update, { items: setTo(items, 5000) });
		await untilAsked(adjustments);
		const startedAt = performance.now();
		const { status } = await shop.run(update, { items: setTo(items, 6000), cancelAfterMs: 200 });
		expect(status).toBe('canceled');
		expect(performance.now() - startedAt).toBeLessThan(1200);
		expect(jsonOf(await first).map(({ after }) => after)).toEqual([5000, 5000]);
		expect(items.map(onHand)).toEqual([5000, 5000]);
	});
});

it('an update that is set wrong says so without waiting for another one', async () => {
	const items = (await open()).slice(0, 2);
	shop.server.faults.add({ kind: 'hang', path: 'adjustments', delayMs: 3000, times: 1 });
	const first = shop.run(update, { items: setTo(items, 5000) });
	await untilAsked(adjustments);
	const startedAt = performance.now();
	const { error } = await shop.run(
		{ ...update, planOnly: '={{ $json.missing }}' },
		{ items: setTo(items, 6000) },
	);
	expect(error?.message).toBe(`'Plan Only' is ""`);
	expect(performance.now() - startedAt).toBeLessThan(1200);
	expect(jsonOf(await first).map(({ after }) => after)).toEqual([5000, 5000]);
});

describe('finding SKUs', () => {
	it.each([
		{ inventorySkuMatch: 'exact' as const },
		{ untrackedInInventory: false, inventorySkuMatch: 'exact' as const },
		{ baseVariantsBySku: true },
	])('does not depend on what is unknown: %j', async (unknowns) => {
		const items = await open(unknowns);
		const given = items.map(({ sku }) => ({ sku: sku.toLowerCase(), available: 17 }));
		const rows = jsonOf(await shop.run(update, { items: given }));
		expect(rows.map(({ productId, variantId }) => [productId, variantId])).toEqual(
			items.map(({ product_id, variant_id }) => [product_id, variant_id]),
		);
		expect(items.map(onHand)).toEqual(items.map(() => 17));
	});

	it('takes a handful of requests for a handful of SKUs in a large shop', async () => {
		const items = (await open({}, 2200)).slice(0, 5);
		await shop.run(update, { items: setTo(items, 9) });
		expect(shop.server.counters.byRoute).toEqual({
			'GET /v3/inventory/locations': 2,
			'GET /v3/inventory/items': 1,
			'GET /v3/catalog/products': 1,
			[adjustments]: 1,
			// What was pushed last is read and kept.
			'GET /v3/inventory/locations/metafields': 1,
			'POST /v3/inventory/locations/:id/metafields': 1,
		});
	});

	it('reads whole lists for thousands of SKUs', async () => {
		const items = await open({}, 2200);
		await shop.run(update, { items: setTo(items, 9) });
		expect(shop.requests('GET /v3/inventory/items')).toBeLessThanOrEqual(4);
		expect(shop.requests()).toBeLessThanOrEqual(25);
	});
});

import type { IDataObject } from 'n8n-workflow';
import { runWorkflow } from '../../support/runNode';
import { changeOrder, placeOrders } from './openOrders';
import { jsonOf, openShop, type OpenShop, type RunSettings } from './openShop';

const slices = {
	resource: 'order',
	operation: 'getAll',
	returnAll: false,
	limit: 10,
	leaveOutImported: true,
	filters: { statusIds: [11, 9] },
	options: { goOn: true },
};
const mark = {
	resource: 'order',
	operation: 'markAsImported',
	documentType: 'salesorder',
	documentId: '1',
};

let shop: OpenShop;
let placed: number[];
/** What n8n keeps with the workflow. */
let staticData: IDataObject;
beforeEach(async () => {
	shop = await openShop({}, { orders: 0 });
	placed = placeOrders(shop, 25, 11, 9);
	staticData = {};
});
afterEach(async () => await shop.server.stop());

const run = async (parameters: object = {}, settings: RunSettings = {}) =>
	await shop.run({ ...slices, ...parameters } as never, { staticData, ...settings });
const next = async (parameters: object = {}, settings: RunSettings = {}) =>
	jsonOf(await run(parameters, settings)).map(({ id }) => Number(id));
const importOrders = async (ids: number[]) =>
	jsonOf(await shop.run(mark, { items: ids.map((id) => ({ id })) }));

describe('Go On From Last Run', () => {
	it('takes the list in slices, and begins anew after the last one', async () => {
		expect(await next()).toEqual(placed.slice(0, 10));
		expect(await next()).toEqual(placed.slice(10, 20));
		expect(await next()).toEqual(placed.slice(20));
		expect(await next()).toEqual(placed.slice(0, 10));
	});

	it('takes it downwards, too', async () => {
		const sort = { direction: 'desc' };
		const downwards = [...placed].reverse();
		expect(await next({ sort })).toEqual(downwards.slice(0, 10));
		expect(await next({ sort })).toEqual(downwards.slice(10, 20));
		expect(await next({ sort })).toEqual(downwards.slice(20));
		expect(await next({ sort })).toEqual(downwards.slice(0, 10));
	});

	it('leaves orders of earlier slices alone when they change', async () => {
		await next();
		await next();
		placed.forEach((id) => changeOrder(shop, id, { staff_notes: 'Called the shopper.' }));
		expect(await next()).toEqual(placed.slice(20));
	});

	it('reaches what is behind orders that are held run after run', async () => {
		const held = placed.slice(0, 12);
		const seen = new Set<number>();
		for (let count = 0; count < 4; count++) {
			const slice = await next();
			slice.forEach((id) => seen.add(id));
			await importOrders(slice.filter((id) => !held.includes(id)));
		}
		expect([...seen]).toEqual(placed);
		// Only what is held is left, and a new order comes within two runs.
		const [fresh] = placeOrders(shop, 1, 11);
		const upcoming = [...(await next()), ...(await next())];
		expect([...new Set(upcoming)].sort()).toEqual([...held, fresh].sort());
	});

	it('comes back to a slice that was not imported because the execution failed', async () => {
		const chain = [
			{ name: 'Node under test', node: 'bigCommerce', parameters: slices },
			{
				name: 'Fail',
				node: 'bigCommerce',
				parameters: { resource: 'order', operation: 'get', orderId: '0' },
			},
		];
		const { error } = await runWorkflow({
			nodes: chain,
			credentials: shop.credentials(),
			staticData,
		} as never);
		expect(error).toBeDefined();
		expect(await next()).toEqual(placed.slice(10, 20));
		expect(await next()).toEqual(placed.slice(20));
		expect(await next()).toEqual(placed.slice(0, 10));
	});

	it('takes up the same slice when reading it failed', async () => {
		await next();
		shop.server.faults.add({ kind: 'tokenExpired', path: '/v3/orders/metafields' });
		expect((await run()).error).toBeDefined();
		const { outputs } = await run({}, { onError: 'continueErrorOutput' });
		expect(outputs[1]).toHaveLength(1);
		shop.server.faults.clear();
		expect(await next()).toEqual(placed.slice(10, 20));
	});

	it('begins at the beginning by hand, and leaves the place of the schedule as it is', async () => {
		await next();
		expect(await next({}, { mode: 'manual' })).toEqual(placed.slice(0, 10));
		expect(await next()).toEqual(placed.slice(10, 20));
	});

	it.each([
		['other statuses', { filters: { statusIds: [11] } }],
		['another date', { filters: { statusIds: [11, 9], minDateCreated: '2020-01-01' } }],
		['another direction', { sort: { direction: 'desc' } }],
	])('begins anew with %s', async (_, changed) => {
		const [first] = await next(changed, { staticData: {} });
		await next();
		expect((await next(changed))[0]).toBe(first);
		expect(await next()).toEqual(placed.slice(0, 10));
	});

	it('keeps a place for each input item', async () => {
		const filters = { statusIds: '={{ [$json.status] }}' };
		const items = [{ status: '11' }, { status: '9' }];
		const [ones, others] = [0, 1].map((rest) => placed.filter((_, index) => index % 2 === rest));
		const inBoth = (from: number, to: number) => [...ones.slice(from, to), ...others.slice(from, to)];
		expect(await next({ filters }, { items })).toEqual(inBoth(0, 10));
		expect(await next({ filters }, { items })).toEqual(inBoth(10, 20));
		expect(await next({ filters }, { items })).toEqual(inBoth(0, 10));
	});

	it('changes nothing that n8n keeps while all orders fit in one run', async () => {
		expect(await next({ limit: 100 })).toEqual(placed);
		expect(staticData).toEqual({});
	});

	it('brings nothing once when the last slice was full', async () => {
		expect(await next({ limit: 25 })).toEqual(placed);
		expect(await next({ limit: 25 })).toEqual([]);
		expect(await next({ limit: 25 })).toEqual(placed);
	});

	it('means nothing without a limit', async () => {
		await next();
		expect(await next({ returnAll: true })).toEqual(placed);
	});

	it('refuses another sort than by number', async () => {
		const { error } = await run({ sort: { field: 'date_created' } });
		expect(error?.message).toBe("'Go On From Last Run' needs the sort by order number");
		expect(shop.requests()).toBe(0);
	});
});

it('without it, orders that are held fill the limit for ever', async () => {
	expect(await next({ options: {} })).toEqual(placed.slice(0, 10));
	expect(await next({ options: {} })).toEqual(placed.slice(0, 10));
});

import type { IDataObject } from 'n8n-workflow';
import { runWorkflow } from '../../../testing/engine/runNode';
import { changeOrder, placeOrders } from './openOrders';
import { jsonOf, openShop, type OpenShop, type RunSettings } from '../../../testing/sandbox/openShop';

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
	it('takes the list in slices, and goes on from its end to its beginning', async () => {
		expect(await next()).toEqual(placed.slice(0, 10));
		expect(await next()).toEqual(placed.slice(10, 20));
		expect(await next()).toEqual([...placed.slice(20), ...placed.slice(0, 5)]);
		expect(await next()).toEqual(placed.slice(5, 15));
	});

	it.each([true, false])(
		'takes one order at a time (imported ones left out: %s)',
		async (leaveOutImported) => {
			const numbers = [];
			for (let count = 0; count < 26; count++) numbers.push(...(await next({ limit: 1, leaveOutImported })));
			expect(numbers).toEqual([...placed, placed[0]]);
		},
	);

	it('reaches all orders when n8n gives back the same old place each time', async () => {
		for (let count = 0; count < 2; count++) await next();
		const old = structuredClone(staticData);
		const seen = new Set<number>();
		for (let count = 0; count < 6; count++) {
			const slice = await next({}, { staticData: structuredClone(old) });
			slice.forEach((id) => seen.add(id));
			await importOrders(slice);
		}
		expect([...seen].sort()).toEqual(placed);
	});

	it('leaves none out whether or not BigCommerce counts bounds in', async () => {
		placeOrders(shop, 300, 11);
		for (const numberBounds of ['inclusive', 'exclusive'] as const) {
			shop.server.settings.numberBounds = numberBounds;
			const all = { returnAll: true, leaveOutImported: false };
			for (const direction of ['asc', 'desc']) {
				const numbers = await next({ ...all, filters: { statusIds: [11] }, sort: { direction } });
				expect(numbers).toHaveLength(13 + 300);
			}
			staticData = {};
			expect(await next()).toEqual(placed.slice(0, 10));
			expect(await next()).toEqual(placed.slice(10, 20));
		}
	});

	it('takes it downwards, too', async () => {
		const sort = { direction: 'desc' };
		const downwards = [...placed].reverse();
		expect(await next({ sort })).toEqual(downwards.slice(0, 10));
		expect(await next({ sort })).toEqual(downwards.slice(10, 20));
		expect(await next({ sort })).toEqual([...downwards.slice(20), ...downwards.slice(0, 5)]);
		expect(await next({ sort })).toEqual(downwards.slice(5, 15));
	});

	it('leaves orders of earlier slices alone when they change', async () => {
		await next();
		await next();
		placed.forEach((id) => changeOrder(shop, id, { staff_notes: 'Called the shopper.' }));
		expect(await next({ limit: 5 })).toEqual(placed.slice(20));
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
		expect(await next()).toEqual([...placed.slice(20), ...placed.slice(0, 5)]);
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
		expect(await next({ filters }, { items })).toEqual([...ones.slice(0, 10), ...others.slice(0, 10)]);
		const rest = [ones, others].flatMap((list) => [...list.slice(10), ...list.slice(0, 20 - list.length)]);
		expect(await next({ filters }, { items })).toEqual(rest);
	});

	it('changes nothing that n8n keeps while all orders fit in one run', async () => {
		expect(await next({ limit: 100 })).toEqual(placed);
		expect(staticData).toEqual({});
	});

	it('brings as much as ever when the last slice was just full', async () => {
		expect(await next({ limit: 25 })).toEqual(placed);
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

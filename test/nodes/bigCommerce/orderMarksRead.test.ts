import { placeOrders } from './openOrders';
import { jsonOf, openShop, type OpenShop } from '../../../testing/sandbox/openShop';

const MARKS = 'GET /v3/orders/metafields';
const DAY_MS = 86_400_000;
/** Twelve pages, one mark an hour and the last one three days ago. */
const HISTORY = 3000;

let shop: OpenShop;
beforeEach(async () => {
	shop = await openShop({}, { orders: 0 });
	for (let index = 0; index < HISTORY; index++) {
		addMark(1_000_000 + index, Date.now() - 3 * DAY_MS - (HISTORY - index) * 3_600_000);
	}
});
afterEach(async () => await shop.server.stop());

function addMark(orderId: number, createdAt: number, value = '{}'): void {
	const { state } = shop.server;
	state.metafields.load({
		id: (state.lastMetafieldId += 1),
		namespace: 'n8n-bigcommerce-sos',
		key: 'imported',
		value,
		description: '',
		permission_set: 'read',
		resource_type: 'order',
		resource_id: orderId,
		owner_client_id: 'other',
		createdAt,
		modifiedAt: createdAt,
	});
}

function dateOrder(id: number, createdAt: number): void {
	shop.server.state.orders.update(id, { createdAt });
}

const idsOf = async (more: object = {}) =>
	jsonOf(
		await shop.run({
			resource: 'order',
			operation: 'getAll',
			returnAll: true,
			leaveOutImported: true,
			filters: { statusIds: [11, 9], minDateCreated: '2020-01-01' },
			...more,
		} as never),
	).map(({ id }) => Number(id));

const ONE = 'GET /v3/orders/:id/metafields';

describe('Leave Out Imported Orders in a shop with many imported orders', () => {
	it('reads one page for orders of these days', async () => {
		const placed = placeOrders(shop, 6, 11, 9);
		placed.forEach((id, index) => dateOrder(id, Date.now() - (6 - index) * 3_600_000));
		addMark(placed[2], Date.now());
		expect(await idsOf()).toEqual(placed.filter((id) => id !== placed[2]));
		expect(shop.requests(MARKS)).toBe(1);
		expect(shop.requests(ONE)).toBe(0);
	});

	it.each([{ direction: 'desc' }, { field: 'date_created' }])('and does in any order: %p', async (sort) => {
		placeOrders(shop, 6, 11, 9);
		expect(await idsOf({ sort })).toHaveLength(6);
		expect(shop.requests(MARKS)).toBe(1);
	});

	it('asks for an old order by itself, and in the next run for nothing', async () => {
		const placed = placeOrders(shop, 4, 11, 9);
		for (const id of placed.slice(1, 3)) dateOrder(id, Date.now() - 90 * DAY_MS);
		addMark(placed[2], Date.now() - 80 * DAY_MS);
		expect(await idsOf()).toEqual([placed[0], placed[1], placed[3]]);
		expect([shop.requests(MARKS), shop.requests(ONE)]).toEqual([1, 1]);
		expect(await idsOf()).toEqual([placed[0], placed[1], placed[3]]);
		expect([shop.requests(MARKS), shop.requests(ONE)]).toEqual([1, 0]);
	});

	it('learns in the next run what was marked since', async () => {
		const placed = placeOrders(shop, 4, 11, 9);
		dateOrder(placed[0], Date.now() - 90 * DAY_MS);
		expect(await idsOf()).toEqual(placed);
		addMark(placed[0], Date.now());
		addMark(placed[3], Date.now());
		expect(await idsOf()).toEqual(placed.slice(1, 3));
		expect([shop.requests(MARKS), shop.requests(ONE)]).toEqual([1, 0]);
	});

	it('reads on to where it was when more was marked than fits on a page', async () => {
		const placed = placeOrders(shop, 600, 11);
		expect(await idsOf()).toHaveLength(600);
		for (const id of placed.slice(0, 590)) addMark(id, Date.now());
		expect(await idsOf()).toEqual(placed.slice(590));
		expect([shop.requests(MARKS), shop.requests(ONE)]).toEqual([3, 0]);
	});

	it('reads the list back where that takes fewer requests than asking one by one', async () => {
		const marked = shop.server.state.lastMetafieldId;
		const placed = placeOrders(shop, 30, 11);
		// As many orders were marked meanwhile as the list says, and all of these are as old.
		placed.forEach((id) => dateOrder(id, Date.now() - 40 * DAY_MS));
		expect(await idsOf()).toEqual(placed);
		const requests = shop.requests(MARKS) + shop.requests(ONE);
		expect(marked).toBeGreaterThan(HISTORY - 1);
		expect(requests).toBeLessThanOrEqual(31);
	});

	it('manages where BigCommerce lists the oldest first whatever it is asked', async () => {
		shop.server.settings.metafieldsTurn = false;
		const placed = placeOrders(shop, 4, 11, 9);
		dateOrder(placed[0], Date.now() - 90 * DAY_MS);
		dateOrder(placed[1], Date.now() - 91 * DAY_MS);
		addMark(placed[1], Date.now() - 80 * DAY_MS);
		addMark(placed[3], Date.now());
		expect(await idsOf()).toEqual([placed[0], placed[2]]);
		addMark(placed[2], Date.now());
		expect(await idsOf()).toEqual([placed[0]]);
		expect([shop.requests(MARKS), shop.requests(ONE)]).toEqual([2, 0]);
	});

	it('reads that list once for the order it aims at', async () => {
		shop.server.settings.metafieldsTurn = false;
		const placed = placeOrders(shop, 30, 11);
		placed.forEach((id) => dateOrder(id, Date.now() - 5 * DAY_MS));
		addMark(placed[1], Date.now() - 4 * DAY_MS);
		expect(await idsOf()).toEqual(placed.filter((id) => id !== placed[1]));
		expect([shop.requests(MARKS), shop.requests(ONE)]).toEqual([3, 0]);
	});

	it('looks at claims again, which may have become marks', async () => {
		const placed = placeOrders(shop, 3, 11);
		const claim = (id: number) => addMark(id, Date.now() - 3_600_000, '{"state":"claimed"}');
		claim(placed[0]);
		claim(placed[1]);
		expect(await idsOf()).toEqual(placed);
		const { metafields } = shop.server.state;
		const [first] = metafields.values().filter(({ resource_id }) => resource_id === placed[0]);
		metafields.update(first.id, { value: '{"type":"salesorder"}', modifiedAt: Date.now() });
		expect(await idsOf()).toEqual(placed.slice(1));
	});

	it('leaves out what another run has claimed in these minutes', async () => {
		const placed = placeOrders(shop, 2, 11);
		addMark(placed[0], Date.now() - 60_000, '{"state":"claimed"}');
		expect(await idsOf()).toEqual(placed.slice(1));
	});
});

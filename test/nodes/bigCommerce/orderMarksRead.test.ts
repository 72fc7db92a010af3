import { changeOrder, placeOrders } from './openOrders';
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

function addMark(orderId: number, createdAt: number): void {
	const { state } = shop.server;
	state.metafields.load({
		id: (state.lastMetafieldId += 1),
		namespace: 'n8n-bigcommerce-sos',
		key: 'imported',
		value: '{}',
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

describe('Leave Out Imported Orders in a shop with many imported orders', () => {
	it('reads the marks since the oldest open order', async () => {
		const placed = placeOrders(shop, 6, 11, 9);
		placed.forEach((id, index) => dateOrder(id, Date.now() - (6 - index) * 3_600_000));
		addMark(placed[2], Date.now());
		expect(await idsOf()).toEqual(placed.filter((id) => id !== placed[2]));
		expect(shop.requests(MARKS)).toBe(1);
	});

	it('reads them since Created From in another order', async () => {
		placeOrders(shop, 6, 11, 9);
		expect(await idsOf({ sort: { direction: 'desc' } })).toHaveLength(6);
		expect(shop.requests(MARKS)).toBe(12);
		expect(await idsOf({ sort: { field: 'date_created' } })).toHaveLength(6);
		expect(shop.requests(MARKS)).toBe(12);
	});

	it('believes Created From where it is later than the oldest order', async () => {
		const [old, fresh] = placeOrders(shop, 2, 11);
		dateOrder(old, Date.now() - 40 * DAY_MS);
		const filters = { statusIds: [11], minDateCreated: new Date(Date.now() - DAY_MS).toISOString() };
		expect(await idsOf({ filters })).toEqual([fresh]);
		expect(shop.requests(MARKS)).toBe(1);
	});

	it('reads them once more for orders with an earlier date than the first one', async () => {
		const placed = placeOrders(shop, 4, 11, 9);
		for (const id of placed.slice(1, 3)) {
			dateOrder(id, Date.now() - 90 * DAY_MS);
			addMark(id, Date.now() - 80 * DAY_MS);
		}
		expect(await idsOf()).toEqual([placed[0], placed[3]]);
		expect(shop.requests(MARKS)).toBe(1 + 13);
	});

	it('reads them back to a first order that was moved in with its old date', async () => {
		const placed = placeOrders(shop, 2, 11, 9);
		dateOrder(placed[0], Date.now() - 900 * DAY_MS);
		changeOrder(shop, placed[0], { status_id: 9 });
		expect(await idsOf()).toEqual(placed);
		expect(shop.requests(MARKS)).toBe(12);
	});
});

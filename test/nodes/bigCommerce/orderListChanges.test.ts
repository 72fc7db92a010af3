import { beforeLists, changeOrder, placeOrders } from './openOrders';
import { jsonOf, openShop, type OpenShop } from '../../../testing/sandbox/openShop';

const all = { resource: 'order', operation: 'getAll', returnAll: true };
const LISTS = 'GET /v2/orders';

let shop: OpenShop;
beforeEach(async () => void (shop = await openShop({}, { orders: 0 })));
afterEach(async () => {
	jest.restoreAllMocks();
	await shop.server.stop();
});

const idsIn = async (filters: object, more: object = {}) =>
	jsonOf(await shop.run({ ...all, filters: { ...filters }, ...more } as never)).map(({ id }) => Number(id));
const sorted = (ids: number[]) => [...ids].sort((one, other) => one - other);

describe('orders that move from one chosen status to another while they are read', () => {
	let placed: number[];
	/** On the second page of those awaiting shipment. */
	let moving: number;
	beforeEach(() => {
		placed = [...placeOrders(shop, 149, 9), ...placeOrders(shop, 1, 11)];
		moving = placed[120];
	});

	it.each([
		['by rising number', {}, 120, 3],
		['by falling number', { direction: 'desc' }, 20, 4],
		['by another field', { field: 'date_created' }, 120, 3],
	])('are given at the end when their new list was read already, sorted %s', async (_, sort, index, list) => {
		beforeLists(shop, (current) => {
			if (current === list) changeOrder(shop, placed[index], { status_id: 11 });
		});
		const ids = await idsIn({ statusIds: [11, 9] }, { sort });
		expect(sorted(ids)).toEqual(placed);
		expect(ids.at(-1)).toBe(placed[index]);
	});

	it('are given once when both lists have them', async () => {
		beforeLists(shop, (list) => {
			if (list === 3) changeOrder(shop, placed.at(-1)!, { status_id: 9 });
		});
		expect(await idsIn({ statusIds: [11, 9] })).toEqual(placed);
	});

	it('wait for the next run when the limit was reached', async () => {
		beforeLists(shop, (list) => {
			if (list === 3) changeOrder(shop, moving, { status_id: 11 });
		});
		const ids = await idsIn({ statusIds: [11, 9] }, { returnAll: false, limit: 149 });
		expect(ids).toEqual(placed.filter((id) => id !== moving));
	});

	it('are held to the filters, Modified From included', async () => {
		const minutesAgo = (minutes: number) => Date.now() - minutes * 60_000;
		changeOrder(shop, placed[3], {}, minutesAgo(5));
		changeOrder(shop, placed[4], {}, minutesAgo(1));
		const minDateModified = new Date(minutesAgo(2)).toISOString();
		expect(await idsIn({ statusIds: [11, 9], minDateModified })).toEqual([placed[4]]);
	});
});

describe('orders that are placed while others are read', () => {
	it.each([
		['one status', [11], 3],
		['several statuses', [11, 9], 5],
	])('do not make the read longer, and come with the next one: %s', async (_, statusIds, requests) => {
		placeOrders(shop, 150, 11);
		const hook = beforeLists(shop, () => placeOrders(shop, 1, 11));
		const first = await idsIn({ statusIds });
		expect(shop.requests(LISTS)).toBe(requests);
		hook.mockRestore();
		const everyOne = shop.server.orders().map(({ id }) => id);
		expect(everyOne.slice(0, 150)).toEqual(first.slice(0, 150));
		expect(await idsIn({ statusIds })).toEqual(everyOne);
	});
});

describe('what it takes', () => {
	it.each([
		[0, [11], 1],
		[5, [11], 2],
		[101, [11], 3],
		[0, [11, 9], 3],
		[10, [11, 9], 4],
		// One asks for the refunds of those in status 14.
		[10, [11, 9, 8, 3, 14], 8],
		[300, [11, 9], 7],
	])('for %d orders in the statuses %j: %d requests', async (count, statusIds, requests) => {
		placeOrders(shop, count, ...statusIds);
		expect(await idsIn({ statusIds })).toHaveLength(count);
		expect(shop.requests()).toBe(requests);
	});

	it('no more when all of many orders changed shortly before', async () => {
		const placed = placeOrders(shop, 300, 11);
		placed.forEach((id) => changeOrder(shop, id, {}, Date.now() - 60_000));
		expect(await idsIn({ statusIds: [11, 9] })).toEqual(placed);
		// Four pages, which overlap by one order, and the end; the empty list of the other status; what changed.
		expect(shop.requests()).toBe(5 + 1 + 1);
	});

	it('more only where many changed while they were read', async () => {
		const placed = [...placeOrders(shop, 400, 9), ...placeOrders(shop, 1, 11)];
		beforeLists(shop, (list) => {
			if (list === 3) placed.slice(100, 250).forEach((id) => changeOrder(shop, id, { status_id: 11 }));
		});
		expect(sorted(await idsIn({ statusIds: [11, 9] }))).toEqual(placed);
	});
});

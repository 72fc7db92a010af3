import { changeOrder, placeOrders } from './openOrders';
import { jsonOf, openShop, type OpenShop } from '../../../testing/sandbox/openShop';

let shop: OpenShop;
let placed: number[];
beforeAll(async () => {
	shop = await openShop({}, { orders: 0 });
	placed = placeOrders(shop, 15, ...Array.from({ length: 15 }, (_, status) => status));
});
afterAll(async () => await shop.server.stop());

const run = async (statusIds: unknown, more: object = {}) =>
	await shop.run({
		resource: 'order',
		operation: 'getAll',
		returnAll: true,
		leaveOutImported: true,
		filters: { statusIds },
		options: { inNoneOfTheStatuses: true },
		...more,
	} as never);
const statusesOf = async (...given: Parameters<typeof run>) =>
	jsonOf(await run(...given)).map(({ status_id }) => Number(status_id));

describe('In None of the Statuses', () => {
	it('gives what an import of these statuses never sees', async () => {
		expect(await statusesOf([11, 9, 8, 3, 14])).toEqual([1, 2, 7, 10, 12, 13]);
		expect(await statusesOf('11, 9')).toEqual([1, 2, 3, 7, 8, 10, 12, 13, 14]);
	});

	it('without what is imported', async () => {
		await shop.run({
			resource: 'order',
			operation: 'markAsImported',
			orderId: String(placed[2]),
			documentType: 'salesorder',
			documentId: '1',
		} as never);
		expect(await statusesOf([11, 9, 8, 3, 14])).toEqual([1, 7, 10, 12, 13]);
	});

	it('keeps to the filters', async () => {
		changeOrder(shop, placed[10], {});
		const minDateModified = new Date(Date.now() - 3_600_000).toISOString();
		expect(await statusesOf([11], { filters: { statusIds: [11], minDateModified } })).toEqual([10]);
	});

	it.each([
		['no status', [], "'In None of the Statuses' needs statuses"],
		[
			'all of them',
			[1, 2, 3, 7, 8, 9, 10, 11, 12, 13, 14],
			"'In None of the Statuses' leaves no status: all are chosen",
		],
	])('is refused with %s', async (_, statusIds, message) => {
		const { error } = await run(statusIds, statusIds.length === 0 ? { filters: {} } : {});
		expect(error?.message).toBe(message);
		expect(shop.requests()).toBe(0);
	});
});

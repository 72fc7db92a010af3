import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { startBigCommerceServer, type BigCommerceServer } from '../../../sandbox/bigCommerce';
import type { SalesDocument } from '../../../sandbox/sos/records/salesDocument';
import { orderItem } from '../../../testing/sandbox/orderItem';
import { TestCompany } from '../../../testing/sandbox/testCompany';

let company: TestCompany;
let store: BigCommerceServer;
beforeEach(async () => {
	company = await TestCompany.start({ shop: { orders: 20, orderOptions: { onlyEligible: true } } });
	store = await startBigCommerceServer(company.shop, { quota: null });
});
afterEach(async () => {
	jest.restoreAllMocks();
	await Promise.all([company.stop(), store.stop()]);
});

const HOUR = 3_600_000;
const orders = () => company.shop.orders.map(orderItem);
const byShopper = { customerMode: 'findOrCreate' };
const credentials = () => ({
	...company.credentials(),
	bigCommerceApi: { apiPath: store.apiPath, accessToken: store.tokens.full },
});
const run = async (
	items: IDataObject[] = orders(),
	parameters: INodeParameters = {},
	mode: 'trigger' | 'manual' = 'trigger',
) =>
	await company.importOrders(
		items,
		{ markOrders: true, ...byShopper, ...parameters },
		{ credentials: credentials(), mode },
	);
const codesOf = ({ held }: { held: Array<{ code: string }> }) => held.map(({ code }) => code);
const pass = (ms: number) => {
	const now = performance.now.bind(performance);
	jest.spyOn(performance, 'now').mockImplementation(() => now() + ms);
};

/** What stands in the way of an order, in its own document. */
const ways: Array<[string, (document: SalesDocument) => Partial<SalesDocument>]> = [
	['NUMBER_TAKEN', ({ customerPO }) => ({ customerPO: `X${customerPO}` })],
	[
		'ORDER_MAY_BE_IN_SOS',
		({ customerPO, id }) => ({ number: String(20_000 + id), customerPO: `Web #${customerPO}` }),
	],
	[
		'ORDER_CHANGED_SINCE_IMPORT',
		({ lines: [first, ...rest] }) => ({ lines: [{ ...first, quantity: first.quantity + 1 }, ...rest] }),
	],
];

/** Documents that stand in the way of all orders. */
const placeDocuments = async (change: (document: SalesDocument) => Partial<SalesDocument>) => {
	await company.importOrders(orders(), byShopper);
	for (const { id } of company.salesOrders()) company.server.staff.change(id, change);
};

/** What a run of the same orders costs. */
const calls = async (items?: IDataObject[]) => {
	const before = company.calls();
	store.counters.reset();
	const outcome = await run(items);
	return { outcome, sos: company.calls() - before, bigCommerce: store.counters.total };
};

it.each(ways)(
	'an order that is held for %s costs nothing more as long as nothing changes',
	async (code, change) => {
		await placeDocuments(change);
		const first = await run();
		expect(codesOf(first)).toEqual(Array(20).fill(code));
		const { outcome, sos, bigCommerce } = await calls();
		expect(outcome.items.held).toEqual(first.items.held);
		// The items, and what changed in the book.
		expect([sos, bigCommerce]).toEqual([2, 0]);

		// Others are written beside them, and what is held stays so.
		company.server.staff.deleteDocument(company.salesOrders()[0].id);
		pass(HOUR);
		const later = await run();
		expect(codesOf(later)).toEqual(Array(19).fill(code));
		expect(later.imported.map(({ status }) => status)).toEqual(['created']);
	},
);

it.each(ways)(
	'an order that is held for %s is judged anew once one of both changes',
	async (code, change) => {
		await placeDocuments(change);
		await run();
		const [corrected, ...others] = company.salesOrders();
		const isOrders = code === 'ORDER_CHANGED_SINCE_IMPORT';
		const order = orders().find(({ id }) => corrected.customerPO?.endsWith(String(id)))!;
		company.server.staff.change(corrected.id, ({ lines: [first, ...rest] }) =>
			isOrders
				? { lines: [{ ...first, quantity: first.quantity - 1 }, ...rest] }
				: { customerPO: 'none', number: 'N1' },
		);
		const { imported, held } = await run();
		expect(held).toHaveLength(others.length);
		expect(imported.map((one) => [one.order, one.status])).toEqual([
			[order.id, isOrders ? 'existing' : 'created'],
		]);

		const [other] = orders().filter(({ id }) => id !== order.id);
		store.counters.reset();
		await run([other], { prefix: 'N-' });
		expect(store.counters.total).toBeGreaterThan(0);
	},
);

it('a run by hand looks at everything', async () => {
	await placeDocuments(ways[0][1]);
	await run();
	for (const { id } of company.salesOrders()) company.server.staff.deleteDocument(id);
	const { imported } = await run(orders(), {}, 'manual');
	expect(imported).toHaveLength(20);
});

it('an order that is held and old costs no more either', async () => {
	await placeDocuments(ways[2][1]);
	const [order, ...others] = orders();
	const old = { ...order, date_created: 'Thu, 02 Jan 2020 12:00:00 +0000' };
	await run([old, ...others]);
	const { outcome, sos, bigCommerce } = await calls([old, ...others]);
	expect(outcome.held).toHaveLength(20);
	expect([sos, bigCommerce]).toEqual([2, 0]);
});

it('an order whose document differs is looked at again until it is marked as such', async () => {
	await placeDocuments(ways[2][1]);
	const [order] = orders();
	store.faults.add({ kind: 'tokenExpired', method: 'PUT', every: 1 });
	expect((await run([order])).error).toBeDefined();
	store.faults.clear();
	// The claim of the run that could not mark it grows old.
	const at = Date.now() - 16 * 60_000;
	const claim = store.state.metafields.values().find(({ resource_id }) => resource_id === order.id)!;
	store.state.metafields.set({ ...claim, createdAt: at, modifiedAt: at });
	expect(codesOf(await run([order]))).toEqual(['ORDER_CHANGED_SINCE_IMPORT']);
	const values = store.state.metafields.values().filter(({ resource_id }) => resource_id === order.id);
	expect(values.map(({ value }) => JSON.parse(value) as unknown)).toMatchObject([{ state: 'differing' }]);
});

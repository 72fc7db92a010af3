import type { IDataObject } from 'n8n-workflow';
import axios from 'axios';
import { startBigCommerceServer, type BigCommerceServer } from '../../../sandbox/bigCommerce';
import { orderItem } from '../../../testing/sandbox/orderItem';
import { TestCompany } from '../../../testing/sandbox/testCompany';

/** Two n8n instances with an API account of their own each: here time runs so many times as fast. */
const HASTE = 50;

jest.mock('../../../nodes/shared/request/pause', () => {
	const actual = jest.requireActual<typeof import('../../../nodes/shared/request/pause')>(
		'../../../nodes/shared/request/pause',
	);
	return {
		...actual,
		pause: async (ms: number, signal?: AbortSignal) => await actual.pause(ms / HASTE, signal),
	};
});

const now = performance.now.bind(performance);
let company: TestCompany;
let store: BigCommerceServer;
beforeEach(() => jest.spyOn(performance, 'now').mockImplementation(() => now() * HASTE));
afterEach(async () => {
	jest.restoreAllMocks();
	await Promise.all([company.stop(), store.stop()]);
});

type Account = 'full' | 'second';

const start = async (count: number, settings: Parameters<typeof startBigCommerceServer>[1] = {}) => {
	company = await TestCompany.start({ shop: { orders: count, orderOptions: { onlyEligible: true } } });
	store = await startBigCommerceServer(company.shop, { quota: null, ...settings });
};
const shop = () => company.shop.orders.filter(({ fields }) => fields.currency_code === 'USD');
const ids = () => shop().map(({ id }) => id);
const orders = () => shop().map(orderItem);
const unpaid = () => orders().map((order) => ({ ...order, payment_status: 'pending' }));
const run = async (account: Account, items: IDataObject[] = orders()) =>
	await company.importOrders(
		items,
		{ markOrders: true, transactionType: 'byPayment' },
		{
			credentials: {
				...company.credentials(),
				bigCommerceApi: { apiPath: store.apiPath, accessToken: store.tokens[account] },
			},
		},
	);
/** Of which order each document in the two books is. */
const written = () =>
	[...company.salesOrders(), ...company.server.state.salesReceipts.values()]
		.map(({ customerPO }) => Number(customerPO))
		.filter((id) => ids().includes(id))
		.sort();
const marks = (account: Account): IDataObject[] =>
	store.state.metafields
		.values()
		.filter(({ owner_client_id }) => owner_client_id === store.accounts[account].clientId)
		.map(({ resource_id, value }) => ({ orderId: resource_id, ...(JSON.parse(value) as IDataObject) }));
const leave = async (account: Account, orderId: number, value: IDataObject, ageMs: number) => {
	const url = `${store.apiPath.replace(/\/v3\/?$/, '')}/v3/orders/${orderId}/metafields`;
	const body = { namespace: 'n8n-bigcommerce-sos', key: 'imported', permission_set: 'read' };
	const headers = { 'X-Auth-Token': store.tokens[account] };
	await axios.post(url, { ...body, value: JSON.stringify(value) }, { headers });
	const metafield = store.state.metafields.values().findLast(({ resource_id }) => resource_id === orderId)!;
	const at = Date.now() - ageMs;
	store.state.metafields.set({ ...metafield, createdAt: at, modifiedAt: at });
};
const until = async (isTrue: () => boolean) => {
	while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 5));
};

it.each([
	['a list that turns round', {}],
	['a list that does not', { metafieldsTurn: false }],
	['a list that lags', { metafieldsListedAfterMs: 40 }],
])('writes each order once under two accounts that start together: %s', async (_, settings) => {
	await start(25, settings);
	const runs = await Promise.all([run('full', unpaid()), run('second')]);
	expect(written()).toEqual(ids().sort());
	for (const { imported, held, error } of runs) {
		expect(error).toBeUndefined();
		expect(imported.length + held.length).toBe(ids().length);
		expect(held.filter(({ code }) => code !== 'BEING_IMPORTED')).toEqual([]);
	}
	expect([...marks('full'), ...marks('second')].filter(({ state }) => state !== undefined)).toEqual([]);
});

it.each<[Account, Account]>([
	['full', 'second'],
	['second', 'full'],
])('writes each order once where %s is at it when %s begins', async (first, second) => {
	await start(60);
	company.server.faults.add({ kind: 'hang', method: 'POST', path: '/salesorder', every: 1, delayMs: 60 });
	const earlier = run(first, unpaid());
	await until(() => written().length > 12);
	const later = await run(second, orders().reverse());
	await earlier;
	expect(later.error).toBeUndefined();
	expect(written()).toEqual([...new Set(written())]);
	// What both runs gave back to each other, the next one writes.
	await run(first);
	expect(written()).toEqual(ids().sort());
});

it('writes each order once under two accounts that have both imported before', async () => {
	await start(30);
	const document = { type: 'salesOrder', id: '1', number: 'X', total: '1', hash: 'h' };
	await leave('full', 1, document, 3_600_000);
	await leave('second', 2, document, 3_600_000);
	const runs = await Promise.all([run('full', unpaid()), run('second')]);
	expect(written()).toEqual(ids().sort());
	expect(runs.flatMap(({ imported }) => imported).length).toBeGreaterThanOrEqual(ids().length);
});

it('looks around once where nobody else marks orders', async () => {
	await start(20);
	store.counters.reset();
	await run('full');
	expect(store.counters.total).toBe(5);
});

it('finds what an ended run wrote under the account that the token was of before', async () => {
	await start(3);
	const [, orphan] = orders();
	await company.importOrders([orphan], { prefix: 'OLD-', transactionType: 'salesReceipt' });
	const claim = { state: 'claimed', run: 'another', earlier: [], type: 'salesReceipt' };
	await leave('full', orphan.id as number, { ...claim, number: `OLD-${orphan.id}` }, 16 * 60_000);
	const { imported, held } = await run('second');
	expect(held).toEqual([]);
	expect(imported.map(({ status }) => status)).toEqual(['created', 'existing', 'created']);
	expect(written()).toEqual(ids().sort());
	expect(marks('second').find(({ orderId }) => orderId === orphan.id)).toMatchObject({
		number: `OLD-${orphan.id}`,
	});
});

it('leaves an order alone that the other account has marked, and one that it is importing', async () => {
	await start(3);
	const [marked, claimed] = ids();
	const document = { type: 'salesOrder', id: '77', number: 'X-1', total: '1', hash: 'h' };
	await leave('full', marked, document, 3_600_000);
	await leave('full', claimed, { state: 'claimed', run: 'r', earlier: [], ...document }, 60_000);
	const { imported, held } = await run('second');
	expect(imported[0]).toMatchObject({ status: 'existing', number: 'X-1' });
	expect(held).toMatchObject([{ code: 'BEING_IMPORTED' }]);
	expect(written()).toEqual(ids().slice(2));
	expect(marks('second').map(({ orderId }) => orderId)).toEqual(ids().slice(2));
});

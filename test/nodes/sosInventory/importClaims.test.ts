import axios from 'axios';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { startBigCommerceServer, type BigCommerceServer } from '../../../sandbox/bigCommerce';
import { runNode } from '../../../testing/engine/runNode';
import { orderItem } from '../../../testing/sandbox/orderItem';
import { TestCompany } from '../../../testing/sandbox/testCompany';

let company: TestCompany;
let store: BigCommerceServer;
afterEach(async () => await Promise.all([company.stop(), store.stop()]));

const STALE_MS = 16 * 60_000;

const start = async (count: number, sos = {}) => {
	company = await TestCompany.start({ shop: { orders: count, orderOptions: { onlyEligible: true } }, sos });
	store = await startBigCommerceServer(company.shop, { quota: null });
};
const orders = () => company.shop.orders.map(orderItem);
const ids = () => company.shop.orders.map(({ id }) => id);
const credentials = (token = store.tokens.full, sosToken?: string) => ({
	...company.credentials(sosToken),
	bigCommerceApi: { apiPath: store.apiPath, accessToken: token },
});
const run = async (parameters: INodeParameters = {}, items: IDataObject[] = orders()) =>
	await company.importOrders(items, { markOrders: true, ...parameters }, { credentials: credentials() });
const marks = () =>
	new Map(
		store.state.metafields
			.values()
			.filter(({ key }) => key === 'imported')
			.map(({ resource_id, value }) => [resource_id, JSON.parse(value) as IDataObject]),
	);
const numbers = () =>
	company
		.salesOrders()
		.map(({ number }) => number)
		.sort();
const each = (prefix = 'BC-') =>
	ids()
		.map((id) => `${prefix}${id}`)
		.sort();
const codes = (held: Array<{ code?: unknown }>) => held.map(({ code }) => code);

/** What stands in the mark's place as a run leaves it that ends right there. */
const leave = async (orderId: number, value: IDataObject, ageMs = STALE_MS) => {
	const url = `${store.apiPath.replace(/\/v3\/?$/, '')}/v3/orders/${orderId}/metafields`;
	const body = { namespace: 'n8n-bigcommerce-sos', key: 'imported', permission_set: 'read' };
	const headers = { 'X-Auth-Token': store.tokens.full };
	await axios.post(url, { ...body, value: JSON.stringify(value) }, { headers });
	const metafield = store.state.metafields.values().find(({ resource_id }) => resource_id === orderId)!;
	const at = Date.now() - ageMs;
	store.state.metafields.set({ ...metafield, createdAt: at, modifiedAt: at });
};
const leaveClaim = async (orderId: number, document: IDataObject, ageMs?: number) =>
	await leave(orderId, { state: 'claimed', run: 'another', earlier: [], ...document }, ageMs);

it('marks each order with its document, in a fifth of a request each and one for the run', async () => {
	await start(20);
	store.counters.reset();
	const { imported, held } = await run();
	expect([imported.length, held]).toEqual([20, []]);
	expect(numbers()).toEqual(each());
	for (const { order, id, number, hash } of imported) {
		expect(marks().get(order as number)).toMatchObject({ type: 'salesOrder', id: String(id), number, hash });
	}
	expect(store.counters.total).toBe(5);
});

it('writes an order of an ended run under the settings of now, when that run had written none', async () => {
	await start(3);
	await leaveClaim(ids()[1], { type: 'salesReceipt', number: `OLD-${ids()[1]}` });
	const { imported } = await run();
	expect(imported.map(({ status }) => status)).toEqual(['created', 'created', 'created']);
	expect(numbers()).toEqual(each());
	expect(marks().get(ids()[1])).toMatchObject({ number: `BC-${ids()[1]}` });
});

it.each(['salesOrder', 'salesReceipt'])(
	'finds what an ended run had written as %s, whatever the settings are by now, and marks it',
	async (transactionType) => {
		await start(3);
		const [, orphan] = orders();
		await company.importOrders([orphan], { prefix: 'OLD-', transactionType });
		await leaveClaim(orphan.id as number, { type: transactionType, number: `OLD-${orphan.id}` });
		const { imported, held } = await run({ prefix: 'NEW-' });
		expect(held).toEqual([]);
		expect(imported[1]).toMatchObject({
			status: 'existing',
			number: `OLD-${orphan.id}`,
			documentType: transactionType,
		});
		expect(marks().get(orphan.id as number)).toMatchObject({
			type: transactionType,
			number: `OLD-${orphan.id}`,
		});
		expect(numbers().filter((number) => number.endsWith(String(orphan.id)))).toHaveLength(
			transactionType === 'salesOrder' ? 1 : 0,
		);
	},
);

it('remembers what two ended runs may have written', async () => {
	await start(1);
	const [orphan] = orders();
	await company.importOrders([orphan], { prefix: 'OLD-' });
	const earlier = [{ type: 'salesOrder', number: `OLD-${orphan.id}` }];
	await leaveClaim(orphan.id as number, { type: 'salesReceipt', number: `MID-${orphan.id}`, earlier });
	const { imported } = await run({ prefix: 'NEW-' });
	expect(imported).toMatchObject([{ status: 'existing', number: `OLD-${orphan.id}` }]);
});

it('leaves orders to the run that has claimed them, without asking SOS for anything', async () => {
	await start(3);
	for (const id of ids()) await leaveClaim(id, { type: 'salesOrder', number: `BC-${id}` }, 120_000);
	const matching = await company.run('item: matchSkus', {}, { items: orders() });
	const items = matching.outputs[0].map(({ json }) => json);
	const before = company.calls();
	const { outputs } = await company.run(
		'salesOrder: createFromBigCommerceOrder',
		{ markOrders: true, ...company.fixedCustomer() },
		{ items, credentials: credentials() },
	);
	expect(company.calls() - before).toBe(0);
	expect(outputs[1].map(({ json }) => json.reason)).toMatchObject(
		ids().map((id) => ({
			code: 'BEING_IMPORTED',
			message: `Order ${id}: another run is importing it at the moment (for 2 minutes).`,
		})),
	);
	expect(numbers()).toEqual([]);
});

it('reports an order that is marked meanwhile with its document, and writes none', async () => {
	await start(2);
	const document = { type: 'salesOrder', id: '77', number: 'X-1', total: '1', hash: 'h' };
	await leave(ids()[0], document, 0);
	const { imported } = await run();
	expect(imported[0]).toMatchObject({ status: 'existing', id: 77, number: 'X-1' });
	expect(imported[0].warnings).toMatchObject([{ code: 'MARKED_BEFORE' }]);
	expect(numbers()).toEqual([`BC-${ids()[1]}`]);
	expect(marks().get(ids()[0])).toEqual(document);
});

it('claims nothing for a plan and for orders that are held', async () => {
	await start(3);
	await run({ planOnly: true });
	const { held } = await run({ eligibility: { createdFrom: '2030-01-01T00:00:00' } });
	expect(codes(held)).toEqual(['CREATED_TOO_EARLY', 'CREATED_TOO_EARLY', 'CREATED_TOO_EARLY']);
	expect(store.counters.total).toBe(0);
});

it('gives an order back that SOS refuses, and keeps the claim of one whose answer got lost', async () => {
	await start(2);
	const [order] = orders();
	await company.importOrders([
		{ ...orders()[1], id: order.id, date_created: 'Mon, 02 Mar 2020 12:00:00 +0000' },
	]);
	const refused = await run({}, [order]);
	expect([codes(refused.held), marks().size]).toEqual([['NUMBER_TAKEN'], 0]);
	company.server.faults.add({ kind: 'serverError500', method: 'POST', path: '/salesorder', every: 1 });
	const lost = await run({}, orders().slice(1));
	expect(codes(lost.held)).toEqual(['SOS_UNAVAILABLE']);
	expect(marks().get(ids()[1])).toMatchObject({ state: 'claimed', number: `BC-${ids()[1]}` });
});

it('writes each order once when runs overlap, in one book or the other', async () => {
	await start(25);
	const runs = await Promise.all([
		run({ transactionType: 'salesOrder' }),
		run({ transactionType: 'salesReceipt', prefix: 'R-' }),
	]);
	const written = [
		...company.salesOrders(),
		...company.server.state.salesReceipts.values().filter(({ number }) => number.startsWith('R-')),
	].map(({ customerPO }) => Number(customerPO));
	expect(written.sort()).toEqual(ids().sort());
	for (const { imported, held } of runs) {
		expect(imported.length + held.length).toBe(25);
		expect(new Set(codes(held))).toEqual(new Set(held.length > 0 ? ['BEING_IMPORTED'] : []));
	}
	expect([...marks().values()].filter(({ state }) => state !== undefined)).toEqual([]);
});

it('finds a token that may not mark before the first document, and fails', async () => {
	await start(12);
	const { error, imported } = await company.importOrders(
		orders(),
		{ markOrders: true },
		{ credentials: credentials(store.tokens.readOnly) },
	);
	expect(error?.message).toContain('BigCommerce refused');
	expect([imported, numbers()]).toEqual([[], []]);
});

it('marks an order whose document differs as such, and as any other once the document is corrected', async () => {
	await start(6, { headerTaxAmount: 'recomputed' });
	const taxed = company.shop.orders.find(({ fields }) => Number(fields.total_tax) > 0)!;
	const items = [orderItem(taxed)];
	const first = await run({}, items);
	expect(codes(first.held)).toEqual(['WRITTEN_TOTAL_DIFFERS']);
	expect(marks().get(taxed.id)).toMatchObject({ state: 'differing', number: `BC-${taxed.id}` });

	const again = await run({}, items);
	expect(again.imported).toEqual([]);
	expect(marks().get(taxed.id)).toMatchObject({ state: 'differing', number: `BC-${taxed.id}` });
	expect(numbers()).toEqual([`BC-${taxed.id}`]);

	const [document] = company.salesOrders();
	company.server.state.salesOrders.update(document.id, {
		taxAmount: Number(taxed.fields.total_tax),
		total: Number(taxed.fields.total_inc_tax),
	});
	const corrected = await run({}, items);
	expect(corrected.imported).toMatchObject([{ status: 'existing', number: `BC-${taxed.id}` }]);
	expect(marks().get(taxed.id)).toMatchObject({ type: 'salesOrder', id: String(document.id) });
	expect(marks().get(taxed.id)?.state).toBeUndefined();
});

it('imports an order again whose document was deleted, once its mark is taken off', async () => {
	await start(1);
	await run();
	const [document] = company.salesOrders();
	company.server.state.salesOrders.delete(document.id);
	const still = await run();
	expect(still.imported).toMatchObject([{ status: 'existing', warnings: [{ code: 'MARKED_BEFORE' }] }]);
	expect(numbers()).toEqual([]);

	const remove = { resource: 'order', operation: 'removeImportMark', orderId: '={{ $json.id }}' };
	await runNode({ node: 'bigCommerce', parameters: remove, credentials: credentials(), items: orders() });
	const again = await run();
	expect(again.imported).toMatchObject([{ status: 'created', number: document.number }]);
	expect(marks().get(ids()[0])).toMatchObject({ id: String(again.imported[0].id) });
});

const isUnpaid = { payment_status: '', payment_method: 'Credit Card' };
const isPaid = { payment_status: 'captured', payment_method: 'Credit Card' };
const written = () => [
	...company.salesOrders(),
	...company.server.state.salesReceipts.values().filter(({ number }) => number.startsWith('BC-')),
];
const byPayment = { transactionType: 'byPayment' };
const ageMarks = (ms: number) => {
	for (const mark of store.state.metafields.values()) {
		const at = mark.createdAt - ms;
		store.state.metafields.set({ ...mark, createdAt: at, modifiedAt: at });
	}
};

it.each(['serverError503', 'tokenExpired', 'serverError500'] as const)(
	'keeps the claim of an order whose answer got lost when the look-up meets %s, so that the other book stays free',
	async (kind) => {
		await start(1);
		const [order] = orders();
		company.server.faults.add({ kind: 'resetAfterHandling', method: 'POST', path: '/salesorder', times: 1 });
		company.server.faults.add({ kind, method: 'GET', path: '/salesorder\\?.*query=' });
		await run(byPayment, [{ ...order, ...isUnpaid }]);
		company.server.faults.clear();
		expect(written()).toHaveLength(1);
		expect(marks().get(order.id as number)).toMatchObject({ state: 'claimed' });
		const next = await run(byPayment, [{ ...order, ...isPaid }]);
		expect(codes(next.held)).toEqual(['BEING_IMPORTED']);
		ageMarks(STALE_MS);
		const later = await run(byPayment, [{ ...order, ...isPaid }]);
		expect(later.imported).toMatchObject([{ status: 'existing', documentType: 'salesOrder' }]);
		expect(written()).toHaveLength(1);
	},
);

it('sends nothing more once another run has taken an order over', async () => {
	await start(1);
	const [order] = orders();
	company.server.faults.add({ kind: 'resetBeforeHandling', method: 'POST', path: '/salesorder', times: 1 });
	// The look-up takes as long as it takes the other run to do it all.
	company.server.faults.add({
		kind: 'hang',
		method: 'GET',
		path: '/salesorder\\?.*query=',
		times: 1,
		delayMs: 1500,
	});
	const clock = jest.spyOn(Date, 'now');
	const first = run(byPayment, [{ ...order, ...isUnpaid }]);
	await company.after(1, 'POST /api/v2/salesorder');
	ageMarks(STALE_MS);
	const second = await run(byPayment, [{ ...order, ...isPaid }]);
	expect(second.imported).toMatchObject([{ status: 'created', documentType: 'salesReceipt' }]);
	clock.mockImplementation(() => performance.timeOrigin + performance.now() + STALE_MS);
	const { held } = await first;
	clock.mockRestore();
	expect(codes(held)).toEqual(['BEING_IMPORTED']);
	expect(written()).toHaveLength(1);
	expect(marks().get(order.id as number)).toMatchObject({ type: 'salesReceipt' });
});

it('puts the mark of a document that differs back when nothing is written, and knows it by its ID', async () => {
	await start(6, { headerTaxAmount: 'recomputed' });
	const taxed = company.shop.orders.find(({ fields }) => Number(fields.total_tax) > 0)!;
	const items = [orderItem(taxed)];
	await run({}, items);
	const [document] = company.salesOrders();
	company.server.state.salesOrders.update(document.id, { customerPO: 'PO-ACME-7' });
	const renumbered = await run({ prefix: 'NEW-' }, items);
	expect(renumbered.imported).toEqual([]);
	expect(company.salesOrders()).toHaveLength(1);
	expect(marks().get(taxed.id)).toMatchObject({ state: 'differing', id: String(document.id) });
});

import { orderItem } from '../../../testing/sandbox/orderItem';
import { TestCompany } from '../../../testing/sandbox/testCompany';

let company: TestCompany;
afterEach(async () => await company.stop());

const orders = () => company.shop.orders.map(orderItem);
const start = async (count: number, sos = {}) => {
	const orderOptions = {
		onlyEligible: true,
		cases: ['firstOfCompany', 'sameShopper', 'sameShopperAgain', 'withNotes', 'handling'],
	};
	company = await TestCompany.start({ shop: { orders: count, orderOptions }, sos });
};
const byShopper = { customerMode: 'findOrCreate' };

/** Each order has exactly one document with its number and total. */
function expectEachOnce(): void {
	const written = company.salesOrders().map(({ number, total }) => `${number} ${total}`);
	const expected = orders().map(({ id, total_inc_tax }) => `BC-${id} ${Number(total_inc_tax)}`);
	expect(written.sort()).toEqual(expected.sort());
}

/** No two customers of the same e-mail address, apart from the two that are there from the start. */
function expectNoCustomerTwice(): void {
	const emails = company.server.state.customers
		.values()
		.flatMap(({ email }) => (email ? [email.toLowerCase()] : []))
		.filter((email) => email !== 'shared@example.com');
	expect(emails).toEqual([...new Set(emails)]);
}

it('creates nothing new when it runs again, and says so', async () => {
	await start(20);
	const first = await company.importOrders(orders());
	const second = await company.importOrders(orders());
	expectEachOnce();
	expect(second.held).toEqual([]);
	expect(second.imported.map(({ status }) => status)).toEqual(orders().map(() => 'existing'));
	expect(second.imported.map(({ id }) => id)).toEqual(first.imported.map(({ id }) => id));
	expect(second.imported.map(({ hash }) => hash)).toEqual(first.imported.map(({ hash }) => hash));
});

it('creates each order and each customer once when two executions run at the same time', async () => {
	await start(20);
	const runs = await Promise.all([
		company.importOrders(orders(), byShopper),
		company.importOrders(orders(), byShopper),
	]);
	expectEachOnce();
	expectNoCustomerTwice();
	for (const { imported, held } of runs) expect([imported.length, held]).toEqual([20, []]);
	const created = runs.flatMap(({ imported }) => imported.filter(({ status }) => status === 'created'));
	expect(created).toHaveLength(20);
});

describe.each([
	'resetAfterHandling',
	'resetBeforeHandling',
	'truncatedBody',
	'nonJsonBody',
	'serverError500',
] as const)('%s', (kind) => {
	it.each(['/salesorder', '/customer'])(
		'while POST %s is answered loses and doubles nothing',
		async (path) => {
			await start(12);
			company.server.faults.add({ kind, method: 'POST', path, every: 2, times: 4 });
			const { imported, held, error } = await company.importOrders(orders(), byShopper);
			expect({ error, held }).toEqual({ error: undefined, held: [] });
			expect(imported.map(({ status }) => status)).toEqual(orders().map(() => 'created'));
			expect(company.server.faults.injected[kind]).toBe(4);
			expectEachOnce();
			expectNoCustomerTwice();
		},
	);
});

it('creates a new item once although the answer is lost, the look-up is late and two runs need it', async () => {
	const orderOptions = { cases: ['skuMissingInSos'] };
	company = await TestCompany.start({ shop: { orders: 2, orderOptions } });
	const before = company.server.state.items.size;
	company.server.faults.add({ kind: 'resetAfterHandling', method: 'POST', path: '/item', times: 1 });
	company.server.faults.add({ kind: 'staleRead', method: 'GET', path: 'sku=', times: 3 });
	const runs = await Promise.all([
		company.importOrders(orders(), { unmatched: 'createItem' }),
		company.importOrders(orders(), { unmatched: 'createItem' }),
	]);
	expect(runs.map(({ held }) => held)).toEqual([[], []]);
	expectEachOnce();
	const added = company.server.state.items.values().slice(before);
	expect(added.map(({ sku }) => sku)).toEqual([...new Set(added.map(({ sku }) => sku))]);
	expect(added.length).toBeGreaterThan(0);
});

it('creates a new item once although its product was renamed between the orders of two runs', async () => {
	company = await TestCompany.start({
		shop: { orders: 2, orderOptions: { cases: ['skuMissingInSos', 'skuMissingInSos'] } },
	});
	const before = company.server.state.items.size;
	const [first, second] = orders();
	const lines = second.products as Array<{ name: string }>;
	const renamed = { ...second, products: lines.map((line) => ({ ...line, name: `New ${line.name}` })) };
	const createItem = { unmatched: 'createItem' };
	company.server.faults.add({
		kind: 'staleRead',
		method: 'GET',
		path: '/item',
		times: 4,
		delayMs: 60_000,
	});
	const runs = await Promise.all([
		company.importOrders([first], createItem),
		company.importOrders([renamed], createItem),
	]);
	expect(runs.map(({ imported, held }) => [imported.length, held])).toEqual([
		[1, []],
		[1, []],
	]);
	expect(company.server.state.items.size).toBe(before + 1);
});

it('looks again when SOS says that the number is taken but does not list the document yet', async () => {
	await start(1);
	await company.importOrders(orders());
	company.server.faults.add({
		kind: 'staleRead',
		method: 'GET',
		path: '/salesorder',
		times: 2,
		delayMs: 60_000,
	});
	const { imported } = await company.importOrders(orders());
	expect(imported.map(({ status }) => status)).toEqual(['existing']);
	expectEachOnce();
});

it('creates no second customer while SOS does not list the one who has just been created', async () => {
	await start(3);
	const [first] = orders();
	await company.importOrders([first], byShopper);
	company.server.faults.add({
		kind: 'staleRead',
		method: 'GET',
		path: '/customer',
		times: 4,
		delayMs: 60_000,
	});
	const { held } = await company.importOrders(orders(), byShopper);
	expect(held).toEqual([]);
	expectNoCustomerTwice();
});

it('holds an order whose number belongs to another document, and names it', async () => {
	await start(2);
	await company.stop();
	await start(2, { takenNumbers: [`BC-${orders()[0].id}`] });
	const { imported, held } = await company.importOrders(orders());
	expect(imported.map(({ order }) => order)).toEqual([orders()[1].id]);
	expect(held.map(({ order, code }) => [order, code])).toEqual([[orders()[0].id, 'NUMBER_TAKEN']]);
	const foreign = company.server.state.salesOrders
		.values()
		.find(({ number }) => number === `BC-${orders()[0].id}`);
	expect(held[0].message).toContain(`id ${foreign?.id}`);
	expect(held[0].message).toContain(foreign?.customerPO);
});

it('finds the document although it is archived and others hold its number as part of theirs', async () => {
	await start(1);
	await company.stop();
	await start(1, { takenNumbers: [`OLD-BC-${orders()[0].id}`, `BC-${orders()[0].id}-2`] });
	await company.importOrders(orders());
	const first = company.salesOrders().at(-1);
	company.server.state.salesOrders.update(first?.id ?? 0, { archived: true });
	const { imported, held } = await company.importOrders(orders());
	expect(held).toEqual([]);
	expect(imported.map(({ status, id }) => [status, id])).toEqual([['existing', first?.id]]);
});

it('looks a number up before it sends an order again', async () => {
	await start(1);
	company.server.faults.add({ kind: 'resetAfterHandling', method: 'POST', path: '/salesorder', times: 1 });
	const { imported } = await company.importOrders(orders());
	expect(imported.map(({ status }) => status)).toEqual(['created']);
	expect(company.calls('POST /api/v2/salesorder')).toBe(1);
});

it('does not turn a sales order into a sales receipt as well once it is paid', async () => {
	await start(2);
	const byPayment = { transactionType: 'byPayment' };
	const unpaid = orders().map((order) => ({ ...order, payment_status: 'pending' }));
	expect(
		(await company.importOrders(unpaid, byPayment)).imported.map(({ documentType }) => documentType),
	).toEqual(['salesOrder', 'salesOrder']);
	const { imported, held } = await company.importOrders(orders(), byPayment);
	expect(held).toEqual([]);
	expect(imported.map(({ status, documentType }) => [status, documentType])).toEqual([
		['existing', 'salesOrder'],
		['existing', 'salesOrder'],
	]);
	expect(company.server.state.salesReceipts.size).toBe(0);
});

it('holds the second of two equal orders in a batch', async () => {
	await start(1);
	const { imported, held } = await company.importOrders([orders()[0], orders()[0]]);
	expect(imported).toHaveLength(1);
	expect(held.map(({ code }) => code)).toEqual(['ORDER_TWICE_IN_BATCH']);
	expectEachOnce();
});

it('holds an order that was changed in the shop after it was imported', async () => {
	await start(2);
	await company.importOrders(orders());
	const [order, other] = orders();
	const { imported, held } = await company.importOrders([{ ...other, id: order.id }]);
	expect(imported).toEqual([]);
	expect(held.map(({ code }) => code)).toEqual(['ORDER_CHANGED_SINCE_IMPORT']);
	expectEachOnce();
});

import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { SalesOrder, SalesReceipt } from '../../../sandbox/sos/records/salesDocument';
import { orderItem } from '../../../testing/sandbox/orderItem';
import { TestCompany } from '../../../testing/sandbox/testCompany';

let company: TestCompany;
beforeEach(async () => {
	const orderOptions = { onlyEligible: true };
	company = await TestCompany.start({ shop: { orders: 3, orderOptions } });
});
afterEach(async () => await company.stop());

const orders = () => company.shop.orders.map(orderItem);
const byShopper = { customerMode: 'findOrCreate' };
const documents = () => [
	...company.server.state.salesOrders.values(),
	...company.server.state.salesReceipts.values(),
];
const countOf = ({ id }: IDataObject) =>
	documents().filter(({ customerPO }) => customerPO === String(id)).length;
const statuses = ({ imported }: { imported: Array<{ status: string }> }) =>
	imported.map(({ status }) => status);

const receipts = { transactionType: 'salesReceipt' };
const offset = { fields: { numberOffset: 100_000 } };

it.each<[string, INodeParameters, INodeParameters]>([
	['the transaction type', {}, receipts],
	['the transaction type, back', receipts, {}],
	['the prefix', { prefix: 'BC-' }, { prefix: 'WEB-' }],
	['the suffix', {}, { suffix: '-W' }],
	['the offset', {}, offset],
	['type and prefix', {}, { ...receipts, prefix: 'WEB-' }],
	['type by payment', receipts, { transactionType: 'byPayment' }],
])('finds the documents again after %s changed while they were not marked', async (_, before, after) => {
	const first = await company.importOrders(orders(), { ...byShopper, ...before });
	const second = await company.importOrders(orders(), { ...byShopper, ...after });
	expect([second.held, statuses(second)]).toEqual([[], ['existing', 'existing', 'existing']]);
	expect(second.imported.map(({ id }) => id)).toEqual(first.imported.map(({ id }) => id));
	expect(orders().map(countOf)).toEqual([1, 1, 1]);
});

it('finds them from another process, in the clock and the time zone that SOS has', async () => {
	const { settings, staff } = company.server;
	Object.assign(settings, {
		clockAheadMs: -6 * 3_600_000,
		zoneOfFilters: 'company',
		timeZone: 'Pacific/Honolulu',
	});
	const [order] = orders();
	await company.importOrders([order], byShopper);
	const [id] = company.salesOrders().map((document) => document.id);
	const document = company.server.state.salesOrders.get(id) as SalesOrder;
	// Entered anew, so that this process has not written it.
	staff.deleteDocument(id);
	staff.enterAgain({ ...document, number: `OLD-${document.customerPO}` });
	const second = await company.importOrders([order], byShopper);
	expect(statuses(second)).toEqual(['existing']);
	expect(countOf(order)).toBe(1);
});

it('writes an order again whose document was deleted', async () => {
	await company.importOrders(orders(), byShopper);
	for (const { id } of company.salesOrders()) company.server.staff.deleteDocument(id);
	expect(statuses(await company.importOrders(orders(), byShopper))).toEqual(Array(3).fill('created'));
});

it('shows in a plan what the run does, without writing', async () => {
	const [first, second] = orders();
	await company.importOrders([first], byShopper);
	const writes = company.writes();
	const plan = await company.importOrders([first, second], { ...byShopper, prefix: 'WEB-', planOnly: true });
	expect(statuses(plan)).toEqual(['existing', 'planned']);
	expect(company.writes()).toBe(writes);
});

describe('an order that somebody entered by hand', () => {
	/** What a person would have entered: a document of their own with some of what the order has. */
	const enter = async (order: IDataObject, fields: Partial<SalesOrder | SalesReceipt>) => {
		await company.importOrders([order], byShopper);
		const [written] = company.salesOrders();
		company.server.staff.deleteDocument(written.id);
		return company.server.staff.enterAgain({ ...written, ...fields } as SalesOrder);
	};

	it.each<[string, (id: unknown) => Partial<SalesOrder>]>([
		[
			'with the order number in its customer PO',
			(id) => ({ number: '2041', customerPO: `Web #${String(id)}` }),
		],
		['under the order number alone', (id) => ({ number: String(id), customerPO: '' })],
	])('%s is held and named', async (_, fields) => {
		const [order, other] = orders();
		const id = await enter(order, fields(order.id));
		const { imported, held } = await company.importOrders([order, other], byShopper);
		expect(imported.map((one) => one.order)).toEqual([other.id]);
		expect(held.map(({ code }) => code)).toEqual(['ORDER_MAY_BE_IN_SOS']);
		expect(held[0].message).toContain(`id ${id}`);
	});

	it('does not hold the order of another store with the same number', async () => {
		const [order] = orders();
		const [, customer] = company.server.state.customers.values();
		await enter(order, {
			number: `B-${String(order.id)}`,
			customer: { id: customer.id, name: customer.name },
			total: 12345,
			billing: null,
			shipping: null,
			date: '2020-01-01T00:00:00',
		} as never);
		expect(statuses(await company.importOrders([order], byShopper))).toEqual(['created']);
	});
});

it('costs two calls for a run, and one for a document that is compared', async () => {
	const [first, second, third] = orders();
	await company.importOrders([first], company.fixedCustomer());
	const before = company.calls();
	await company.importOrders([second], company.fixedCustomer());
	// The items, the book of sales orders, the document; the other book was looked at a moment ago.
	expect(company.calls() - before).toBe(3);
	const next = company.calls();
	await company.importOrders([second, third], company.fixedCustomer());
	expect(company.calls() - next).toBe(4);
});

it('asks for an old order by itself where the documents since then would take more calls', async () => {
	const [order, other] = orders();
	await company.importOrders([order], company.fixedCustomer());
	const [written] = company.salesOrders();
	await company.stop();
	// The same company, not yet remembered.
	company = await TestCompany.start({ shop: { orders: 3, orderOptions: { onlyEligible: true } } });
	const { staff, state } = company.server;
	const yearAgo = Date.now() - 365 * 86_400_000;
	const placedLongAgo = { ...order, date_created: new Date(yearAgo).toUTCString() };
	staff.enterAgain({ ...written, number: 'OLD-1', date: new Date(yearAgo).toISOString().slice(0, 19) });
	for (let count = 0; count < 900; count++) {
		const id = staff.enterAgain({ ...written, number: `N${count}`, customerPO: `N${count}` });
		state.salesOrders.update(id, { createdAt: yearAgo + count * 35_000_000 });
	}
	const { imported } = await company.importOrders([placedLongAgo, other], company.fixedCustomer());
	expect(imported.map(({ status }) => status)).toEqual(['existing', 'created']);
	// From the old order on, which is too much; from the other order on; and by the number of the old one.
	expect(company.calls('GET /api/v2/salesorder')).toBe(3);
});

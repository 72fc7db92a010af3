import { orderItem } from '../../../testing/sandbox/orderItem';
import { TestCompany } from '../../../testing/sandbox/testCompany';

let company: TestCompany;
beforeEach(async () => {
	const orderOptions = { onlyEligible: true, cases: ['plain', 'handling'] };
	company = await TestCompany.start({ shop: { orders: 2, orderOptions } });
});
afterEach(async () => await company.stop());

const locator = (value: unknown) => ({ __rl: true, mode: 'id', value: String(value) });

it('reads an item, with the stock of the company or of a location', async () => {
	const { id, sku } = company.server.state.items.values().filter(({ type }) => type === 'Inventory Item')[2];
	const whole = await company.run('item: get', { itemId: locator(id) });
	expect(whole.outputs[0][0]).toMatchObject({
		json: { id, sku, available: company.server.quantitiesOf(id).available },
		pairedItem: { item: 0 },
	});
	for (const location of ['East Warehouse', company.idIn('locations', 'East Warehouse')]) {
		const { outputs } = await company.run('item: get', { itemId: locator(id), location });
		expect(outputs[0][0].json.onhand).toBe(company.server.quantitiesOf(id, 'East Warehouse').onhand);
	}
});

it('says that the location is wrong rather than the item', async () => {
	const { id } = company.server.state.items.values()[0];
	const { error } = await company.run('item: get', { itemId: locator(id), location: 'Nowhere' });
	expect(error?.message).toBe('SOS Inventory has no location "Nowhere"');
});

it('reads a customer without secrets', async () => {
	const { id } = company.customer('Jordan Sample');
	const { outputs } = await company.run('customer: get', { customerId: locator(id) });
	expect(outputs[0][0].json).toMatchObject({ id, name: 'Jordan Sample' });
	expect(JSON.stringify(outputs)).not.toMatch(/password|lastFour|expMonth|tokenType|hasCard/i);
});

it('cuts a customer and an item down to what is read most when simplified', async () => {
	const { id } = company.customer('Jordan Sample');
	const customer = await company.run('customer: get', { customerId: locator(id), simplify: true });
	expect(customer.outputs[0][0].json).toMatchObject({
		...{ id, name: 'Jordan Sample', email: 'Jordan.Sample@example.com' },
		billingCity: company.server.state.customers.get(id)?.billing?.city,
	});
	expect(Object.keys(customer.outputs[0][0].json)).toHaveLength(10);
	const item = await company.run('item: get', {
		itemId: locator(company.server.state.items.values()[0].id),
		simplify: true,
	});
	expect(Object.keys(item.outputs[0][0].json)).toHaveLength(11);
});

describe.each([
	['salesOrder', 'salesOrder', 'sales order'],
	['salesReceipt', 'salesReceipt', 'sales receipt'],
])('%s', (resource, transactionType, words) => {
	const numberOf = (index: number) => `BC-${company.shop.orders[index].id}`;
	beforeEach(
		async () => void (await company.importOrders(company.shop.orders.map(orderItem), { transactionType })),
	);
	const stored = () =>
		resource === 'salesOrder' ? company.salesOrders() : company.server.state.salesReceipts.values();

	it('is read by its exact number and by its id', async () => {
		const byNumber = await company.run(`${resource}: get`, { number: ` ${numberOf(1)} ` });
		expect(byNumber.outputs[0][0].json).toMatchObject({ id: stored()[1].id, number: numberOf(1) });
		const byId = await company.run(`${resource}: get`, { findBy: 'id', documentId: String(stored()[1].id) });
		expect(byId.outputs).toEqual(byNumber.outputs);
		expect(byId.outputs[0][0].json).not.toHaveProperty('accountToken');
	});

	it('is cut down to what is read most when simplified', async () => {
		const { outputs } = await company.run(`${resource}: get`, { number: numberOf(0), simplify: true });
		const { number, total, customer, lines } = stored()[0];
		expect(outputs[0][0].json).toEqual({
			...{ id: stored()[0].id, number, total, date: expect.any(String), customerPO: expect.any(String) },
			...{ closed: false, archived: false, customerId: customer.id, customerName: customer.name },
			lines: lines.map(({ lineNumber, item, description, quantity, unitprice, amount }) => ({
				...{ lineNumber, item, description, quantity, unitprice, amount },
			})),
		});
	});

	it('is not found by part of its number', async () => {
		const { error } = await company.run(`${resource}: get`, { number: numberOf(1).slice(0, -1) });
		expect(error?.message).toBe(`SOS Inventory has no ${words} ${numberOf(1).slice(0, -1)}`);
	});

	it.each([
		[{ number: ' ' }, "'Reference Number' is empty"],
		[{ findBy: 'id', documentId: '={{ $json.missing }}' }, "ID' is empty"],
		[{ findBy: 'id', documentId: '12a' }, 'ID\' is "12a"'],
	])('with %p is refused instead of reading the whole list', async (parameters, message) => {
		const before = company.calls();
		const { error } = await company.run(`${resource}: get`, parameters);
		expect(error?.message).toContain(message);
		expect(company.calls()).toBe(before);
	});

	it('with an unknown id is not there', async () => {
		const { error } = await company.run(`${resource}: get`, { findBy: 'id', documentId: '99999' });
		expect(error?.message).toBe(`SOS Inventory has no ${words} with the id 99999`);
	});
});

it.each([
	['item: get', 'itemId', 'Item'],
	['customer: get', 'customerId', 'Customer'],
])('%s refuses an empty id', async (operation, parameter, label) => {
	const { error } = await company.run(operation, { [parameter]: locator('={{ $json.missing }}') });
	expect(error?.message).toContain(`'${label}' is empty`);
	expect(company.calls()).toBe(0);
});

it('goes on with the other items when one fails and it is set to continue', async () => {
	const { id } = company.customer('Alex Example');
	const { outputs } = await company.run(
		'customer: get',
		{ customerId: { __rl: true, mode: 'id', value: '={{ $json.customer }}' } },
		{ items: [{ customer: 99_999 }, { customer: id }], onError: 'continueErrorOutput' },
	);
	expect(outputs.map((items) => items.map(({ json }) => json.id ?? json.customer))).toEqual([[id], [99_999]]);
	expect(outputs[1][0].json.error).toBe('SOS Inventory has no customer with the id 99999');
});

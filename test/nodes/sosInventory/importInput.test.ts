import type { IDataObject } from 'n8n-workflow';
import { orderItem } from '../../../testing/sandbox/orderItem';
import { TestCompany } from '../../../testing/sandbox/testCompany';

let company: TestCompany;
beforeEach(async () => {
	const orderOptions = { onlyEligible: true, cases: ['plain', 'handling', 'noTax'] };
	company = await TestCompany.start({ shop: { orders: 3, orderOptions } });
});
afterEach(async () => await company.stop());

const orders = () => company.shop.orders.map(orderItem);
const links = { url: 'https://api.example.com/v2/orders/1/products', resource: '/orders/1/products' };

it('holds what is no order, and imports the orders around it', async () => {
	const strange: IDataObject[] = [
		{},
		{ id: 'abc' },
		{ id: -4 },
		{ name: 'Jane' },
		{ id: 7, products: 'none' },
	];
	const { imported, held } = await company.importOrders([...strange, ...orders()]);
	expect(held.map(({ code }) => code)).toEqual([
		'NOT_AN_ORDER',
		'NOT_AN_ORDER',
		'NOT_AN_ORDER',
		'NOT_AN_ORDER',
		'LINES_NOT_READ',
	]);
	expect(imported).toHaveLength(3);
});

it('says what to switch on for orders that carry links only', async () => {
	const [order] = orders();
	const { held } = await company.importOrders([{ ...order, products: links, shipping_addresses: links }]);
	expect(held[0]).toMatchObject({ code: 'LINES_NOT_READ', fix: expect.stringContaining('Include Lines') });
});

it('holds orders whose SKUs were not matched', async () => {
	const { outputs } = await company.run('salesOrder: createFromBigCommerceOrder', company.fixedCustomer(), {
		items: orders(),
	});
	expect(outputs[0]).toEqual([]);
	expect(outputs[1].map(({ json }) => (json.reason as IDataObject).code)).toEqual(
		Array(3).fill('LINES_NOT_MATCHED'),
	);
	expect((outputs[1][0].json.reason as IDataObject).fix).toBe(
		"Put 'Item: Match SKUs' of the SOS Inventory node before this node.",
	);
});

it('holds an order with a field of the wrong type, names the field, and imports the others', async () => {
	const [first, ...others] = orders();
	// No API answers this, but a workflow may make it on the way.
	const products = (first.products as IDataObject[]).map((line) => ({ ...line, product_options: {} }));
	const { imported, held, error } = await company.importOrders([{ ...first, products }, ...others]);
	expect(error).toBeUndefined();
	expect(imported).toHaveLength(2);
	expect(held.map(({ order, code }) => [order, code])).toEqual([[first.id, 'ORDER_FIELD_UNREADABLE']]);
	expect(held[0].message).toBe(
		`Order ${first.id}: its field products[0].product_options is an object instead of a list.`,
	);
});

it('pairs every output item with its input item', async () => {
	const { items } = await company.importOrders([{ name: 'no order' }, ...orders()]);
	expect(items.imported.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }, { item: 2 }, { item: 3 }]);
	expect(items.held.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }]);
});

describe('settings that cannot be read for one order', () => {
	const broken = { location: '={{ $json.id === 100 ? $("No such node").first().json.id : "" }}' };

	it('stop the execution before anything is written, naming the item', async () => {
		const { error } = await company.importOrders(orders(), broken);
		expect(error).toBeDefined();
		expect(company.writes()).toBe(0);
	});

	it('go to the error output where there is one, and the other orders arrive', async () => {
		const { imported, held, failed } = await company.importOrders(orders(), broken, {
			onError: 'continueErrorOutput',
		});
		expect([imported.length, held.length]).toEqual([2, 0]);
		expect(failed.map(({ json }) => json.id)).toEqual([100]);
		expect(failed[0].json.error).toBeTruthy();
	});
});

it('keeps held orders on their own output when there is an error output as well', async () => {
	const { imported, held, failed } = await company.importOrders(
		[{ name: 'no order' }, ...orders()],
		{},
		{
			onError: 'continueErrorOutput',
		},
	);
	expect([imported.length, held.length, failed.length]).toEqual([3, 1, 0]);
});

it('holds all orders instead of failing when it is set to continue and SOS does not answer', async () => {
	const { outputs } = await company.run('item: matchSkus', {}, { items: orders() });
	company.server.expireAccessTokens();
	const { outputs: created, error } = await company.run(
		'salesOrder: createFromBigCommerceOrder',
		company.fixedCustomer(),
		{ items: outputs[0], onError: 'continueErrorOutput' },
	);
	expect(error).toBeUndefined();
	expect(created.map((items) => items.length)).toEqual([0, 3, 0]);
	expect(created[1].map(({ json }) => (json.reason as IDataObject).code)).toEqual([
		'SOS_CREDENTIAL_REFUSED',
		'NOT_TRIED',
		'NOT_TRIED',
	]);
});

it('calls settings by their labels in the reasons that Match SKUs puts on lines', async () => {
	const [order] = orders();
	const products = (order.products as IDataObject[]).map((line) => ({ ...line, sku: 'NO-SUCH-SKU' }));
	const { outputs } = await company.run('item: matchSkus', {}, { items: [{ ...order, products }] });
	const [line] = outputs[0][0].json.products as Array<{ sos: { reason: { fix: string } } }>;
	expect(line.sos.reason.fix).toBe(
		"Add the item in SOS Inventory or correct the SKU, or add it to 'Aliases' in 'Item: Match SKUs'.",
	);
});

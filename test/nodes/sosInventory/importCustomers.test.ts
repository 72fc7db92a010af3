import sortBy from 'lodash/sortBy';
import type { IDataObject } from 'n8n-workflow';
import { orderItem } from '../../../testing/sandbox/orderItem';
import { TestCompany } from '../../../testing/sandbox/testCompany';

let company: TestCompany;
afterEach(async () => await company.stop());

const start = async (customers: object[] = [], sos = {}) => {
	const orderOptions = { onlyEligible: true, cases: ['plain', 'handling', 'noTax'] };
	company = await TestCompany.start({
		shop: { orders: 3, orderOptions },
		sos: { customers: customers as never, ...sos },
	});
};
/** The made-up orders, each with a shopper of its own making. */
const ordersOf = (...shoppers: IDataObject[]) =>
	shoppers.map((shopper, index) => {
		const order = orderItem(company.shop.orders[index]);
		const blank = { email: '', company: '', zip: '75001', first_name: 'Robin', last_name: 'Sample' };
		return { ...order, billing_address: { ...blank, ...shopper } } as unknown as IDataObject;
	});
const importFor = async (shoppers: IDataObject[], customers: IDataObject = {}) =>
	await company.importOrders(ordersOf(...shoppers), { customerMode: 'findOrCreate', customers } as never);
/** By order number: several orders are under way at a time. */
const bookedOn = () => sortBy(company.salesOrders(), 'number').map(({ customer }) => customer.name);
const names = () => company.server.state.customers.values().map(({ name }) => name);
const customerCalls = () => company.calls('GET /api/v2/customer');

it('finds a customer by e-mail whatever its case, with one call for several orders', async () => {
	await start();
	const shopper = { email: 'JORDAN.sample@example.com', first_name: 'J', last_name: 'S' };
	await importFor([shopper, shopper]);
	expect(bookedOn()).toEqual(['Jordan Sample', 'Jordan Sample']);
	expect(customerCalls()).toBe(1);
});

it('checks the e-mail itself, where SOS answers customers whose address only contains it', async () => {
	await start([{ name: 'Long Mail', email: 'robin@example.com.example.org' }], {
		customerEmailMatch: 'substring',
	});
	await importFor([{ email: 'robin@example.com' }]);
	expect(bookedOn()).toEqual(['Robin Sample']);
});

it('holds the order when two customers have the e-mail, unless one has the name as well', async () => {
	await start();
	const { held } = await importFor([
		{ email: 'shared@example.com' },
		{ email: 'shared@example.com', first_name: 'Alex', last_name: 'Example' },
		{ email: 'shared@example.com' },
	]);
	expect(held.map(({ code }) => code)).toEqual(['CUSTOMER_AMBIGUOUS', 'CUSTOMER_AMBIGUOUS']);
	expect(bookedOn()).toEqual(['Alex Example']);
});

it('finds a customer by company and postal code where the company is in the name', async () => {
	const billing = { postalCode: '75 001' };
	await start([
		{ name: 'Acme Tools - Purchasing', companyName: 'Acme Tools', billing },
		{ name: 'Acme Tools - Other Town', companyName: 'Acme Tools', billing: { postalCode: '10001' } },
	]);
	await importFor([{ email: 'new@example.com', company: 'ACME Tools' }]);
	expect(bookedOn()).toEqual(['Acme Tools - Purchasing']);
});

it('does not read on, and guesses nobody, when the company is a word in very many names of a large company', async () => {
	const billing = { postalCode: '75001' };
	await start(
		Array.from({ length: 450 }, (_, index) => ({ name: `Shop ${index}`, companyName: 'Shop', billing })),
	);
	await importFor([{ email: 'new@example.com', company: 'Shop' }], { matchBy: ['companyAndPostalCode'] });
	expect(bookedOn()).toEqual(['Robin Sample']);
	expect(customerCalls()).toBe(2);
});

it('does not take a shopper for another one who was looked up by other rules', async () => {
	const billing = { postalCode: '75001' };
	await start([
		{ name: 'North Ltd', companyName: 'North Ltd', billing },
		{ name: 'South Ltd', companyName: 'South Ltd', billing },
	]);
	const email = 'buyer@example.com';
	await importFor(
		[
			{ email, company: 'North Ltd' },
			{ email, company: 'South Ltd' },
		],
		{
			matchBy: ['companyAndPostalCode', 'email'],
		},
	);
	expect(bookedOn()).toEqual(['North Ltd', 'South Ltd']);
});

it('creates a customer once for a shopper whose orders differ in the name', async () => {
	await start();
	company.server.faults.add({ kind: 'staleRead', method: 'GET', path: '/customer', delayMs: 60_000 });
	const email = 'one.person@example.com';
	await importFor([
		{ email, first_name: 'Jon' },
		{ email, first_name: 'Jonathan' },
	]);
	expect(bookedOn()).toEqual(['Jon Sample', 'Jon Sample']);
});

it('numbers new customers whose name is taken by others, in one call however many there are', async () => {
	const taken = ['Robin Sample', ...Array.from({ length: 8 }, (_, index) => `Robin Sample (${index + 2})`)];
	await start(taken.map((name, index) => ({ name, email: `robin${index}@example.com` })));
	const { imported } = await importFor([{ email: 'another@example.com' }]);
	expect(imported).toHaveLength(1);
	expect(bookedOn()).toEqual(['Robin Sample (10)']);
	expect(company.calls('POST /api/v2/customer')).toBe(1);
});

it('does not book on archived customers and those deleted in QuickBooks', async () => {
	await start([{ name: 'Casey Late (deleted)', email: 'late@example.com' }]);
	await importFor([{ email: 'former@example.com' }, { email: 'late@example.com', first_name: 'Casey' }]);
	expect(bookedOn()).toEqual(['Robin Sample', 'Casey Sample']);
});

it('books guests on a customer of their own where one is chosen', async () => {
	await start();
	const [order, ...others] = ordersOf({ email: 'guest@example.com' }, { email: 'member@example.com' });
	const guestCustomer = { __rl: true, mode: 'id', value: String(company.customer('BigCommerce Store').id) };
	await company.importOrders(
		[{ ...order, customer_id: 0 }, ...others.map((one) => ({ ...one, customer_id: 7 }))],
		{ customerMode: 'findOrCreate', customers: { guestCustomer } },
	);
	expect(bookedOn()).toEqual(['BigCommerce Store', 'Robin Sample']);
});

it('creates nobody for an order that is held anyway', async () => {
	await start();
	const before = names();
	const order = ordersOf({ email: 'new@example.com' })[0];
	const { held } = await company.importOrders([{ ...order, status_id: 5 }], { customerMode: 'findOrCreate' });
	expect(held.map(({ code }) => code)).toEqual(['STATUS_NOT_CHOSEN']);
	expect(names()).toEqual(before);
});

it('names the terms of new customers when they are gone', async () => {
	await start();
	const { error } = await importFor([{ email: 'new@example.com' }], { terms: 99_999 });
	expect(error?.message).toContain("'Terms of New Customers' is set to id 99999");
});

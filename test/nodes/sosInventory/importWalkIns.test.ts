import sortBy from 'lodash/sortBy';
import type { IDataObject } from 'n8n-workflow';
import { orderItem } from '../../../testing/sandbox/orderItem';
import { TestCompany } from '../../../testing/sandbox/testCompany';

let company: TestCompany;
beforeEach(async () => {
	const orderOptions = { onlyEligible: true, cases: ['plain', 'handling', 'noTax'] };
	company = await TestCompany.start({ shop: { orders: 3, orderOptions } });
});
afterEach(async () => await company.stop());

const blank = { email: '', company: '', first_name: '', last_name: '', street_1: '', city: '', zip: '' };
/** The made-up orders, all of them guests', with other billing addresses and nothing to ship to. */
const ordersOf = (shopper: (index: number) => IDataObject, more: IDataObject = {}) =>
	company.shop.orders.map((made, index) => ({
		...orderItem(made),
		customer_id: 0,
		shipping_addresses: [],
		shipping_address_count: 0,
		billing_address: { ...blank, ...shopper(index) },
		...more,
	})) as unknown as IDataObject[];
const importing = async (orders: IDataObject[], customers: IDataObject = {}, parameters: IDataObject = {}) =>
	await company.importOrders(orders, { customerMode: 'findOrCreate', customers, ...parameters } as never);
/** By order number: several orders are under way at a time. */
const bookedOn = () => sortBy(company.salesOrders(), 'number').map(({ customer }) => customer.name);

describe('sales at a register, which name nobody', () => {
	const walkIns = () => ordersOf(() => ({ first_name: '-' }), { external_source: 'POS' });

	it('share one customer, whatever run they come in with', async () => {
		const [first, ...others] = walkIns();
		await importing([first]);
		await importing(others);
		expect(bookedOn()).toEqual(['Walk-in Sales', 'Walk-in Sales', 'Walk-in Sales']);
		expect(company.calls('POST /api/v2/customer')).toBe(1);
	});

	it('go on a customer of another name by choice, found where it is there', async () => {
		await importing(walkIns(), { walkInName: ' bigcommerce store ' });
		expect(bookedOn()).toEqual(['BigCommerce Store', 'BigCommerce Store', 'BigCommerce Store']);
		expect(company.calls('POST /api/v2/customer')).toBe(0);
	});

	it('share one customer also where an archived one has its name', async () => {
		company.server.state.customers.load({
			...company.server.state.customers.values()[0],
			id: 90_001,
			name: 'Walk-in Sales',
			fullname: 'Walk-in Sales',
			archived: true,
		});
		const [first, ...others] = walkIns();
		await importing([first]);
		await importing(others);
		expect(new Set(bookedOn())).toEqual(new Set(['Walk-in Sales (2)']));
	});

	it('are held by choice, and the reason names the setting', async () => {
		const { held, imported } = await importing(walkIns(), { walkIns: 'hold' });
		expect(imported).toHaveLength(0);
		expect(held.map(({ code }) => code)).toEqual(Array(3).fill('CUSTOMER_NAMELESS'));
		expect(held[0].fix).toContain("'Sales Without a Name'");
		expect(company.calls('POST /api/v2/customer')).toBe(0);
	});
});

describe('orders of a marketplace with another e-mail address each time', () => {
	const robin = {
		first_name: 'Robin',
		last_name: 'Example',
		street_1: '12 High St',
		city: 'Austin',
		zip: '78701',
	};
	const orders = (shopper: (index: number) => IDataObject = () => robin) =>
		ordersOf((index) => ({ email: `relay-${index}@marketplace.example`, ...shopper(index) }), {
			external_source: 'Amazon',
		});

	it.each(['marketplace.example', 'amazon'])('share a customer where %p is named', async (relays) => {
		const [first, ...others] = orders();
		await importing([first], { relays });
		await importing(others, { relays });
		expect(bookedOn()).toEqual(['Robin Example', 'Robin Example', 'Robin Example']);
	});

	it('keep namesakes at other addresses apart', async () => {
		const streets = ['12 High St', '7 Low St', '12 High St.'];
		await importing(
			orders((index) => ({ ...robin, street_1: streets[index] })),
			{ relays: 'Amazon' },
		);
		expect(bookedOn()).toEqual(['Robin Example', 'Robin Example (2)', 'Robin Example']);
	});

	it('are shoppers of their own as long as no relay is named', async () => {
		await importing(orders());
		expect(bookedOn()).toEqual(['Robin Example', 'Robin Example (2)', 'Robin Example (3)']);
	});
});

it('makes two customers of two buyers of one company', async () => {
	const buyers = ['ann@acme.example', 'bob@acme.example', 'ann@acme.example'];
	const orders = ordersOf((index) => ({ company: 'Acme', zip: '75001', email: buyers[index] }));
	await importing(orders.slice(0, 2));
	await importing(orders.slice(2));
	expect(bookedOn()).toEqual(['Acme', 'Acme (2)', 'Acme']);
});

it('lets a customer without an e-mail be one shopper of its name, not two', async () => {
	const emails = ['one@example.com', 'two@example.com', 'one@example.com'];
	await importing(
		ordersOf((index) => ({ first_name: 'BigCommerce', last_name: 'Store', email: emails[index] })),
	);
	expect(bookedOn()).toEqual(['BigCommerce Store', 'BigCommerce Store (2)', 'BigCommerce Store']);
});

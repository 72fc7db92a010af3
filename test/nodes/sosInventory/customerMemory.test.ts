import sortBy from 'lodash/sortBy';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { NodeRunOptions } from '../../../testing/engine/runNode';
import { changed, newStored } from '../../../sandbox/sos/records/stored';
import type { Customer } from '../../../sandbox/sos/records/customer';
import { orderItem } from '../../../testing/sandbox/orderItem';
import { TestCompany } from '../../../testing/sandbox/testCompany';

const ORDERS = 6;

let company: TestCompany;
let minutes = 0;

beforeEach(async () => {
	const orderOptions = { onlyEligible: true, cases: ['plain' as const] };
	company = await TestCompany.start({ shop: { orders: ORDERS, orderOptions } });
	minutes = 0;
	const now = performance.now.bind(performance);
	jest.spyOn(performance, 'now').mockImplementation(() => now() + minutes * 60_000);
});
afterEach(async () => {
	jest.restoreAllMocks();
	await company.stop();
});

/** Customers of long ago: "Shopper 0" with the e-mail s0@example.com and so on. */
const fill = (count: number) => {
	const { customers } = company.server.state;
	const [model] = customers.values();
	for (let index = 0; index < count; index++) {
		const id = 100_000 + index;
		const name = `Shopper ${index}`;
		const email = `s${index}@example.com`;
		const old = { createdAt: 0, updatedAt: 0 };
		customers.load({ ...model, ...old, id, name, fullname: name, email, companyName: null });
	}
};
const shopper = (name: string) => customerOf(name)!;
const customerOf = (name: string) =>
	company.server.state.customers.values().find((customer) => customer.name === name);
const edit = (name: string, changes: Partial<Customer>) =>
	company.server.state.customers.set(changed(shopper(name), changes));

let nextOrder = 0;
/** Orders of shoppers, by e-mail address, under numbers of their own. */
const ordersOf = (emails: string[], names: string[] = []) =>
	emails.map((email, index) => {
		const made = orderItem(company.shop.orders[index % ORDERS]);
		const [first_name, last_name] = (names[index] ?? 'Robin Sample').split(' ');
		const billing_address = {
			...(made.billing_address as object),
			email,
			company: '',
			first_name,
			last_name,
		};
		return { ...made, id: 700_000 + nextOrder++, billing_address };
	}) as unknown as IDataObject[];
const importOf = async (
	orders: IDataObject[],
	parameters: INodeParameters = {},
	more: Partial<NodeRunOptions> = {},
) => {
	company.server.counters.reset();
	return await company.importOrders(orders, { customerMode: 'findOrCreate', ...parameters }, more);
};
const importFor = async (...emails: string[]) => await importOf(ordersOf(emails));
/** By order number: several orders are under way at a time. */
const bookedOn = () => sortBy(company.salesOrders(), 'number').map(({ customer }) => customer.name);
const lastBooked = (count: number) => bookedOn().slice(-count);
const reads = () => company.calls('GET /api/v2/customer');
const created = () => company.calls('POST /api/v2/customer');
const known = (from: number, count = ORDERS) =>
	Array.from({ length: count }, (_, index) => `s${from + index}@example.com`);
const fresh = (prefix: string) =>
	Array.from({ length: ORDERS }, (_, index) => `${prefix}${index}@new.example`);

describe('in a company with a few pages of customers', () => {
	beforeEach(() => fill(600));

	it('reads them once, and then spends no call on a shopper who is known', async () => {
		await importFor(...known(0));
		expect(reads()).toBe(4);
		await importFor(...known(300));
		expect(reads()).toBe(0);
		expect(lastBooked(2)).toEqual(['Shopper 304', 'Shopper 305']);
	});

	it('asks after some minutes what changed and how many there are, in two calls', async () => {
		await importFor(...known(0));
		minutes = 10;
		await importFor(...known(300));
		expect(reads()).toBe(2);
	});

	it('asks for a single shopper rather than for what changed', async () => {
		await importFor(...known(0));
		minutes = 10;
		await importFor('s7@example.com');
		expect(reads()).toBe(1);
		expect(lastBooked(1)).toEqual(['Shopper 7']);
	});

	it('spends one call on a new shopper, whose name others have', async () => {
		await importFor(...known(0));
		await importFor(...fresh('a'));
		expect(reads()).toBe(0);
		expect(created()).toBe(ORDERS);
		await importFor(...fresh('a'));
		expect(reads() + created()).toBe(0);
		expect(lastBooked(1)).toEqual([`Robin Sample (${ORDERS})`]);
	});

	it.each([0, 6, -6])('learns of changes with a clock of SOS %p hours ahead', async (hours) => {
		company.server.settings.clockAheadMs = hours * 3_600_000;
		company.server.settings.zoneOfFilters = 'company';
		company.server.settings.timeZone = 'America/Los_Angeles';
		await importFor(...known(0));
		edit('Shopper 300', { email: 'moved@example.com' });
		edit('Shopper 301', { name: 'Renamed', fullname: 'Renamed' });
		edit('Shopper 302', { archived: true });
		company.server.state.customers.delete(shopper('Shopper 303').id);
		company.server.state.customers.set({
			...shopper('Shopper 1'),
			...newStored(99_999),
			name: 'Entered',
			fullname: 'Entered',
			email: 'entered@example.com',
		});
		minutes = 10;
		await importFor(...known(300, 4), 'moved@example.com', 'entered@example.com');
		expect(lastBooked(6)).toEqual([
			'Robin Sample',
			'Renamed',
			'Robin Sample (2)',
			'Robin Sample (3)',
			'Shopper 300',
			'Entered',
		]);
	});

	it.each(['refused', 'blank'] as const)(
		'books on another customer when the one it remembers was deleted a moment ago, and SOS leaves that %s',
		async (answer) => {
			company.server.settings.unknownReference = answer;
			await importFor(...known(0));
			company.server.state.customers.delete(shopper('Shopper 300').id);
			const { imported } = await importFor(...known(299, 2), 's300@example.com');
			expect(imported).toHaveLength(3);
			expect(lastBooked(3)).toEqual(['Shopper 299', 'Robin Sample', 'Robin Sample']);
		},
	);

	it('looks after some minutes of a long run whom others created', async () => {
		await importFor(...known(0));
		const orders = ordersOf(['a@new.example', 'b@new.example', 'c@new.example', 'd@new.example']);
		const run = importOf(orders);
		await company.after(1, 'POST /api/v2/customer');
		const { customers } = company.server.state;
		const stored = newStored(99_999);
		customers.set({
			...shopper('Shopper 1'),
			...stored,
			name: 'Dee',
			fullname: 'Dee',
			email: 'd@new.example',
		});
		minutes = 5;
		await run;
		expect(lastBooked(1)).toEqual(['Dee']);
	});

	it('takes for the same shopper whom another process created meanwhile', async () => {
		await importFor(...known(0));
		const { customers } = company.server.state;
		const there = {
			...shopper('Shopper 1'),
			...newStored(99_999),
			name: 'Robin Sample',
			fullname: 'Robin Sample',
		};
		customers.set({ ...there, email: 'ROBIN@example.com' });
		await importFor(...known(0, 2), 'robin@example.com', 'other@example.com');
		expect(lastBooked(2)).toEqual(['Robin Sample', 'Robin Sample (2)']);
		expect(customers.values().filter(({ email }) => email === 'robin@example.com')).toHaveLength(0);
	});
});

it('asks for the shoppers where reading all customers would cost more', async () => {
	fill(3000);
	await importFor(...known(0));
	expect(reads()).toBe(1 + ORDERS);
	await importFor(...known(20));
	expect(reads()).toBe(ORDERS);
	// By now asking has cost nearly as much as reading all.
	await importFor(...known(40));
	expect(reads()).toBe(16);
	await importFor(...known(60));
	expect(reads()).toBe(0);
});

it('finds the shoppers of a marketplace by name and address also where it asks', async () => {
	fill(3000);
	const { customers } = company.server.state;
	const [order] = ordersOf(['relay-9@marketplace.example'], ['Robin Example']);
	const { street_1: line1, zip: postalCode } = order.billing_address as { street_1: string; zip: string };
	const named = (name: string, billing: object) => ({
		...shopper('Shopper 1'),
		...newStored(90_000 + customers.size),
		...{ name, fullname: name, email: 'relay-1@marketplace.example', billing },
	});
	customers.set(named('Robin Example', { line1: '1 Other St', postalCode }) as never);
	customers.set(named('Robin Example (2)', { line1, postalCode }) as never);
	await importOf([order], { customers: { relays: 'marketplace.example' } });
	expect(bookedOn()).toEqual(['Robin Example (2)']);
});

it.each(['asks', 'knows all'])(
	'makes one customer of one new shopper in two executions when it %s',
	async (how) => {
		if (how === 'asks') fill(3000);
		const email = 'twice@new.example';
		await Promise.all([importOf(ordersOf([email, email])), importOf(ordersOf([email]))]);
		expect(bookedOn()).toEqual(['Robin Sample', 'Robin Sample', 'Robin Sample']);
	},
);

it('makes one customer of one new shopper in two processes', async () => {
	// Under another address it is another company to this process, which then remembers it apart.
	const { sosInventoryApi } = company.credentials();
	const elsewhere = { ...sosInventoryApi, baseUrl: company.server.url.replace('127.0.0.1', 'localhost') };
	await importFor('known@new.example');
	await importOf(ordersOf(['known@new.example']), {}, { credentials: { sosInventoryApi: elsewhere } });
	const emails = fresh('both');
	const runs = [
		importOf(ordersOf(emails)),
		importOf(ordersOf(emails), {}, { credentials: { sosInventoryApi: elsewhere } }),
	];
	await Promise.all(runs);
	const made = company.server.state.customers.values().filter(({ email }) => emails.includes(email ?? ''));
	expect(made).toHaveLength(ORDERS);
	expect(company.salesOrders()).toHaveLength(2 + 2 * ORDERS);
});

it('plans the customers that the run then makes, and makes none', async () => {
	const emails = [
		'a@new.example',
		'b@new.example',
		'a@new.example',
		'jordan.sample@example.com',
		'',
		'c@new.example',
	];
	const names = ['Robin Sample', 'Robin Sample', 'Rob Sample', 'J S', '', 'BigCommerce Store'];
	const orders = ordersOf(emails, names).map((order, index) =>
		index === 4
			? { ...order, billing_address: {}, shipping_addresses: [], shipping_address_count: 0 }
			: order,
	);
	const plan = await importOf(orders, { planOnly: true });
	expect(created()).toBe(0);
	const byId = new Map(company.server.state.customers.values().map(({ id, name }) => [id, name]));
	const planned = plan.imported.map(({ document }) => {
		const { id, name } = document.customer as { id?: number; name?: string };
		return id === undefined ? name : byId.get(id);
	});
	await importOf(orders);
	expect(planned).toEqual([
		'Robin Sample',
		'Robin Sample (2)',
		'Robin Sample',
		'Jordan Sample',
		'Walk-in Sales',
		'BigCommerce Store',
	]);
	expect(bookedOn()).toEqual(planned);
});

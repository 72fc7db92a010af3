import type { TestCompany } from '../../../testing/sandbox/testCompany';
import { type AlteredCompany, errorOf, startAlteredCompany, startCompany } from './alteredCompany';

let company: TestCompany;
let sos: AlteredCompany;
beforeAll(async () => void (company = await startCompany()));
afterAll(async () => await company.stop());
beforeEach(async () => void (sos = await startAlteredCompany(company)));
afterEach(async () => await sos.stop());

/** The rows of a table as SOS documents them, whatever the sandbox has. */
const rows = (...data: object[]) => ({
	status: 'ok',
	message: '',
	count: data.length,
	totalCount: data.length,
	data,
});
const refusal = () => ({ status: 'failed', message: 'Your plan does not include this feature.', data: null });
const reps = () =>
	rows(
		{ id: 71, syncToken: 0, firstName: 'Pat', lastName: 'Lee', commissionRate: null, user: null },
		{ id: 72, syncToken: 0, firstName: 'Web Shop', lastName: '[no last name]', user: null },
		{ id: 73, syncToken: 0, firstName: null, lastName: null, user: null },
	);

it('names sales reps, accounts and classes as people know them', async () => {
	sos.alter('GET /salesrep', reps);
	sos.alter('GET /account', () =>
		rows(
			{ id: 81, name: 'Sales', fullname: 'Income:Sales', accountNumber: null },
			{ id: 82, name: 'Sales', fullname: 'Other:Sales', accountNumber: '4000' },
		),
	);
	sos.alter('GET /class', () => rows({ id: 91, name: 'East', fullName: 'Retail:East' }));
	const names = async (method: string) => (await sos.options(method)).map(({ name }) => name);
	expect(await names('getSalesReps')).toEqual(['None', '#73', 'Pat Lee', 'Web Shop']);
	expect(await names('getAccounts')).toEqual(['None', 'Income:Sales', 'Other:Sales']);
	expect(await names('getClasses')).toEqual(['None', 'Retail:East']);
});

it.each(['Pat Lee', 'pat lee', 'WEB SHOP', '71'])(
	'finds the sales rep %s, and no other',
	async (salesRep) => {
		sos.alter('GET /salesrep', reps);
		const plan = async (chosen: string) =>
			await sos.importOrders({ planOnly: true, fields: { salesRep: chosen } });
		expect((await plan(salesRep)).imported).toHaveLength(3);
		expect((await plan('Robin Nobody')).error?.message).toContain('"Robin Nobody", which SOS');
	},
);

it.each<[string, () => object]>([
	['refuses the table', refusal],
	['has none', () => rows()],
])('says that sales reps are part of larger plans when the company %s', async (_, answer) => {
	sos.alter('GET /salesrep', answer);
	expect(await sos.options('getSalesReps')).toEqual([
		{ name: 'None', value: '', description: expect.stringContaining('larger plans') },
	]);
	const { error } = await sos.importOrders({ planOnly: true, fields: { salesRep: 'Pat Lee' } });
	expect(error?.message).toContain('"Pat Lee", which SOS Inventory does not have');
});

it('shows the refusal of a table that every plan has', async () => {
	sos.alter('GET /location', refusal);
	expect((await errorOf(sos.options('getLocations')))?.message).toContain('Your plan does not include');
});

it('finds a customer and an item that are set by name, whatever its case', async () => {
	const fixedCustomer = { __rl: true, mode: 'id', value: 'BIGCOMMERCE store' };
	const { held } = await sos.importOrders({ planOnly: true, fixedCustomer });
	expect(held).toEqual([]);
});

it('never asks SOS for a name that is longer than any it has', async () => {
	const tooLong = 'x'.repeat(100_000);
	const fixedCustomer = { __rl: true, mode: 'id', value: tooLong };
	const { error } = await sos.importOrders({ planOnly: true, fixedCustomer });
	expect(error?.message).toContain('which SOS Inventory does not have');
	expect((await sos.search('searchItems', tooLong)).results).toEqual([]);
	expect((await errorOf(sos.run('salesOrder: get', { number: tooLong })))?.message).toContain(
		'has no sales order',
	);
	expect(sos.asked(/x{200}/)).toBe(0);
});

it('matches the other lines of orders with a SKU of 100,000 characters', async () => {
	const orders = sos.orders() as Array<{
		products: Array<{ sku: string; sos?: { reason?: { code: string } } }>;
	}>;
	orders[0].products[0].sku = 'x'.repeat(100_000);
	const { outputs, error } = await sos.run('item: matchSkus', {}, orders);
	expect(error).toBeUndefined();
	const codes = outputs[0].flatMap(({ json }) =>
		(json.products as (typeof orders)[0]['products']).map(({ sos }) => sos?.reason?.code),
	);
	expect(codes.filter(Boolean)).toEqual(['SKU_TOO_LONG']);
});

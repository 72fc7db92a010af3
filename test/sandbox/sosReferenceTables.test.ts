import type { AxiosInstance } from 'axios';
import { rowsOf, salesBody, shopItem, startWithClient } from './sosShop';
import type { SosServer } from '../../sandbox/sos';

let server: SosServer;
let api: AxiosInstance;

beforeEach(async () => {
	({ server, api } = await startWithClient({ catalogue: [shopItem('A')] }));
});

afterEach(() => server.stop());

const synchronized = ['syncMessage', 'lastSync'];

test.each([
	['salesrep', ['lastName', 'firstName', 'commissionRate', 'commissionAmount', 'user', 'restrictCustomers']],
	['worker', ['lastName', 'firstName', 'employee']],
	[
		'account',
		[
			'name',
			'fullname',
			'parentId',
			'sublevel',
			'accountType',
			'accountNumber',
			'description',
			...synchronized,
		],
	],
	['class', ['name', 'fullName', ...synchronized]],
	['department', ['name']],
	['channel', ['name']],
	['priority', ['name', 'sortOrder']],
	['orderstage', ['name', 'customerText', 'sortOrder']],
	[
		'terms',
		[
			'name',
			'dueDays',
			'discountDays',
			'discountPercent',
			'dayOfMonthDue',
			'discountDayOfMonth',
			'dateDiscountPercent',
			'dueNextMonthDays',
			...synchronized,
		],
	],
	['paymentmethod', ['name', 'sosPayType']],
	['shipmethod', ['name', 'carrierCode', 'shipStationCarrier', 'shipStationService', 'vendor']],
	['taxcode', ['name', 'salesTaxRate', 'purchaseTaxRate', 'isSalesTaxType', 'isPurchaseTaxType', 'taxRates']],
	['pricetier', ['name', 'percentDiscount', 'flatDiscount']],
	['uom', ['name', 'abbreviation']],
	['workcenter', ['name', 'sortOrder', 'assetAccount', 'accountNumber']],
	['bins', ['description', 'number', 'location', 'sortOrder', 'contents']],
	['warranty', ['name', 'description', 'duration', 'durationUnits']],
	['customfield', ['name', 'dataType', 'showOn', 'listValues']],
	['user', ['name', 'email', 'lastLogin', 'active', 'admin', 'master', 'locked']],
])('%s has the documented keys and no others', async (path, keys) => {
	const rows = await rowsOf(api, `/${path}`);
	expect(rows.length).toBeGreaterThan(0);
	for (const row of rows) expect(Object.keys(row).sort()).toEqual(['id', 'syncToken', ...keys].sort());
});

test('a person without a last name has a text in its place', async () => {
	const reps = await rowsOf(api, '/salesrep');
	expect(reps.map(({ firstName, lastName }) => [firstName, lastName])).toEqual([
		['Web', 'Shop'],
		['Robin', 'Sample'],
		['Kim', '[no last name]'],
	]);
});

test('accounts of one name stand below several others', async () => {
	const accounts = await rowsOf(api, '/account');
	const postage = accounts.filter(({ name }) => name === 'Postage');
	expect(postage.map(({ fullname, sublevel }) => [fullname, sublevel])).toEqual([
		['Shipping Income:Postage', 1],
		['Cost of Goods Sold:Postage', 1],
	]);
	expect(accounts.find(({ id }) => id === postage[0].parentId)?.name).toBe('Shipping Income');
});

test('a shipping method shows its whole vendor', async () => {
	const [method] = await rowsOf(api, '/shipmethod');
	const [, vendor] = await rowsOf(api, '/vendor');
	expect({ ...(method.vendor as object), summaryOnly: false }).toEqual(vendor);
});

test('vendors can be searched and shortened', async () => {
	expect(await rowsOf(api, '/vendor?query=parcel')).toHaveLength(1);
	expect((await rowsOf(api, '/vendor?summary=yes'))[0]).toMatchObject({ summaryOnly: true });
	expect(await rowsOf(api, '/vendor?archived=yes')).toEqual([]);
});

test.each([
	['shown', 'Kim [no last name]'],
	['hidden', 'Kim'],
] as const)('documents show a name for a sales rep that has none: %s', async (choice, name) => {
	server.settings.missingLastName = choice;
	const sent = [{ id: (await rowsOf(api, '/salesrep'))[2].id }, { name: 'Kim' }, 'Kim [no last name]'];
	for (const salesRep of sent) {
		const { data } = await api.post('/salesorder', salesBody(server, 'A', { salesRep }));
		expect(data.data.salesRep).toEqual({ id: expect.any(Number), name });
	}
	const { data } = await api.post('/salesorder', salesBody(server, 'A', { salesRep: { name: 'Web Shop' } }));
	expect(data.data.salesRep.name).toBe('Web Shop');
});

test('documents show the full name of a class, also of one found by its plain name', async () => {
	const classOf = async (sent: object) => {
		const { data } = await api.post('/salesorder', salesBody(server, 'A', {}, { class: sent }));
		return data.data.lines[0].class.name;
	};
	expect(await classOf({ name: 'Retail:Web' })).toBe('Retail:Web');
	expect(await classOf({ name: 'Web' })).toBe('Retail:Web');
});

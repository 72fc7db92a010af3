import { listSearch, loadOptions } from '../../../testing/engine/nodeMethods';
import { TestCompany } from '../../../testing/sandbox/testCompany';

let company: TestCompany;
beforeEach(async () => void (company = await TestCompany.start({ shop: { items: 150 } })));
afterEach(async () => await company.stop());

const call = (method: string) => ({ node: 'sosInventory', method, credentials: company.credentials() });

it.each([
	['getAccounts', 'Checking'],
	['getChannels', 'BigCommerce'],
	['getClasses', 'Retail'],
	['getCustomFields', 'Web order id'],
	['getDepartments', 'Online'],
	['getLocations', 'Main Warehouse'],
	['getOrderStages', 'Web Order'],
	['getPaymentMethods', 'PayPal'],
	['getSalesReps', 'Web Shop'],
	['getShipMethods', 'UPS Ground'],
	['getTaxCodes', 'Exempt'],
	['getTerms', 'Net 30'],
])('%s fills a drop-down from the company, in one call and by name', async (method, name) => {
	const [none, ...options] = await loadOptions(call(method));
	expect(none).toEqual({ name: 'None', value: '' });
	expect(options).toContainEqual({ name, value: expect.any(Number) });
	expect(options.map((option) => option.name)).toEqual(
		options.map((option) => option.name).sort((a, b) => a.localeCompare(b)),
	);
	expect(company.calls()).toBe(1);
});

it.each(['Channels', 'Locations', 'OrderStages'])(
	'list%s is the same for filters, where none is no choice',
	async (name) => {
		const [, ...options] = await loadOptions(call(`get${name}`));
		expect(await loadOptions(call(`list${name}`))).toEqual(options);
	},
);

it.each(['getLocations', 'getTerms'])('%s lets a failure show instead of an empty list', async (method) => {
	company.server.expireAccessTokens();
	await expect(loadOptions(call(method))).rejects.toThrow('does not accept the access token');
});

it('finds items by what is typed, with their full name and SKU', async () => {
	const item = company.server.state.items.values().find(({ sku, archived }) => sku && !archived);
	const { results } = await listSearch({ ...call('searchItems'), filter: item?.sku ?? '' });
	expect(results).toContainEqual({
		name: `Merchandise:${item?.name} (${item?.sku})`,
		value: String(item?.id),
	});
	expect(results.length).toBeLessThan(5);
});

it('shows the first hundred items, in one call, when nothing is typed', async () => {
	const { results } = await listSearch(call('searchItems'));
	expect(results).toHaveLength(100);
	expect(company.calls()).toBe(1);
});

it('finds customers, and no archived ones', async () => {
	const found = async (filter?: string) =>
		(await listSearch({ ...call('searchCustomers'), filter })).results.map(({ name }) => name);
	expect(await found('example')).toEqual(expect.arrayContaining(['Alex Example']));
	expect(await found()).not.toContain('Casey Former (deleted)');
});

it('lets a failure show when a list is searched', async () => {
	company.server.faults.add({ kind: 'tokenExpired' });
	await expect(listSearch(call('searchCustomers'))).rejects.toThrow('does not accept the access token');
});

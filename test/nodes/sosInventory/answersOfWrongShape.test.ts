import type { TestCompany } from '../../../testing/sandbox/testCompany';
import { type AlteredCompany, errorOf, startAlteredCompany, startCompany } from './alteredCompany';
import { type Row, rowsOf, spoilRow } from './alteringProxy';

let company: TestCompany;
let sos: AlteredCompany;
beforeAll(async () => void (company = await startCompany()));
afterAll(async () => await company.stop());
beforeEach(async () => void (sos = await startAlteredCompany(company)));
afterEach(async () => await sos.stop());

const all = { returnAll: true, filters: { archived: 'any' } };
const locator = (id: number) => ({ __rl: true, mode: 'id', value: String(id) });

const reads: Array<[string, string, () => Promise<unknown>]> = [
	['item', '/item', async () => await sos.run('item: getAll', all)],
	['item', '/item', async () => await sos.run('item: matchSkus', {}, sos.orders())],
	['customer', '/customer', async () => await sos.run('customer: getAll', all)],
	['sales order', '/salesorder', async () => await sos.run('salesOrder: getAll', all)],
	[
		'channel',
		'/channel',
		async () => await sos.run('salesOrder: getAll', { filters: { channel: 'Trade Show' } }),
	],
	['location', '/location', async () => await sos.options('getLocations')],
	['sales rep', '/salesrep', async () => await sos.options('getSalesReps')],
	['customer', '/customer', async () => await sos.search('searchCustomers')],
];

describe.each(reads)('a list of %ss, at %s', (words, path, read) => {
	const list = `GET ${path}\\?`;

	it.each([null, {}, '', 'no', 7])('with %j in its place is not an empty list', async (data) => {
		sos.alter(list, (answer) => ({ ...answer, data }));
		const error = await errorOf(read());
		expect(error?.message).toContain(`the list of ${words}s`);
		expect(error?.message).toContain(`instead of a list of ${words}s came something else`);
		expect(sos.asked(new RegExp(`${path}\\?`))).toBe(2);
	});

	it('is read again when a row has no ID, and then fails with the field', async () => {
		sos.alter(list, spoilRow({ id: null }), 1);
		expect(await errorOf(read())).toBeUndefined();
		sos.alter(list, spoilRow({ id: '12' }));
		expect((await errorOf(read()))?.message).toContain(`${words} 12: "id" is "12", not an ID`);
	});

	it.each([
		['totalCount', '60', 'its "totalCount" is "60"'],
		['totalCount', -1, 'its "totalCount" is -1'],
		['totalCount', 1.5, 'its "totalCount" is 1.5'],
		['totalCount', 0, 'its "totalCount" is 0'],
		['totalCount', {}, 'its "totalCount" is {}'],
		['count', 0, 'its "count" is 0'],
		['count', 1000, 'its "count" is 1000'],
		['count', 'many', 'its "count" is "many"'],
	])('with the %s %j is refused', async (field, value, message) => {
		sos.alter(list, (answer) => ({ ...answer, [field]: value }));
		expect((await errorOf(read()))?.message).toContain(message);
	});

	it('may come without counts', async () => {
		sos.alter(list, ({ status, data }) => ({ status, data }));
		expect(await errorOf(read())).toBeUndefined();
	});
});

it.each<[string, string, Row, string]>([
	['item', 'item: getAll', { name: 7 }, '"name" is 7, not a text'],
	['item', 'item: getAll', { sku: {} }, '"sku" is an object, not a text'],
	['item', 'item: getAll', { type: null }, '"type" is null, not a text'],
	['item', 'item: getAll', { archived: 'no' }, '"archived" is "no", not true or false'],
	['item', 'item: getAll', { available: 'NaN' }, '"available" is "NaN", not a number'],
	['item', 'item: getAll', { onhand: [] }, '"onhand" is a list, not a number'],
	['item', 'item: getAll', { class: { name: 'Retail' } }, '"class.id" is missing, not an ID'],
	['item', 'item: getAll', { id: 1e300 }, '"id" is 1e+300, not an ID'],
	['customer', 'customer: getAll', { email: 7 }, '"email" is 7, not a text'],
	['customer', 'customer: getAll', { billing: 'here' }, '"billing" is "here", not an object'],
	['salesorder', 'salesOrder: getAll', { number: null }, '"number" is null, not a text'],
	['salesorder', 'salesOrder: getAll', { total: 'much' }, '"total" is "much", not a number'],
	['salesorder', 'salesOrder: getAll', { lines: {} }, '"lines" is an object, not a list'],
	['salesorder', 'salesOrder: getAll', { lines: [7] }, '"lines[0]" is 7, not an object'],
	['salesorder', 'salesOrder: getAll', { lines: [{ item: {} }] }, '"lines[0].item.id" is missing, not an ID'],
	['salesorder', 'salesOrder: getAll', { customer: { id: null } }, '"customer.id" is null, not an ID'],
])('%s: %s with %j names the field', async (entity, operation, row, message) => {
	sos.alter(`GET /${entity}\\?`, spoilRow(row));
	const { error } = await sos.run(operation, all);
	expect(error?.message).toContain(message);
	expect(error?.stack).not.toContain('TypeError');
});

it.each(['item', 'customer', 'salesOrder'])('an ID of any length is one: %s', async (resource) => {
	const id = 2 ** 40;
	sos.alter(`GET /${resource.toLowerCase()}\\?`, spoilRow({ id }));
	const { error, outputs } = await sos.run(`${resource}: getAll`, all);
	expect(error).toBeUndefined();
	expect(outputs[0].map(({ json }) => json.id)).toContain(id);
});

it('takes what is documented, odd as it is', async () => {
	sos.alter(
		'GET /item\\?',
		spoilRow({
			available: '5.00000',
			onhand: null,
			sku: null,
			name: null,
			archived: null,
			bin: 'A19',
			leadTime: 3,
		}),
	);
	sos.alter('GET /customer\\?', spoilRow({ foundUsVia: {}, billing: null, email: null }));
	sos.alter('GET /salesorder\\?', (answer) => {
		const [row] = rowsOf(answer);
		const [line] = row.lines as Row[];
		Object.assign(row, { channel: 'BigCommerce', priority: 'High', total: '12.50' });
		Object.assign(line, { unitPrice: line.unitprice, unitprice: undefined, item: 7, quantity: '2.00000' });
		Object.assign(rowsOf(answer)[1] ?? {}, { lines: undefined, summaryOnly: true, customer: null });
	});
	for (const operation of ['item: getAll', 'customer: getAll', 'salesOrder: getAll']) {
		expect((await sos.run(operation, all)).error).toBeUndefined();
	}
});

it.each([
	['item: get', 'itemId', '/item/'],
	['customer: get', 'customerId', '/customer/'],
])('%s refuses the record of another ID, and nothing in its place', async (operation, parameter, path) => {
	const id =
		operation === 'item: get'
			? sos.company.server.state.items.values()[0].id
			: sos.company.customer('Jordan Sample').id;
	for (const [data, message] of [
		[{ id: id + 1, name: 'Other', type: 'Service' }, `${id + 1} came`],
		[null, 'came null'],
		[[], 'came a list'],
	] as const) {
		sos.alter(`GET ${path}`, (answer) => ({ ...answer, data }), 2);
		const { error } = await sos.run(operation, { [parameter]: locator(id) });
		expect(error?.message).toContain(message);
	}
});

import type { INodeParameters } from 'n8n-workflow';
import { TestCompany } from '../../../testing/sandbox/testCompany';

let company: TestCompany;
beforeEach(
	async () =>
		void (company = await TestCompany.start({ shop: { items: 60 }, sos: { takenNumbers: ['OLD-1'] } })),
);
afterEach(async () => await company.stop());

const locator = (value: unknown) => ({ __rl: true, mode: 'id', value: String(value) });
const items = () => company.server.state.items.values().filter(({ type }) => type === 'Inventory Item');
const line = (index: number, quantity: unknown, unitPrice: unknown) => ({
	itemId: locator(items()[index].id),
	quantity,
	unitPrice,
});
const create = async (lines: object[], parameters: object = {}) =>
	await company.run('salesOrder: create', {
		number: 'NEW-1',
		customerId: locator(company.customer('Alex Example').id),
		lines: { line: lines },
		...parameters,
	} as INodeParameters);
const stored = () => company.server.state.salesOrders.values().filter(({ number }) => number === 'NEW-1');

it('creates a sales order with lines, references and amounts', async () => {
	const { outputs, error } = await create([line(0, 3, 0.333), line(1, 2, 12.5)], {
		additionalFields: {
			date: '2026-03-31T08:15:00',
			location: company.idIn('locations', 'East Warehouse'),
			channel: 'Wholesale',
			customerPO: 'PO-7',
			shippingAmount: 4.5,
			taxAmount: 2.25,
		},
	});
	expect(error).toBeUndefined();
	expect(stored()).toHaveLength(1);
	expect(stored()[0]).toMatchObject({
		date: '2026-03-31T08:15:00',
		location: { name: 'East Warehouse' },
		channel: { name: 'Wholesale' },
		customerPO: 'PO-7',
		lines: [
			{ item: { id: items()[0].id }, quantity: 3, unitprice: 0.333 },
			{ quantity: 2, unitprice: 12.5, amount: 25 },
		],
	});
	expect(outputs[0][0].json).toMatchObject({ id: stored()[0].id, number: 'NEW-1' });
});

it.each([
	['no line', [], 'The order has no lines'],
	[
		'a line without an item',
		[{ itemId: locator('={{ $json.missing }}'), quantity: 1, unitPrice: 1 }],
		'Line 1 names no item',
	],
	['a quantity of 0', [{ itemId: locator(1), quantity: 0, unitPrice: 1 }], 'Line 1 has the quantity 0'],
	[
		'a quantity that is none',
		[{ itemId: locator(1), quantity: '={{ "two" }}', unitPrice: 1 }],
		'the quantity two',
	],
	[
		'a price that is none',
		[{ itemId: locator(1), quantity: 1, unitPrice: '={{ "free" }}' }],
		'unit price free',
	],
])('refuses %s', async (_, lines, message) => {
	const { error } = await create(lines);
	expect(error?.message).toContain(message);
	expect(company.writes()).toBe(0);
});

it.each([
	['X'.repeat(22), 'has 22 characters'],
	['={{ "" }}', "'Reference Number' is empty"],
])('refuses the number %p', async (number, message) => {
	const { error } = await create([line(0, 1, 1)], { number });
	expect(error?.message).toContain(message);
	expect(company.writes()).toBe(0);
});

it('refuses what is no date', async () => {
	const { error } = await create([line(0, 1, 1)], { additionalFields: { date: 'soon' } });
	expect(error?.message).toBe('\'Date\' is "soon", which is no date');
});

it('names the order that has the number', async () => {
	const { error } = await create([line(0, 1, 1)], { number: 'OLD-1' });
	const old = company.server.state.salesOrders.values().find(({ number }) => number === 'OLD-1');
	expect(error?.message).toBe(`SOS Inventory has a sales order OLD-1 already (id ${old?.id})`);
});

it.each(['resetAfterHandling', 'resetBeforeHandling', 'nonJsonBody', 'serverError500'] as const)(
	'creates the order once when %s meets the request',
	async (kind) => {
		company.server.faults.add({ kind, method: 'POST', times: 1 });
		const { outputs, error } = await create([line(0, 2, 5)]);
		expect(error).toBeUndefined();
		expect(stored()).toHaveLength(1);
		expect(outputs[0][0].json.id).toBe(stored()[0].id);
	},
);

it('does not take an older order for its own when the answer is lost', async () => {
	company.server.faults.add({ kind: 'resetBeforeHandling', method: 'POST', times: 1 });
	const { error } = await create([line(0, 2, 5)], { number: 'OLD-1' });
	expect(error?.message).toContain('has a sales order OLD-1 already');
});

it('says so when SOS drops a line', async () => {
	const { error } = await create([line(0, 2, 5), { itemId: locator(99_999), quantity: 1, unitPrice: 1 }]);
	expect(error?.message).toBe('SOS Inventory kept 1 of the 2 lines of sales order NEW-1');
	expect(error?.description).toContain(`id ${stored()[0].id}`);
});

import { type AlteredCompany, startAlteredCompany } from './alteredCompany';
import { type Answer, type Row, spoilRow } from './alteringProxy';

let sos: AlteredCompany;
beforeEach(async () => void (sos = await startAlteredCompany()));
afterEach(async () => await sos.stop());

const locator = (id: number) => ({ __rl: true, mode: 'id', value: String(id) });
const numbers = () => sos.company.salesOrders().map(({ number }) => number);
const expectedNumbers = () => sos.orders().map(({ id }) => `BC-${String(id)}`);

describe('a document that was created and answered with something else', () => {
	it.each<[string, (answer: Answer) => unknown]>([
		['no ID', spoilRow({ id: null })],
		['an ID as text', spoilRow({ id: '17' })],
		['another number', spoilRow({ number: 'SO-1' })],
		['no lines', spoilRow({ lines: null })],
		['nothing', (answer) => ({ ...answer, data: null })],
		['a list', (answer) => ({ ...answer, data: [] })],
	])('%s, is looked up and there once', async (_, change) => {
		sos.alter('POST /salesorder', change, 1);
		const { imported, held } = await sos.importOrders();
		expect(held).toEqual([]);
		expect(imported.map(({ status, id }) => [status, id])).toEqual(
			sos.company.salesOrders().map(({ id }) => ['created', id]),
		);
		expect(numbers()).toEqual(expectedNumbers());
	});

	it('is held when the look-up answers something else, too, and the others go on', async () => {
		sos.alter('POST /salesorder', spoilRow({ id: 0 }), 1);
		sos.alter('GET /salesorder.*query=', (answer) => ({ ...answer, data: {} }), 2);
		const { imported, held } = await sos.importOrders();
		expect(held.map(({ order, code }) => [order, code])).toEqual([
			[sos.orders()[0].id, 'SOS_ANSWER_UNREADABLE'],
		]);
		expect(imported).toHaveLength(2);
		expect(numbers()).toEqual(expectedNumbers());
	});

	it('is sent once when it cannot be found by its number, and the others go on', async () => {
		sos.alter('POST /salesorder', spoilRow({ number: 'SO-1' }), 1);
		sos.alter('GET /salesorder', (answer) => ({ ...answer, data: [], count: 0, totalCount: 0 }));
		const { imported, held } = await sos.importOrders();
		expect(held.map(({ order, code }) => [order, code])).toEqual([
			[sos.orders()[0].id, 'SOS_ANSWER_UNREADABLE'],
		]);
		expect(imported).toHaveLength(2);
		expect(sos.posted('/salesorder').map(({ number }) => number)).toEqual(expectedNumbers());
	});
});

describe('a document that gets its number from SOS', () => {
	const createNumbered = async () =>
		await sos.run('salesOrder: create', {
			number: 'auto',
			customerId: locator(sos.company.customer('Jordan Sample').id),
			lines: {
				line: [{ itemId: locator(sos.company.server.state.items.values()[5].id), quantity: 1, unitPrice: 2 }],
			},
		});

	it('is answered with that number', async () => {
		const { outputs, error } = await createNumbered();
		expect(error).toBeUndefined();
		expect(outputs[0][0].json.number).not.toBe('auto');
	});

	it.each<[string, (answer: Answer) => unknown]>([
		['something else', spoilRow({ id: null })],
		['nothing that is SOS’s', () => ({})],
	])('is sent once when it is answered with %s', async (_, change) => {
		sos.alter('POST /salesorder', change, 1);
		const { error } = await createNumbered();
		expect(error).toMatchObject({
			message: expect.stringContaining('sales order auto'),
			description: expect.stringContaining('Look for it there before you run the node again'),
		});
		expect(sos.company.salesOrders()).toHaveLength(1);
	});
});

it.each<[string, (answer: Answer) => unknown]>([
	['no ID', spoilRow({ id: null })],
	['a wrong ID', spoilRow({ id: -4 })],
	['nothing', (answer) => ({ ...answer, data: null })],
])('looks up a new customer that was answered with %s', async (_, change) => {
	sos.alter('POST /customer', change, 1);
	const { imported, held } = await sos.importOrders({ customerMode: 'findOrCreate' });
	expect([imported.length, held]).toEqual([3, []]);
	const ids = new Set(sos.company.server.state.customers.values().map(({ id }) => id));
	for (const body of sos.posted('/salesorder')) {
		expect(ids).toContain((body.customer as Row).id);
	}
});

it('writes no document for a new customer who cannot be found again', async () => {
	sos.alter('POST /customer', spoilRow({ id: null }));
	sos.alter('GET /customer\\?', (answer) => ({ ...answer, data: [], count: 0, totalCount: 0 }));
	const { imported, held } = await sos.importOrders({ customerMode: 'findOrCreate' });
	expect([imported, held.length]).toEqual([[], 3]);
	expect(sos.posted('/salesorder')).toEqual([]);
}, 30_000);

it('holds only the order whose customer is not as documented', async () => {
	const [first] = sos.orders();
	const { email } = first.billing_address as { email: string };
	// His record stands in the list of all customers as well.
	sos.alter('GET /customer\\?archived=any', spoilRow({ email: 7 }));
	sos.alter(`GET /customer\\?email=${encodeURIComponent(email.toLowerCase())}`, (answer) => ({
		...answer,
		data: [{ id: 5, name: 'Somebody', email: 7 }],
		count: 1,
		totalCount: 1,
	}));
	const { imported, held } = await sos.importOrders({ customerMode: 'findOrCreate' });
	expect(held.map(({ order, code, message }) => [order, code, message])).toEqual([
		[first.id, 'SOS_ANSWER_UNREADABLE', expect.stringContaining('customer 5: "email" is 7, not a text')],
	]);
	expect(imported).toHaveLength(2);
});

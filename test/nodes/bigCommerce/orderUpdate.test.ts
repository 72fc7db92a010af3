import { jsonOf, openShop, type OpenShop } from '../../../testing/sandbox/openShop';

let shop: OpenShop;
beforeAll(async () => void (shop = await openShop()));
afterAll(async () => await shop.server.stop());
afterEach(() => shop.server.faults.clear());

const update = { resource: 'order', operation: 'update' };
const fieldsOf = (id: number) => shop.server.state.orders.get(id)!.fields;

async function change(id: number, updateFields: Record<string, string | number>) {
	return await shop.run({ ...update, updateFields }, { items: [{ id }] });
}

describe('Order: Update', () => {
	it('changes what was chosen and nothing else', async () => {
		const before = structuredClone(shop.server.state.orders.get(100)!);
		const [order] = jsonOf(await change(100, { statusId: 9, externalOrderId: ' SO-1 ' }));
		expect(order).toMatchObject({ id: 100, status_id: 9, external_order_id: 'SO-1' });
		const after = shop.server.state.orders.get(100)!;
		expect(after.lines).toEqual(before.lines);
		expect(after.fees).toEqual(before.fees);
		expect(after.fields).toEqual({ ...before.fields, status_id: 9, external_order_id: 'SO-1' });
	});

	it('adds a staff note below those that are there', async () => {
		const noted = shop.server.orders().find(({ staff_notes: notes }) => notes)!;
		await change(noted.id, { staffNote: 'Imported.' });
		expect(fieldsOf(noted.id).staff_notes).toBe(`${noted.staff_notes}\nImported.`);
	});

	it('starts the notes of an order that has none', async () => {
		await change(101, { staffNote: 'First.' });
		expect(fieldsOf(101).staff_notes).toBe('First.');
	});

	it.each([
		['alone', 102, ''],
		['below others', 104, 'Earlier.\n'],
	])('does not add a note again that is the last one %s, and then writes nothing', async (_, id, earlier) => {
		shop.server.state.orders.update(id, { fields: { ...fieldsOf(id), staff_notes: `${earlier}Two\nlines` } });
		const [order] = jsonOf(await change(id, { staffNote: 'Two\nlines' }));
		expect(order.staff_notes).toBe(`${earlier}Two\nlines`);
		expect(shop.requests('PUT /v2/orders/:id')).toBe(0);
	});

	it('adds a note once when the answer is lost', async () => {
		shop.server.faults.add({ kind: 'resetAfterHandling', method: 'PUT', path: '/v2/orders/103', times: 1 });
		const [order] = jsonOf(await change(103, { staffNote: 'Once.' }));
		expect(order.staff_notes).toBe('Once.');
		expect(shop.requests('PUT /v2/orders/:id')).toBe(2);
	});

	it.each([
		['nothing chosen', {}, 'Nothing was chosen to change on order 100'],
		['an empty note alone', { staffNote: ' ' }, 'Nothing was chosen to change on order 100'],
		['an empty external ID', { externalOrderId: '' }, "'External Order ID' for order 100 is empty"],
		['a status that is no ID', { statusId: 'shipped' }, 'The status "shipped" of order 100 is no status ID'],
		['notes over the limit', { staffNote: 'x'.repeat(65_536) }, 'would be 65536 characters long'],
	])('refuses %s', async (_, fields, message) => {
		const { error } = await change(100, fields as Record<string, string>);
		expect(error?.message).toContain(message);
		expect(shop.requests('PUT /v2/orders/:id')).toBe(0);
	});

	it('passes on why BigCommerce refuses a status', async () => {
		const { error } = await change(100, { statusId: 99 });
		expect(error?.message).toContain(
			"BigCommerce refused order 100 (HTTP 400): The field 'status_id' is invalid.",
		);
	});

	it('says that a token that may only read cannot change', async () => {
		const token = shop.server.tokens.readOnly;
		const { error } = await shop.run(
			{ ...update, updateFields: { statusId: 9 } },
			{ items: [{ id: 100 }], token },
		);
		expect(error).toMatchObject({
			httpCode: '403',
			message: expect.stringContaining('BigCommerce refused order 100'),
		});
		expect(error?.description).toContain('Orders (modify)');
	});

	it('refuses an empty order number', async () => {
		const { error } = await shop.run({ ...update, updateFields: { statusId: 9 } }, { items: [{}] });
		expect(error?.message).toBe("'Order Number' is empty");
		expect(shop.requests()).toBe(0);
	});
});

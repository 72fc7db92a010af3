import type { IDataObject } from 'n8n-workflow';
import { jsonOf, openShop, type OpenShop } from '../../../testing/sandbox/openShop';

let shop: OpenShop;
beforeAll(async () => void (shop = await openShop()));
afterAll(async () => await shop.server.stop());
afterEach(() => shop.server.faults.clear());

const mark = { resource: 'order', operation: 'markAsImported' };
const order = (id: unknown, sos: IDataObject = {}) => ({
	id,
	sos: { documentType: 'salesorder', id: 77, number: `BC-${id}`, total: '12.50', hash: 'abc', ...sos },
});
const marksOf = (orderId: number) =>
	shop.server.state.metafields.values().filter(({ resource_id }) => resource_id === orderId);

describe('Order: Mark as Imported', () => {
	it('notes the sales document on the order, readable for other accounts', async () => {
		const [marked] = jsonOf(await shop.run(mark, { items: [order(100)] as IDataObject[] }));
		const document = { type: 'salesorder', id: '77', number: 'BC-100', total: '12.50', hash: 'abc' };
		expect(marked).toMatchObject({ orderId: 100, alreadyMarked: false, mark: document });
		expect(marksOf(100)).toMatchObject([
			{
				namespace: 'n8n-bigcommerce-sos',
				key: 'imported',
				permission_set: 'read',
				value: JSON.stringify(document),
			},
		]);
		expect(shop.requests()).toBe(1);
	});

	it('says so when the order is marked with the same document already', async () => {
		const items = [order(101)] as IDataObject[];
		await shop.run(mark, { items });
		const [again] = jsonOf(await shop.run(mark, { items }));
		expect(again).toMatchObject({ orderId: 101, alreadyMarked: true, mark: { id: '77' } });
		expect(marksOf(101)).toHaveLength(1);
	});

	it('names both documents when the mark is another one, and marks the other orders', async () => {
		await shop.run(mark, { items: [order(102)] as IDataObject[] });
		const items = [order(102, { id: 78, number: 'BC-102-B' }), order(103)] as IDataObject[];
		const { outputs } = await shop.run(mark, { items, onError: 'continueErrorOutput' });
		expect(outputs[0].map(({ json }) => json.orderId)).toEqual([103]);
		expect(outputs[1].map(({ json }) => json)).toMatchObject([
			{
				id: 102,
				error:
					'Order 102 is marked as imported to salesorder BC-102 (ID 77), not to salesorder BC-102-B (ID 78)',
			},
		]);
	});

	it.each([1, 14])('names both documents when an order comes twice, %i items apart', async (apart) => {
		const first = 200 + 20 * apart;
		const items = Array.from({ length: apart + 1 }, (_, index) => order(first + index)) as IDataObject[];
		items[apart] = order(first, { id: 78, number: 'SECOND' }) as IDataObject;
		const { outputs } = await shop.run(mark, { items, onError: 'continueErrorOutput' });
		expect(outputs[0]).toHaveLength(apart);
		expect(outputs[1].map(({ json }) => json.error)).toEqual([expect.stringContaining('SECOND (ID 78)')]);
		expect(marksOf(first)).toHaveLength(1);
	});

	it('marks many orders in a tenth of the requests, one that is marked already included', async () => {
		const items = Array.from({ length: 25 }, (_, index) => order(120 + index)) as IDataObject[];
		await shop.run(mark, { items: [items[12]] });
		const marks = jsonOf(await shop.run(mark, { items }));
		expect(marks.map(({ orderId }) => orderId)).toEqual(items.map(({ id }) => id));
		expect(items.map(({ id }) => marksOf(id as number).length)).toEqual(items.map(() => 1));
		expect(shop.requests('POST /v3/orders/metafields')).toBe(3);
		// Only the batch with the marked order is done again one by one: ten marks, all there by then.
		expect(shop.requests('POST /v3/orders/:id/metafields')).toBe(10);
	});

	it('finds its own marks when the answer to a batch was lost', async () => {
		shop.server.faults.add({ kind: 'resetAfterHandling', method: 'POST', path: '/metafields', times: 1 });
		const items = [order(146), order(147)] as IDataObject[];
		expect(jsonOf(await shop.run(mark, { items }))).toHaveLength(2);
		expect([146, 147].map((id) => marksOf(id).length)).toEqual([1, 1]);
	});

	it('finds its own mark when the answer was lost', async () => {
		shop.server.faults.add({ kind: 'resetAfterHandling', method: 'POST', path: '/metafields', times: 1 });
		const [marked] = jsonOf(await shop.run(mark, { items: [order(104)] as IDataObject[] }));
		expect(marked).toMatchObject({ orderId: 104, mark: { id: '77' } });
		expect(marksOf(104)).toHaveLength(1);
	});

	it.each([
		['an order without number', order(''), "'Order Number' is empty"],
		['order number 0', order(0), '\'Order Number\' is "0"'],
		[
			'an order without document',
			{ id: 105 },
			"There is no sales document to mark order 105 with: 'Document Type' is empty",
		],
		['a document without ID', order(105, { id: null }), "'Document ID' is empty"],
	])('refuses %s', async (_, item, message) => {
		const { error } = await shop.run(mark, { items: [item] as IDataObject[] });
		expect(error?.message).toContain(message);
		expect(shop.requests()).toBe(0);
	});

	it('takes a mark that BigCommerce has and does not list yet for the mark', async () => {
		await shop.run(mark, { items: [order(160)] as IDataObject[] });
		shop.server.faults.add({ kind: 'staleRead', method: 'GET', path: '/metafields' });
		const [again] = jsonOf(await shop.run(mark, { items: [order(160)] as IDataObject[] }));
		expect(again).toMatchObject({ orderId: 160, alreadyMarked: true });
		expect(marksOf(160)).toHaveLength(1);
	});

	it('replaces the mark of a document that was entered again, when it is told to', async () => {
		await shop.run(mark, { items: [order(161)] as IDataObject[] });
		const entered = [order(161, { id: 78 })] as IDataObject[];
		const [replaced] = jsonOf(await shop.run({ ...mark, replace: true }, { items: entered }));
		expect(replaced).toMatchObject({ orderId: 161, alreadyMarked: false, mark: { id: '78' } });
		expect(marksOf(161)).toMatchObject([{ value: expect.stringContaining('"id":"78"') as string }]);
		const [same] = jsonOf(await shop.run({ ...mark, replace: true }, { items: entered }));
		expect(same).toMatchObject({ alreadyMarked: true, mark: { id: '78' } });
	});
});

describe('Order: Remove Import Mark', () => {
	const remove = { resource: 'order', operation: 'removeImportMark', orderId: '={{ $json.id }}' };
	const unmarked = { resource: 'order', operation: 'getAll', leaveOutImported: true, returnAll: true };
	const isLeftOut = async (id: number) => !jsonOf(await shop.run(unmarked)).some((one) => one.id === id);

	it('lets the order be imported again, and says what was there', async () => {
		const [{ id }] = shop.shop.orders;
		await shop.run(mark, { items: [order(id)] as IDataObject[] });
		expect(await isLeftOut(id)).toBe(true);
		const items = [{ id }];
		const [removed] = jsonOf(await shop.run(remove, { items }));
		expect(removed).toEqual({
			orderId: id,
			removed: true,
			mark: { type: 'salesorder', id: '77', number: `BC-${id}`, total: '12.50', hash: 'abc' },
		});
		expect([marksOf(id), await isLeftOut(id)]).toEqual([[], false]);
		expect(jsonOf(await shop.run(remove, { items }))).toEqual([{ orderId: id, removed: false, mark: {} }]);
	});

	it.each(['', 0, null])('refuses the order number %j', async (id) => {
		const { error } = await shop.run(remove, { items: [{ id }] });
		expect(error?.message).toContain("'Order Number' is");
		expect(shop.requests()).toBe(0);
	});
});

describe('an order that a run is importing', () => {
	const claim = async (id: number, value: IDataObject) => {
		await shop.run(mark, { items: [order(id)] as IDataObject[] });
		const [own] = marksOf(id);
		shop.server.state.metafields.update(own.id, { value: JSON.stringify(value) });
	};
	const claimed = { state: 'claimed', type: 'salesOrder', number: 'BC-1', run: 'x', earlier: [] };

	it.each(['markAsImported', 'removeImportMark'])('is left alone by %s', async (operation) => {
		await claim(170, claimed);
		const { error } = await shop.run(
			{ ...mark, operation, orderId: '170' },
			{ items: [order(170)] as IDataObject[] },
		);
		expect(error?.message).toBe('Order 170 is being imported by a run at the moment');
		expect(marksOf(170)).toMatchObject([{ value: JSON.stringify(claimed) }]);
		shop.server.state.metafields.delete(marksOf(170)[0].id);
	});

	it('is not marked with another document than the one that differs from it', async () => {
		await claim(171, { state: 'differing', type: 'salesorder', id: '55', number: 'BC-171' });
		const items = [order(171, { id: 99 })] as IDataObject[];
		const { error } = await shop.run(mark, { items });
		expect(error?.message).toContain('is marked as imported to salesorder BC-171 (ID 55), not to salesorder');
		await shop.run({ ...mark, replace: true }, { items });
		expect(marksOf(171)).toMatchObject([{ value: expect.stringContaining('"id":"99"') as string }]);
	});
});

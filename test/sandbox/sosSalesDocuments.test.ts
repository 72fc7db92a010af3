import type { AxiosInstance } from 'axios';
import { failure, idOf, itemId, salesBody, shopItem, startWithClient } from './sosShop';
import type { SosServer } from '../../sandbox/sos';

let server: SosServer;
let api: AxiosInstance;

beforeEach(async () => {
	const catalogue = [shopItem('A', { onhand: 100 }), shopItem('B', { onhand: 100 })];
	({ server, api } = await startWithClient({ catalogue, takenNumbers: ['BC-101'] }));
});

afterEach(() => server.stop());

function post(fields: object = {}, line: object = {}) {
	return api.post('/salesorder', salesBody(server, 'A', fields, line));
}

describe('the answer', () => {
	test('has every field, null where nothing was sent, in the casing of real payloads', async () => {
		const { status, data } = await post({ number: 'N-1', date: '2026-03-01' });
		expect([status, data.status]).toEqual([200, 'ok']);
		expect(data.data).toMatchObject({
			number: 'N-1',
			date: '2026-03-01T00:00:00',
			customer: { name: 'BigCommerce Store', fullname: 'BigCommerce Store' },
			location: { name: 'Main Warehouse' },
			billing: null,
			terms: null,
			channel: null,
			comment: null,
			subTotal: 25,
			total: 25,
			closed: false,
			archived: false,
			syncToken: 0,
		});
		expect(data.data).not.toHaveProperty('paymentMethod');
		expect(data.data).not.toHaveProperty('status');
		expect(data.data.lines).toEqual([
			expect.objectContaining({
				id: expect.any(Number),
				lineNumber: 1,
				item: { id: itemId(server, 'A'), name: 'Merchandise:Thing A' },
				unitprice: 12.5,
				duedate: null,
				percentdiscount: null,
				weightunit: 'lb',
				shipped: 0,
			}),
		]);
	});

	test('reads keys in any case and drops the ones it does not know', async () => {
		const { data } = await post(
			{ NUMBER: 'N-2', CustomerPo: 'PO 1', ponumber: 'lost' },
			{ unitprice: undefined, UnitPrice: 12.5, dueDate: '2026-04-01' },
		);
		expect(data.data).toMatchObject({ number: 'N-2', customerPO: 'PO 1' });
		expect(data.data).not.toHaveProperty('ponumber');
		expect(data.data.lines[0]).toMatchObject({ unitprice: 12.5, duedate: '2026-04-01T00:00:00' });
		expect(data.data.lines[0]).not.toHaveProperty('unitPrice');
	});

	test('nests addresses; a flat one is lost', async () => {
		const nested = { company: 'Example', contact: 'Jo', address: { line1: '1 Main' } };
		const { data } = await post({ shipping: nested, billing: { line1: '1 Main' } });
		expect(data.data.shipping).toMatchObject({
			company: 'Example',
			contact: 'Jo',
			address: { line1: '1 Main' },
		});
		expect(data.data.billing.address).toBeNull();
		expect(data.data.billing).not.toHaveProperty('line1');
	});

	test('can show the channel as a bare name', async () => {
		const { data } = await post({ channel: { name: 'BigCommerce' } });
		expect(data.data.channel).toEqual({ id: idOf(server, 'channels', 'BigCommerce'), name: 'BigCommerce' });
		server.settings.channelForm = 'name';
		expect((await api.get(`/salesorder/${data.data.id}`)).data.data.channel).toBe('BigCommerce');
	});

	test('has dates in the time of the company', async () => {
		server.settings.timeZone = 'America/Chicago';
		const { data } = await post({ date: '2026-01-15T18:30:00Z' });
		expect(data.data.date).toBe('2026-01-15T12:30:00');
	});
});

describe('numbers', () => {
	const duplicate = 'Duplicate sales order number. Please choose another number.';

	test('are taken once, with the known sentence', async () => {
		const refused = await post({ number: 'BC-101' });
		expect(failure(refused)).toEqual([400, 'invalid', null]);
		expect(refused.data.message).toBe(duplicate);
	});

	test('stay taken by archived orders, which lists do not show', async () => {
		const [order] = server.state.salesOrders.values().filter(({ number }) => number === 'BC-101');
		server.state.salesOrders.update(order.id, { archived: true });
		expect((await api.get('/salesorder?query=BC-101')).data.count).toBe(0);
		expect((await api.get('/salesorder?query=BC-101&archived=any')).data.count).toBe(1);
		expect((await post({ number: 'BC-101' })).data.message).toBe(duplicate);
	});

	test('are free for the other kind of document', async () => {
		const receipt = () => api.post('/salesreceipt', salesBody(server, 'A', { number: 'BC-101' }));
		expect((await receipt()).data.status).toBe('ok');
		expect((await receipt()).data.message).toBe(
			'Duplicate sales receipt number. Please choose another number.',
		);
	});

	test('are given out for "auto" and for none', async () => {
		const numbers = [
			await post({ number: 'auto' }),
			await post(),
			await post({ number: '1003' }),
			await post(),
		];
		expect(numbers.map(({ data }) => data.data.number)).toEqual(['1001', '1002', '1003', '1004']);
	});

	test('have 21 characters at most: longer ones are refused, cut or taken', async () => {
		expect(failure(await post({ number: 'x'.repeat(22) }))).toEqual([400, 'invalid', null]);
		expect((await post({ number: 'x'.repeat(21) })).data.status).toBe('ok');
		server.settings.overlongValue = 'cut';
		expect((await post({ number: 'x'.repeat(22) })).data.message).toBe(duplicate);
		server.settings.overlongValue = 'accepted';
		expect((await post({ number: 'x'.repeat(22) })).data.status).toBe('ok');
	});

	test('of a replaced order stay its own', async () => {
		const { data } = await post({ number: 'N-1' });
		const changed = await api.put(`/salesorder/${data.data.id}`, { ...data.data, comment: 'changed' });
		expect(changed.data.data).toMatchObject({ number: 'N-1', comment: 'changed', syncToken: 1 });
		const taken = { ...changed.data.data, number: 'BC-101' };
		expect((await api.put(`/salesorder/${data.data.id}`, taken)).data.message).toBe(duplicate);
	});
});

describe('a document', () => {
	test('needs a customer that exists, by id or name', async () => {
		for (const customer of [undefined, {}, { id: 999999 }, { name: 'Nobody' }])
			expect(failure(await post({ customer }))).toEqual([400, 'invalid', null]);
		const { data } = await post({ customer: { name: 'Alex Example' } });
		expect(data.data.customer.id).toBe(idOf(server, 'customers', 'Alex Example'));
	});

	test('in a closed period cannot be made, changed or deleted', async () => {
		const { data } = await post({ date: '2026-02-28' });
		server.settings.closingDate = '2026-02-28';
		expect(failure(await post({ date: '2026-02-28T23:59:59' }))).toEqual([400, 'invalid', null]);
		expect((await post({ date: '2026-03-01' })).data.status).toBe('ok');
		const { id } = data.data;
		const moved = await api.put(`/salesorder/${id}`, { ...data.data, date: '2026-03-02' });
		expect(failure(moved)).toEqual([400, 'invalid', null]);
		const deleted = await api.delete('/salesorder/batch', { data: { ids: [id] } });
		expect(failure(deleted)).toEqual([400, 'invalid', null]);
	});

	test('is cleared of what a PUT leaves out', async () => {
		const { data } = await post({ number: 'N-1', comment: 'note', channel: { name: 'BigCommerce' } });
		const { id, syncToken } = data.data;
		const body = { ...salesBody(server, 'A', { number: 'N-1' }), id, syncToken };
		const { data: after } = await api.put(`/salesorder/${id}`, body);
		expect(after.data).toMatchObject({ comment: null, channel: null, number: 'N-1' });
	});

	test('that was refused leaves nothing behind', async () => {
		const { size } = server.state.salesOrders;
		await post({ number: 'BC-101' });
		await post({}, { amount: 1 });
		expect(server.state.salesOrders.size).toBe(size);
	});
});

test('a receipt has a payment method and a deposit account, and no terms', async () => {
	const { data } = await api.post(
		'/salesreceipt',
		salesBody(server, 'A', {
			paymentMethod: { name: 'Credit Card' },
			depositAccount: { name: 'Undeposited Funds' },
			terms: { name: 'Net 30' },
		}),
	);
	expect(data.data).toMatchObject({
		paymentMethod: { name: 'Credit Card', syncToken: 0, sosPayType: 'CreditCard' },
		depositAccount: { name: 'Undeposited Funds' },
		lastSync: null,
	});
	expect(data.data).not.toHaveProperty('terms');
});

test('sales orders are deleted in batches, all or none', async () => {
	const ids = [(await post()).data.data.id, (await post()).data.data.id];
	const partly = await api.delete('/salesorder/batch', { data: { ids: [...ids, 999999] } });
	expect(failure(partly)).toEqual([200, 'failed', null]);
	expect(server.state.salesOrders.get(ids[0])).toBeDefined();
	const { data } = await api.delete('/salesorder/batch', { data: { ids } });
	expect(data).toEqual({ status: 'ok', message: '', data: null });
	expect((await api.get(`/salesorder/${ids[0]}`)).data.status).toBe('failed');
	expect(failure(await api.delete('/salesorder/batch', { data: {} }))).toEqual([400, 'invalid', null]);
});

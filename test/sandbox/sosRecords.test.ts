import type { AxiosInstance } from 'axios';
import { failure, idOf, itemId, shopItem, startWithClient } from './sosShop';
import type { SosServer } from '../../sandbox/sos';

let server: SosServer;
let api: AxiosInstance;

beforeEach(async () => {
	({ server, api } = await startWithClient({ catalogue: [shopItem('A'), shopItem('B')] }));
});

afterEach(() => server.stop());

describe('PUT', () => {
	async function customerToChange() {
		const created = await api.post('/customer', {
			name: 'Robin Example',
			email: 'robin@example.com',
			phone: '555 0100',
			billing: { line1: '1 Main', city: 'Exampleton' },
		});
		return created.data.data;
	}

	test('replaces the whole record: what is left out is cleared', async () => {
		const { id, syncToken } = await customerToChange();
		const { data } = await api.put(`/customer/${id}`, { id, syncToken, name: 'Robin Example' });
		expect(data.data).toMatchObject({ id, name: 'Robin Example', email: null, phone: null, billing: null });
		expect((await api.get(`/customer/${id}`)).data.data).toEqual(data.data);
	});

	test('gives back all of it when the whole record is sent, with the next syncToken', async () => {
		const customer = await customerToChange();
		const { data } = await api.put(`/customer/${customer.id}`, { ...customer, phone: '555 0199' });
		expect(data.data).toEqual({ ...customer, phone: '555 0199', syncToken: customer.syncToken + 1 });
	});

	test('takes the same round trip on an item', async () => {
		const id = itemId(server, 'A');
		const item = (await api.get(`/item/${id}`)).data.data;
		const { data } = await api.put(`/item/${id}`, { ...item, updateBigCommerce: false });
		expect(data.data).toEqual({ ...item, updateBigCommerce: false, syncToken: item.syncToken + 1 });
	});

	test.each([
		['stale', { syncToken: 41 }],
		['missing', { syncToken: undefined }],
	])('refuses a %s syncToken: modified by someone else', async (_, own) => {
		const customer = await customerToChange();
		const refused = await api.put(`/customer/${customer.id}`, { ...customer, ...own });
		expect(failure(refused)).toEqual([400, 'invalid', null]);
		expect(refused.data.message).toContain('modified by someone else');
	});

	test('takes the syncToken as text too', async () => {
		const customer = await customerToChange();
		const { data } = await api.put(`/customer/${customer.id}`, { ...customer, syncToken: '0' });
		expect(data.data.syncToken).toBe(1);
	});

	test.each([
		['missing', undefined],
		['of another record', 1],
	])('refuses an id that is %s', async (_, sent) => {
		const customer = await customerToChange();
		const refused = await api.put(`/customer/${customer.id}`, { ...customer, id: sent });
		expect(failure(refused)).toEqual([400, 'invalid', null]);
		expect(refused.data.message).toContain('id of posted object is incorrect');
	});

	test('of an unknown id is a failure under HTTP 200', async () => {
		const refused = await api.put('/customer/999999', { id: 999999, syncToken: 0, name: 'Nobody' });
		expect(failure(refused)).toEqual([200, 'failed', null]);
	});
});

describe('customers', () => {
	test('have flat addresses; unknown keys vanish and keys are read in any case', async () => {
		const { data } = await api.post('/customer', {
			NAME: 'Kim Sample',
			Billing: { Line1: '1 Main', stateprovince: 'TX' },
			billing_address: { line1: 'lost' },
			favouriteColour: 'blue',
		});
		expect(data.data).toMatchObject({
			name: 'Kim Sample',
			billing: { line1: '1 Main', line2: null, stateProvince: 'TX' },
			shipping: null,
		});
		expect(data.data).not.toHaveProperty('billing_address');
		expect(data.data).not.toHaveProperty('favouriteColour');
	});

	test('need a name of their own: a duplicate is invalid under HTTP 200, archived ones count', async () => {
		for (const name of ['alex example', 'Casey Former (deleted)']) {
			const refused = await api.post('/customer', { name });
			expect(failure(refused)).toEqual([200, 'invalid', null]);
			expect(refused.data.message).toContain('Duplicate customer name');
		}
		expect(failure(await api.post('/customer', { name: ' ' }))).toEqual([400, 'invalid', null]);
	});

	test('have names of at most 100 characters: longer ones are refused, cut or taken', async () => {
		expect(failure(await api.post('/customer', { name: 'x'.repeat(101) }))).toEqual([400, 'invalid', null]);
		expect((await api.post('/customer', { name: 'y'.repeat(100) })).data.status).toBe('ok');
		server.settings.overlongValue = 'cut';
		const cut = await api.post('/customer', { name: 'z'.repeat(101) });
		expect(cut.data.data.name).toBe('z'.repeat(100));
		server.settings.overlongValue = 'accepted';
		expect((await api.post('/customer', { name: 'w'.repeat(101) })).data.data.name).toHaveLength(101);
	});

	test('must not bring an id, unless ids are ignored', async () => {
		expect(failure(await api.post('/customer', { id: 5, name: 'New' }))).toEqual([400, 'invalid', null]);
		server.settings.idOnCreate = 'ignored';
		const { data } = await api.post('/customer', { id: 5, name: 'New' });
		expect(data.data.id).not.toBe(5);
	});

	test('are found by e-mail, where several can share one, and by exact name', async () => {
		const byEmail = await api.get('/customer', { params: { email: 'SHARED@example.com' } });
		expect(byEmail.data.count).toBe(2);
		expect((await api.get('/customer?email=shared')).data.count).toBe(0);
		server.settings.customerEmailMatch = 'substring';
		expect((await api.get('/customer?email=shared')).data.count).toBe(2);
		expect((await api.get('/customer?name=Alex+Example')).data.count).toBe(1);
	});

	test('carry secrets, as the real ones do', async () => {
		const { data } = await api.get('/customer?name=Jordan+Sample');
		expect(data.data[0]).toMatchObject({
			portalPassword: expect.stringMatching(/^sandbox-/),
			hasCardOnFile: true,
			lastFour: '0000',
		});
	});

	test('can have a parent, whose name leads the full name', async () => {
		const parent = { name: 'Alex Example' };
		const { data } = await api.post('/customer', { name: 'Branch', parent });
		expect(data.data).toMatchObject({ fullname: 'Alex Example:Branch', sublevel: 1 });
		const { data: found } = await api.get('/customer?name=Alex+Example:Branch');
		expect(found.count).toBe(1);
		expect((await api.get('/customer?name=Alex+Example')).data.data[0].hasChildren).toBe(true);
	});

	test('that the shop knows can be there from the start', async () => {
		await server.stop();
		const customers = [{ name: 'Known Buyer', email: 'known@example.org' }];
		({ server, api } = await startWithClient({ customers }));
		expect((await api.get('/customer?email=known@example.org')).data.data[0].name).toBe('Known Buyer');
	});
});

describe('items', () => {
	test('need a name and a type, and take both words for a kit', async () => {
		expect(failure(await api.post('/item', { type: 'Service' }))).toEqual([400, 'invalid', null]);
		expect(failure(await api.post('/item', { name: 'N' }))).toEqual([400, 'invalid', null]);
		expect(failure(await api.post('/item', { name: 'N', type: 'Thing' }))).toEqual([400, 'invalid', null]);
		const { data } = await api.post('/item', { name: 'N', type: 'Kit' });
		expect(data.data.type).toBe('Item Group');
	});

	test.each(['"', '<', '>', ':', '|'])('must not have %s in the name', async (character) => {
		const refused = await api.post('/item', { name: `a${character}b`, type: 'Service' });
		expect(failure(refused)).toEqual([400, 'invalid', null]);
	});

	test('have names that are unique in their category', async () => {
		const category = { name: 'Merchandise' };
		const duplicate = { name: 'THING A', type: 'Service', category };
		expect(failure(await api.post('/item', duplicate))).toEqual([200, 'invalid', null]);
		const { data } = await api.post('/item', { ...duplicate, category: undefined });
		expect(data.data).toMatchObject({ fullname: 'THING A', category: null, sublevel: 0 });
	});

	test('may share a SKU', async () => {
		const { data } = await api.post('/item', { name: 'Another A', type: 'Inventory Item', sku: 'A' });
		expect(data.data.sku).toBe('A');
		expect((await api.get('/item?sku=A')).data.count).toBe(2);
	});

	test('start without stock, whatever was sent', async () => {
		const sent = { name: 'N', type: 'Inventory Item', onhand: 7, available: 7, quantity: 7 };
		const { data } = await api.post('/item', sent);
		expect(data.data).toMatchObject({ onhand: 0, available: 0 });
	});

	test('have a bin that is text and price tiers whose numbers are text', async () => {
		const { data } = await api.post('/item', {
			name: 'N',
			type: 'Inventory Item',
			bin: { name: 'A19' },
			priceTiers: [{ priceTier: { name: 'Reseller' }, price: 45, quantity: 10, percentDiscount: 0 }],
		});
		expect(data.data.bin).toBe('A19');
		expect(data.data.priceTiers).toEqual([
			{
				priceTier: { id: expect.any(Number), name: 'Reseller' },
				price: '45.00000',
				quantity: '10.00000',
				percentDiscount: '0.00000',
			},
		]);
	});

	test('have a sales price that follows the markup', async () => {
		const sent = { name: 'N', type: 'Inventory Item', purchaseCost: 10, markupPercent: 25 };
		const marked = await api.post('/item', { ...sent, useMarkup: true, baseSalesPrice: 9 });
		expect(marked.data.data.salesPrice).toBe(12.5);
	});

	test('show their image only when read by id', async () => {
		const imageAsBase64String = Buffer.from('image').toString('base64');
		const sent = { name: 'N', type: 'Service', sku: 'IMG', imageChanged: true, imageAsBase64String };
		const { data } = await api.post('/item', sent);
		const { data: listed } = await api.get('/item?sku=IMG');
		expect(listed.data[0]).toMatchObject({ hasImage: true, imageAsBase64String: null });
		const { data: single } = await api.get(`/item/${data.data.id}`);
		expect(single.data.imageAsBase64String).toBe(imageAsBase64String);
	});

	test('keep only the values of custom fields', async () => {
		const sent = {
			name: 'N',
			type: 'Service',
			customFields: [{ name: 'Web buffer', value: 3, dataType: 'Text' }],
		};
		const { data } = await api.post('/item', sent);
		expect(data.data.customFields).toEqual([
			{ id: expect.any(Number), name: 'Web buffer', value: '3', dataType: 'Number' },
			{ id: expect.any(Number), name: 'Color', value: null, dataType: 'List' },
		]);
		const wrong = { ...sent, name: 'M', customFields: [{ name: 'Web buffer', value: 'many' }] };
		expect(failure(await api.post('/item', wrong))).toEqual([400, 'invalid', null]);
	});

	test('point at records by id or name; one that does not exist is refused or left blank', async () => {
		const sent = { name: 'N', type: 'Service' };
		const unknown = { ...sent, incomeAccount: { name: 'No such account' } };
		expect(failure(await api.post('/item', unknown))).toEqual([400, 'invalid', null]);
		server.settings.unknownReference = 'blank';
		expect((await api.post('/item', unknown)).data.data.incomeAccount).toBeNull();
		const byName = await api.post('/item', { ...sent, name: 'M', incomeAccount: { name: 'Product Sales' } });
		const id = idOf(server, 'accounts', 'Product Sales');
		expect(byName.data.data.incomeAccount).toEqual({ id, name: 'Product Sales' });
	});
});

import type { AxiosInstance } from 'axios';
import { failure, itemId, salesBody, shopItem, startWithClient } from './sosShop';
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

describe('lines', () => {
	test('whose item does not exist are dropped without a word', async () => {
		const good = { item: { id: itemId(server, 'A') }, quantity: 1, unitprice: 3, amount: 3 };
		const lines = [{ ...good, item: { id: 999999 } }, good, { ...good, item: { name: 'No such item' } }];
		const { data } = await post({ lines });
		expect(data.status).toBe('ok');
		expect(data.data.lines).toHaveLength(1);
		expect(data.data.total).toBe(3);
	});

	test.each(['sales order', 'sales receipt'])('must not all be dropped from a %s', async (words) => {
		const path = `/${words.replace(' ', '')}`;
		for (const lines of [[], [{ item: { id: 999999 }, quantity: 1, unitprice: 1, amount: 1 }], undefined]) {
			const refused = await api.post(path, salesBody(server, 'A', { lines }));
			expect(failure(refused)).toEqual([400, 'invalid', null]);
			expect(refused.data.message).toBe(`You cannot save a ${words} with no line items.`);
		}
	});

	test('name their item by id or full name', async () => {
		const { data } = await post({}, { item: { name: 'Merchandise:Thing B' } });
		expect(data.data.lines[0].item.id).toBe(itemId(server, 'B'));
	});

	test('carry the number the client gave them', async () => {
		const { data } = await post({}, { lineNumber: 7 });
		expect(data.data.lines[0].lineNumber).toBe(7);
	});

	test('have an amount that is quantity × unit price, or are refused, corrected or kept', async () => {
		const off = { amount: 25.01 };
		expect(failure(await post({}, off))).toEqual([400, 'invalid', null]);
		server.settings.amountMismatch = 'corrected';
		expect((await post({}, off)).data.data).toMatchObject({ total: 25, lines: [{ amount: 25 }] });
		server.settings.amountMismatch = 'kept';
		expect((await post({}, off)).data.data).toMatchObject({ total: 25.01, lines: [{ amount: 25.01 }] });
	});

	test('compare to the last decimal, or in cents', async () => {
		const thirds = { quantity: 3, unitprice: 3.3333, amount: 10 };
		expect(failure(await post({}, thirds))).toEqual([400, 'invalid', null]);
		expect((await post({}, { quantity: 3, unitprice: 4.35, amount: 13.05 })).data.status).toBe('ok');
		server.settings.amountComparison = 'cents';
		expect((await post({}, thirds)).data.data.lines[0].amount).toBe(10);
	});

	test("take the item's price and compute the amount where they bring none", async () => {
		const { data } = await post({}, { unitprice: undefined, amount: undefined, quantity: 3 });
		expect(data.data.lines[0]).toMatchObject({ quantity: 3, unitprice: 12.5, amount: 37.5 });
	});

	test('must not be below the minimum price of the item', async () => {
		server.state.items.update(itemId(server, 'A'), { minimumPrice: 12.51 });
		expect(failure(await post())).toEqual([400, 'invalid', null]);
		expect((await post({}, { unitprice: 12.51, amount: 25.02 })).data.status).toBe('ok');
	});

	test("have the item's description only where that is chosen", async () => {
		expect((await post()).data.data.lines[0].description).toBeNull();
		server.settings.lineDescriptionDefault = 'fromItem';
		expect((await post()).data.data.lines[0].description).toBe('All about A');
	});

	test('keep their id over a PUT that sends it back, and go when left out', async () => {
		const line = { item: { id: itemId(server, 'B') }, quantity: 1, unitprice: 1, amount: 1 };
		const { data } = await post({ lines: [line, { ...line, quantity: 2, amount: 2 }] });
		const [first, second] = data.data.lines;
		const kept = { ...data.data, lines: [second, { ...line, quantity: 3, amount: 3 }] };
		const { data: after } = await api.put(`/salesorder/${data.data.id}`, kept);
		expect(after.data.lines.map(({ id }: { id: number }) => id)).toEqual([second.id, expect.any(Number)]);
		expect(after.data.lines[1].id).not.toBe(first.id);
		expect(after.data.total).toBe(5);
	});
});

describe('totals', () => {
	test('add up without the noise of binary fractions, whatever total is sent', async () => {
		const line = { item: { id: itemId(server, 'A') }, quantity: 1, unitprice: 0.1, amount: 0.1 };
		const lines = Array.from({ length: 3 }, () => line);
		const sent = {
			lines,
			discountAmount: -0.07,
			shippingAmount: 0.2,
			taxAmount: 0.1,
			total: 99,
			subTotal: 99,
		};
		const { data } = await post(sent);
		expect(data.data).toMatchObject({ subTotal: 0.3, discountAmount: -0.07, taxAmount: 0.1, total: 0.53 });
	});

	test('grow with a positive discount', async () => {
		expect((await post({ discountAmount: 5 })).data.data.total).toBe(30);
	});

	test('compute a discount from its percentage', async () => {
		const { data } = await post({ discountPercent: 10 });
		expect(data.data).toMatchObject({ discountAmount: -2.5, total: 22.5 });
	});

	test('keep the tax that was sent, or compute it anew', async () => {
		const sent = { taxAmount: 9, taxPercent: 10, shippingAmount: 5, shippingTaxable: true };
		expect((await post(sent, { tax: { taxable: true } })).data.data.total).toBe(39);
		server.settings.headerTaxAmount = 'recomputed';
		expect((await post(sent, { tax: { taxable: true } })).data.data).toMatchObject({
			taxAmount: 3,
			total: 33,
		});
		expect((await post({ taxAmount: 9 })).data.data.taxAmount).toBe(0);
		const byCode = { taxCode: { name: 'Taxable' } };
		expect((await post(byCode, { tax: { taxable: true } })).data.data.taxAmount).toBe(2.06);
	});
});

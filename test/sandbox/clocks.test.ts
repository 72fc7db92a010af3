import { openStore } from './bigCommerceClient';
import { rowsOf, salesBody, shopItems, startWithClient } from './sosShop';

const HOUR = 3_600_000;

/** Whether `time` is that long from now, to the minute. */
function isAhead(time: number, ms: number): boolean {
	return Math.abs(time - Date.now() - ms) < 60_000;
}

it.each([6 * HOUR, -6 * HOUR])(
	'the BigCommerce sandbox is %d ms ahead in all it gives and compares',
	async (ahead) => {
		const { server, http } = await openStore({ clockAheadMs: ahead }, { orders: 0 });
		try {
			const [{ id }] = server.addOrders(1);
			await http.post(`/v3/orders/${id}/metafields`, {
				permission_set: 'read',
				namespace: 'a',
				key: 'b',
				value: 'c',
			});
			const order = await http.get(`/v2/orders/${id}`);
			expect(isAhead(Date.parse(order.headers.date), ahead)).toBe(true);
			expect(isAhead(Date.parse(order.data.date_created), ahead)).toBe(true);
			expect(isAhead(1000 * (await http.get('/v2/time')).data.time, ahead)).toBe(true);
			const [metafield] = (await http.get('/v3/orders/metafields')).data.data;
			expect(isAhead(Date.parse(metafield.date_created), ahead)).toBe(true);

			const from = (ms: number) => new Date(Date.now() + ms).toISOString();
			const created = (ms: number) => http.get('/v2/orders', { params: { min_date_created: from(ms) } });
			const marked = (ms: number) =>
				http.get('/v3/orders/metafields', { params: { 'date_modified:min': from(ms) } });
			expect((await created(ahead - HOUR)).status).toBe(200);
			expect((await created(ahead + HOUR)).status).toBe(204);
			expect((await marked(ahead - HOUR)).data.data).toHaveLength(1);
			expect((await marked(ahead + HOUR)).data.data).toHaveLength(0);
		} finally {
			await server.stop();
		}
	},
);

it.each([6 * HOUR, -6 * HOUR])(
	'the SOS sandbox is %d ms ahead in all it gives and compares',
	async (ahead) => {
		const { server, api } = await startWithClient({ clockAheadMs: ahead, catalogue: shopItems(1) });
		try {
			const { data, headers } = await api.post('/salesorder', salesBody(server, 'SKU-1'));
			expect(isAhead(Date.parse(headers.date), ahead)).toBe(true);
			expect(isAhead(Date.parse(`${data.data.date}Z`), ahead)).toBe(true);
			const since = (ms: number) =>
				rowsOf(api, '/salesorder', { updatedsince: new Date(Date.now() + ms).toISOString() });
			expect(await since(ahead - HOUR)).toHaveLength(1);
			expect(await since(ahead + HOUR)).toHaveLength(0);
		} finally {
			await server.stop();
		}
	},
);

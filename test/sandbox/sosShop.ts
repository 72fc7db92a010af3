import axios, { type AxiosInstance, type AxiosResponse } from 'axios';
import { startSosServer, type SosServer } from '../../sandbox/sos';
import type { ShopItem, SosSide } from '../../sandbox/shop/catalogue';

/** A thing the shop sells and SOS knows under the same SKU. */
export function shopItem(sku: string, sos: Partial<SosSide> = {}): ShopItem {
	return {
		sku,
		name: `Thing ${sku}`,
		description: `All about ${sku}`,
		priceMinor: 1250,
		costMinor: 500,
		weight: 1,
		product: sku,
		tracking: 'product',
		shopStock: 1,
		sos: { sku, type: 'Inventory Item', updateBigCommerce: true, archived: false, onhand: 5, ...sos },
	};
}

/** So many plain items, `SKU-1` on. */
export function shopItems(count: number): ShopItem[] {
	return Array.from({ length: count }, (_, index) => shopItem(`SKU-${index + 1}`));
}

/** A server with its rate limit off, and a client that has its token and throws on no status. */
export async function startWithClient(
	options: Parameters<typeof startSosServer>[0] = {},
): Promise<{ server: SosServer; api: AxiosInstance }> {
	const server = await startSosServer({ intervalMs: 0, ...options });
	return { server, api: clientFor(server, server.accessToken) };
}

export function clientFor(server: SosServer, token: string): AxiosInstance {
	return axios.create({
		baseURL: `${server.url}/api/v2`,
		headers: { authorization: `Bearer ${token}` },
		validateStatus: () => true,
		proxy: false,
	});
}

/** The id of the item with this SOS SKU. */
export function itemId(server: SosServer, sku: string): number {
	const item = server.state.items.values().find((candidate) => candidate.sku === sku);
	if (!item) throw new Error(`There is no item ${sku}.`);
	return item.id;
}

/** The id of the record of a table with this name. */
export function idOf(
	server: SosServer,
	table: 'customers' | 'locations' | 'channels' | 'taxCodes' | 'terms' | 'paymentMethods' | 'accounts',
	name: string,
): number {
	const records: Array<{ id: number; name: string }> = server.state[table].values();
	const record = records.find((candidate) => candidate.name === name);
	if (!record) throw new Error(`There is no "${name}" among the ${table}.`);
	return record.id;
}

/** A sales order or receipt of one line, ready to be posted. */
export function salesBody(server: SosServer, sku: string, fields: object = {}, line: object = {}): object {
	return {
		customer: { id: idOf(server, 'customers', 'BigCommerce Store') },
		lines: [{ item: { id: itemId(server, sku) }, quantity: 2, unitprice: 12.5, amount: 25, ...line }],
		...fields,
	};
}

/** The rows a list answers with. */
export async function rowsOf(
	api: AxiosInstance,
	path: string,
	params: object = {},
): Promise<Array<Record<string, unknown>>> {
	const { data } = await api.get(path, { params });
	expect(data.status).toBe('ok');
	return data.data;
}

/** What matters of a refusal: HTTP status, envelope status, data. */
export function failure({ status, data }: AxiosResponse): unknown[] {
	return [status, data.status, data.data];
}

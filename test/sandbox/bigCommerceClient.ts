import axios, { type AxiosInstance, type AxiosResponse } from 'axios';
import {
	startBigCommerceServer,
	type BigCommerceOptions,
	type BigCommerceServer,
} from '../../sandbox/bigCommerce';
import { createShop, type GeneratedShop, type ShopOptions } from '../../sandbox/shop/createShop';

/** A local store with clients that hand back every answer, whatever its status. Paths start with `/v2` or `/v3`. */
export interface OpenStore {
	server: BigCommerceServer;
	shop: GeneratedShop;
	http: AxiosInstance;
	as(token: string): AxiosInstance;
	/** The `/sandbox` routes. */
	admin: AxiosInstance;
}

export async function openStore(
	options: BigCommerceOptions = {},
	shopOptions: ShopOptions = {},
): Promise<OpenStore> {
	const shop = createShop(shopOptions);
	const server = await startBigCommerceServer(shop, { quota: null, ...options });
	const baseURL = `${server.url}/stores/${server.storeHash}`;
	const as = (token: string) =>
		axios.create({
			baseURL,
			headers: { 'X-Auth-Token': token, Accept: 'application/json' },
			validateStatus: () => true,
		});
	const admin = axios.create({ baseURL: `${server.url}/sandbox`, validateStatus: () => true });
	return { server, shop, http: as(server.tokens.full), as, admin };
}

/** Every row of a V2 list, read page by page until there is nothing more. */
export async function allPages(
	http: AxiosInstance,
	path: string,
	limit = 250,
): Promise<Array<Record<string, unknown>>> {
	const rows: Array<Record<string, unknown>> = [];
	for (let page = 1; ; page += 1) {
		const answer = await http.get(path, { params: { page, limit } });
		if (answer.status === 204) return rows;
		rows.push(...answer.data);
	}
}

/** Status and body, for comparing in one go. */
export function told({ status, data }: AxiosResponse): { status: number; data: unknown } {
	return { status, data };
}

import type { AxiosInstance, AxiosResponse } from 'axios';
import type { SosServer } from '../../sandbox/sos';
import { itemId, salesBody, shopItem, startWithClient } from './sosShop';

/** A company with stock to move, and the moves. */
export interface StockShop {
	server: SosServer;
	api: AxiosInstance;
	/** What the API says of an item, company-wide or at a location. */
	quantities(sku: string, location?: string): Promise<Record<string, number>>;
	order(sku: string, quantity: number, fields?: object, path?: string): Promise<AxiosResponse>;
	adjust(sku: string, line: object, location?: string): Promise<AxiosResponse>;
	/** Ships some of the first line of a sales order (`SO`) or receipt (`SR`). */
	ship(
		document: { id: number },
		sku: string,
		quantity: number,
		fields?: object,
		type?: string,
		line?: object,
	): Promise<AxiosResponse>;
}

/** Starts a company with 9 of A, 90 of BIG, 2.5 of HALF, a KIT of two A and one BIG, and a service. */
export async function startStockShop(): Promise<StockShop> {
	const components = [
		{ sku: 'A', quantity: 2 },
		{ sku: 'BIG', quantity: 1 },
	];
	const { server, api } = await startWithClient({
		catalogue: [
			// The orders that are there from the start are about the first three items.
			...['X', 'Y', 'Z'].map((sku) => shopItem(sku)),
			shopItem('A', { onhand: 9 }),
			shopItem('BIG', { onhand: 90 }),
			shopItem('HALF', { onhand: 2.5 }),
			shopItem('KIT', { type: 'Item Group', onhand: 0, components }),
			shopItem('LABOUR', { type: 'Service', onhand: 0 }),
		],
	});
	return {
		server,
		api,
		async quantities(sku, location) {
			const { data } = await api.get(`/item/${itemId(server, sku)}`, { params: { location } });
			const { onhand, available, onSO, onSR } = data.data;
			return { onhand, available, onSO, onSR };
		},
		order(sku, quantity, fields = {}, path = '/salesorder') {
			const line = { quantity, unitprice: 1, amount: quantity };
			return api.post(path, salesBody(server, sku, fields, line));
		},
		adjust(sku, line, location = 'Main Warehouse') {
			const lines = [{ item: { id: itemId(server, sku) }, ...line }];
			return api.post('/adjustment', { location: { name: location }, lines });
		},
		ship(document, sku, quantity, fields = {}, type = 'SO', line = {}) {
			const linkedTransaction = { id: document.id, transactionType: type, lineNumber: 1 };
			const lines = [{ item: { id: itemId(server, sku) }, quantity, linkedTransaction, ...line }];
			return api.post('/shipment', { customer: { name: 'BigCommerce Store' }, lines, ...fields });
		},
	};
}

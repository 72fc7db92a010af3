import type { IDataObject } from 'n8n-workflow';
import type { BigCommerceOptions } from '../../../sandbox/bigCommerce';
import type { StockItem } from '../../../sandbox/bigCommerce/records/stockItem';
import type { ShopOptions } from '../../../sandbox/shop/createShop';
import type { NodeRunResult } from '../../../testing/engine/runNode';
import { jsonOf, openShop, type OpenShop } from '../../../testing/sandbox/openShop';

export const update = { resource: 'inventory', operation: 'update' };
export const compare = { resource: 'inventory', operation: 'compare' };
export const adjustments = 'PUT /v3/inventory/adjustments/absolute';

/** A local store, seen from its stock. */
export class StockShop {
	private constructor(readonly open: OpenShop) {}

	static async start(options: BigCommerceOptions = {}, shop: ShopOptions = {}): Promise<StockShop> {
		return new StockShop(await openShop(options, { orders: 0, ...shop }));
	}

	readonly run: OpenShop['run'] = async (...run) => await this.open.run(...run);

	get server() {
		return this.open.server;
	}

	/** Things whose stock is counted so, and that have an SKU any list can name. */
	counted(mode: StockItem['tracking'] = 'product'): StockItem[] {
		return this.server.state.stock
			.values()
			.filter(({ tracking, sku }) => tracking === mode && sku !== '' && !sku.includes(','));
	}

	onHand({ id }: StockItem, locationId = 1): number | undefined {
		return this.server.state.stock.get(id)!.levels[locationId]?.onhand;
	}

	/** Gives a plain product another SKU, as a merchant does. */
	async rename({ product_id }: StockItem, sku: string): Promise<void> {
		const { apiPath, tokens } = this.server;
		const answer = await fetch(`${apiPath}catalog/products/${product_id}`, {
			method: 'PUT',
			headers: { 'X-Auth-Token': tokens.full, 'Content-Type': 'application/json' },
			body: JSON.stringify({ sku }),
		});
		if (!answer.ok) throw new Error(await answer.text());
	}

	/** Changes stock past the API, as a sale or an edit by hand does. */
	setOnHand({ id, levels }: StockItem, onhand: number): void {
		this.server.state.stock.update(id, { levels: { ...levels, 1: { ...levels[1], onhand } } });
	}
}

/** The reason codes of the rows of an output. */
export const codesOf = (result: NodeRunResult, output = 1) =>
	jsonOf(result, output).map(({ reason }) => (reason as { code: string }).code);

let nextId = 1;

/** An SOS item that meets every condition, but for what the test says. */
export const sosItem = (sku: string, available: unknown, changes: IDataObject = {}): IDataObject => ({
	id: nextId++,
	name: `Item ${sku}`,
	sku,
	type: 'Inventory Item',
	updateBigCommerce: true,
	archived: false,
	available: available as number,
	onhand: 0,
	...changes,
});

import type { IExecuteFunctions } from 'n8n-workflow';
import { keyOf } from '../../../sync/sku';
import { planStock } from '../../../sync/stock/planStock';
import type { ShopStockRow, StockPlanInput } from '../../../sync/stock/stockPlan';
import { planStockSwitchingTracking, type StockPlanWithTracking } from '../../../sync/stock/switchTracking';
import type { BigCommerceClient } from '../transport/client';
import { readInputRows, upstreamFailure, type InputRow } from './input/inputRows';
import { readDefaultLocationId, readLocations } from './shop/locations';
import { readPendingOrders } from './input/pendingOrders';
import { readShopStock } from './shop/shopStock';
import type { RunSettings } from './settings/planSettings';
import { WantedSkus } from './shop/wantedSkus';
import { stockSource } from './input/stockSource';

/** A plan and what it was made from. */
export interface PlannedRun {
	plan: StockPlanWithTracking;
	rows: InputRow[];
	shop: ShopStockRow[];
	keyOf: (sku: string) => string;
}

/**
 * Reads both sides and plans. Orders are read last, so that those placed while the shop's stock was
 * read are among them.
 *
 * @param switching plan as if tracking were switched on where it is off
 */
export async function planRun(
	context: IExecuteFunctions,
	store: BigCommerceClient,
	{ plan: settings, rows: fields, pending }: RunSettings,
	switching: boolean,
): Promise<PlannedRun> {
	const shopLocations = await readLocations(store);
	const defaultLocationId = await readDefaultLocationId(store, shopLocations);
	const rows = readInputRows(context, fields, defaultLocationId);
	const source = {
		...stockSource(rows, fields.requireUpdate),
		failure: upstreamFailure(context.getInputData()),
	};
	const key = (sku: string) => keyOf(sku, settings.matching);
	const shop = await readShopStock(store, {
		wanted: new WantedSkus(shopSkus(rows, settings.matching, key), key),
		locationIds: new Set(rows.map(({ locationId }) => locationId)),
		wholeShop: settings.scope === 'catalogue',
		untrackedWhole: switching,
	});
	const pendingOrders =
		pending && (await readPendingOrders(store, pending, figuresReadAt(context), defaultLocationId));
	if (pendingOrders && pendingOrders.incomplete.length > 0) nameIncomplete(context, pendingOrders.incomplete);
	const input: StockPlanInput = { source, shop, shopLocations, pendingOrders, settings };
	const plan = switching ? planStockSwitchingTracking(input) : { ...planStock(input), switches: [] };
	return { plan, rows, shop, keyOf: key };
}

/** As many as one looks at. */
const SHOWN = 10;

function nameIncomplete(context: IExecuteFunctions, orders: number[]): void {
	const more = orders.length > SHOWN ? ` and ${orders.length - SHOWN} more` : '';
	context.addExecutionHints({
		message: `The lines of these orders have other units than BigCommerce counts on them: ${orders.slice(0, SHOWN).join(', ')}${more}. The units on their lines are taken off; any that are missing are still for sale. Compare the lines with the order in BigCommerce, and enter the order in SOS Inventory and mark it as imported.`,
		type: 'warning',
		location: 'outputPane',
	});
}

/** The SKUs under which the shop may sell what the rows are about: their own, and those that stand for them. */
function shopSkus(
	rows: InputRow[],
	{ aliases = [], ignoreOuterSpaces }: RunSettings['plan']['matching'],
	key: (sku: string) => string,
): string[] {
	const skus = new Set<string>();
	for (const { sku, reason } of rows) {
		if (reason === undefined) skus.add(ignoreOuterSpaces ? sku.trim() : sku);
	}
	const given = new Set([...skus].map(key));
	for (const { shopSku, sosSku = shopSku } of aliases) if (given.has(key(sosSku))) skus.add(shopSku);
	return [...skus];
}

/** When the earliest figure was read from SOS, in ms, as *Item: Get Many* says; undefined when an item does not. */
function figuresReadAt(context: IExecuteFunctions): number | undefined {
	let earliest = Infinity;
	for (const { json } of context.getInputData()) {
		const readAt = Date.parse(String(json.readAt));
		if (Number.isNaN(readAt)) return undefined;
		earliest = Math.min(earliest, readAt);
	}
	return earliest;
}

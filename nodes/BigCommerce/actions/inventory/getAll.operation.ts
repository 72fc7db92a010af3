import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { uniq } from 'lodash';
import { shopKey } from '../../../../sync/sku';
import { filtersCollection, readFilters } from '../../../shared/parameters/filters';
import { forEachItem } from '../../../shared/run/forEachItem';
import { chosenLimit, firstOf, limitParameters } from '../../../shared/parameters/limit';
import type { Operation } from '../../../shared/run/operation';
import { separated } from '../../../shared/parameters/separated';
import {
	listInventory,
	listInventoryBySku,
	listInventoryOf,
	safetyStockOf,
	type InventoryFilters,
	type InventoryItem,
} from '../../api/inventoryItems';
import { AskedCatalogue } from '../../stock/shop/catalogue';
import { WantedSkus } from '../../stock/shop/wantedSkus';
import type { BigCommerceClient } from '../../transport/client';

const fields: INodeProperties[] = [
	{
		displayName: 'Location Names or IDs',
		name: 'locationIds',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getLocations' },
		default: [],
		description:
			'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
	},
	{
		displayName: 'SKUs',
		name: 'skus',
		type: 'string',
		default: '',
		placeholder: 'e.g. MUG-BLUE, SHIRT-RED-L',
		description:
			'Separated by commas or lines, or a list from an expression. One SKU per line if they contain commas. Upper and lower case are the same.',
	},
];

export const getAll: Operation<BigCommerceClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many inventory levels',
		description: 'Retrieve the stock of products and variants, one item for each SKU and location',
	},
	parameters: [...limitParameters, filtersCollection(fields)],
	urgency: 'stock',
	async execute(context, store) {
		const rows = await forEachItem(context, async function* (itemIndex) {
			const { skus, locationIds } = readFilters(context, fields, itemIndex);
			const limit = chosenLimit(context, itemIndex);
			const filters = { locationIds: locationIds as string[] | undefined };
			const items =
				skus === undefined
					? listInventory(store, filters, limit)
					: itemsBySku(store, new WantedSkus(separated(skus), shopKey), filters);
			yield* firstOf(stockRows(items), limit);
		});
		return [rows];
	},
};

/** A SKU with a comma cannot be named in a list of them, so that it is found by its product. */
async function* itemsBySku(
	store: BigCommerceClient,
	wanted: WantedSkus,
	filters: InventoryFilters,
): AsyncGenerator<InventoryItem> {
	for await (const item of listInventoryBySku(store, wanted.skus, filters)) {
		if (wanted.has(item.identity.sku)) yield item;
	}
	const withComma = new WantedSkus(
		wanted.skus.filter((sku) => sku.includes(',')),
		shopKey,
	);
	if (withComma.isEmpty) return;
	const entries = await new AskedCatalogue(store).find(withComma);
	const productIds = uniq(entries.map(({ productId }) => productId));
	for await (const item of listInventoryOf(store, productIds, filters)) {
		if (withComma.has(item.identity.sku)) yield item;
	}
}

async function* stockRows(items: AsyncIterable<InventoryItem>): AsyncGenerator<IDataObject> {
	for await (const item of items) yield* rowsOf(item);
}

/** One row per location; one without location for an item that has never had stock. */
function rowsOf({ identity, locations }: InventoryItem): IDataObject[] {
	const item = { sku: identity.sku, productId: identity.product_id, variantId: identity.variant_id };
	if (locations.length === 0) return [{ ...item, locationId: null, available: null, onHand: null }];
	return locations.map((location) => ({
		...item,
		locationId: location.location_id,
		locationCode: location.location_code,
		locationName: location.location_name,
		locationEnabled: location.location_enabled,
		available: location.available_to_sell,
		onHand: location.total_inventory_onhand,
		safetyStock: safetyStockOf(location),
		warningLevel: location.settings?.warning_level ?? 0,
		inStock: location.settings?.is_in_stock ?? null,
		binPickingNumber: location.settings?.bin_picking_number ?? '',
	}));
}

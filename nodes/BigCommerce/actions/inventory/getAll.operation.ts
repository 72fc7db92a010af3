import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { filtersCollection, readFilters } from '../../../shared/parameters/filters';
import { forEachItem } from '../../../shared/run/forEachItem';
import { chosenLimit, firstOf, limitParameters } from '../../../shared/parameters/limit';
import type { Operation } from '../../../shared/run/operation';
import { separated } from '../../../shared/parameters/separated';
import { findInCatalogue } from '../../stock/shop/catalogue';
import { INVENTORY_ITEMS, type InventoryItem } from '../../api/inventoryItems';
import { skuKey } from '../../stock/shop/skuKey';
import { listByValues, listWanted } from '../../transport/byValues';
import type { BigCommerceClient } from '../../transport/client';
import { list, type ListRequest } from '../../transport/paging';

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
			const query = { 'location_id:in': (locationIds as string[] | undefined)?.join(',') };
			const request = { ...INVENTORY_ITEMS, query };
			const items =
				skus === undefined ? list(store, { ...request, limit }) : itemsBySku(store, request, separated(skus));
			yield* firstOf(stockRows(items), limit);
		});
		return [rows];
	},
};

/** BigCommerce takes SKUs as a list with commas: one that has a comma itself is found by its product. */
async function* itemsBySku(
	store: BigCommerceClient,
	request: ListRequest<InventoryItem>,
	skus: string[],
): AsyncGenerator<InventoryItem> {
	const wanted = new Set(skus.map(skuKey));
	const isWanted = ({ identity }: InventoryItem) => wanted.has(skuKey(identity.sku ?? ''));
	const plain = skus.filter((sku) => !sku.includes(','));
	for await (const item of listWanted(store, {
		...request,
		values: plain,
		manyFilter: 'sku:in',
	})) {
		if (isWanted(item)) yield item;
	}
	const entries = await findInCatalogue(
		store,
		skus.filter((sku) => sku.includes(',')),
	);
	const values = [...new Set(entries.map(({ productId }) => String(productId)))];
	for await (const item of listByValues(store, {
		...request,
		values,
		manyFilter: 'product_id:in',
	})) {
		if (isWanted(item)) yield item;
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
		safetyStock: location.settings?.safety_stock ?? 0,
		warningLevel: location.settings?.warning_level ?? 0,
		inStock: location.settings?.is_in_stock ?? null,
		binPickingNumber: location.settings?.bin_picking_number ?? '',
	}));
}

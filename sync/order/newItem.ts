import type { MatchedLine, MatchedOrder } from '../bigCommerceOrder';
import { withoutEntities } from '../htmlText';
import { parseAmount } from '../money';
import { looseKey, skuText } from '../sku';
import type { SosItem } from '../sosItem';
import { matchedItemOf } from '../skuMatching';
import { skuReasons } from '../skuReasons';
import { textLimits } from '../textLimits';
import type { SosItemBody } from './salesDocument';
import type { LineSettings } from './settings';

/** SOS help, item column descriptions: an item name must not have these. */
const FORBIDDEN_IN_ITEM_NAMES = /["<>:|]/g;

/**
 * The item to create for a SKU that SOS does not know. Its name is the SKU and nothing else: SOS keeps
 * names unique, not SKUs, so two runs that need the item at the same time create it once, also when the
 * product was renamed in the shop between their orders. The product's name becomes the description.
 */
export function itemBodyOf(
	line: MatchedLine & { sku: string },
	newItem: LineSettings['newItem'],
): SosItemBody {
	const sku = line.sku.trim();
	const name = sku.replace(FORBIDDEN_IN_ITEM_NAMES, ' ').replace(/\s+/g, ' ').trim();
	const price = parseAmount(line.price_ex_tax);
	return {
		name: name.slice(0, textLimits.itemName),
		type: newItem.type,
		sku,
		...(line.name && { description: withoutEntities(line.name).slice(0, textLimits.itemDescription) }),
		...(price !== undefined && { baseSalesPrice: Number(line.price_ex_tax) }),
		...(newItem.incomeAccount && { incomeAccount: newItem.incomeAccount }),
		taxable: newItem.taxable,
		updateBigCommerce: newItem.updateBigCommerce,
	};
}

/**
 * The order with items that were just created put on the lines that asked for them. Plan it again after
 * this: the plan then has no more items to create.
 */
export function withCreatedItems(order: MatchedOrder, created: SosItem[]): MatchedOrder {
	const bySku = new Map(created.map((item) => [skuText(item.sku)?.trim(), item]));
	const products = order.products.map((line) => {
		const item = bySku.get(skuText(line.sku)?.trim());
		const wanted = line.sos.reason?.code === 'SKU_NOT_FOUND';
		return wanted && item ? { ...line, sos: { item: matchedItemOf(item), packSize: 1 } } : line;
	});
	return { ...order, products };
}

/** The order with the items named on its unmatched lines whose SKUs look like theirs. Plan it again after this. */
export function withNearItems(order: MatchedOrder, near: SosItem[]): MatchedOrder {
	const products = order.products.map((line) => {
		const sku = skuText(line.sku);
		if (sku === undefined || line.sos.reason?.code !== 'SKU_NOT_FOUND') return line;
		const alike = near.filter((item) => item.sku !== sku && looseKey(String(item.sku)) === looseKey(sku));
		return alike.length === 0 ? line : { ...line, sos: { reason: skuReasons.notFound(line, sku, alike) } };
	});
	return { ...order, products };
}

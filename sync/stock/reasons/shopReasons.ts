import type { Reason } from '../../reason';
import type { ShopStockRow } from '../stockPlan';

/** What is wrong with a product or variant of the shop. */
export const shopReasons = {
	notInShop,
	noSku,
	duplicate,
	trackingOff,
	sharedByVariants,
	figureNotANumber,
};

function notInShop(sku: string): Reason {
	return {
		code: 'STOCK_NOT_IN_SHOP',
		message: `SKU ${sku} is not in the BigCommerce store.`,
		fix: 'Give the product or variant in BigCommerce this SKU, or add an alias. Nothing to do if the shop does not sell it.',
	};
}

function noSku({ productId, variantId }: ShopStockRow): Reason {
	return {
		code: 'STOCK_NO_SKU',
		message: `Variant ${variantId ?? '(none)'} of product ${productId} has no SKU in BigCommerce.`,
		fix: 'Give the product or variant in BigCommerce the SKU of the SOS item.',
		details: { productId, variantId },
	};
}

function duplicate(sku: string, rows: ShopStockRow[]): Reason {
	const places = rows.map(
		(row) => `product ${row.productId}${row.variantId === undefined ? '' : ` variant ${row.variantId}`}`,
	);
	return {
		code: 'STOCK_DUPLICATE_IN_SHOP',
		message: `SKU ${sku} is in BigCommerce ${rows.length} times: ${places.join(', ')}.`,
		fix: 'Change the SKU of all but one of them in BigCommerce.',
		details: { productIds: rows.map((row) => row.productId), variantIds: rows.map((row) => row.variantId) },
	};
}

function trackingOff(sku: string, { productId, variantId }: ShopStockRow): Reason {
	return {
		code: 'STOCK_TRACKING_OFF',
		message: `Inventory tracking is off in BigCommerce for SKU ${sku} (product ${productId}).`,
		fix: "Switch on tracking on the product's Inventory tab in BigCommerce.",
		details: { productId, variantId },
	};
}

function sharedByVariants(productId: number, skus: string[]): Reason {
	return {
		code: 'STOCK_SHARED_BY_VARIANTS',
		message: `Product ${productId} keeps one stock figure for all its variants, and SKUs ${skus.join(', ')} each have their own.`,
		fix: 'Track inventory by variant on the product in BigCommerce, or let only one of these SKUs update it.',
		details: { productId, skus },
	};
}

function figureNotANumber(sku: string, { locationId, onHand, safetyStock }: ShopStockRow): Reason {
	return {
		code: 'STOCK_SHOP_FIGURE_NOT_A_NUMBER',
		message: `BigCommerce has ${onHand ?? 0} on hand and a safety stock of ${safetyStock} for SKU ${sku} at location ${locationId}, and one of these cannot be reckoned with.`,
		fix: "Look at the item's stock in BigCommerce, and run again.",
	};
}

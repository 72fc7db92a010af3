import type { Reason } from '../reason';
import type { SkuMatchOptions } from '../skuMatching';
import type { SosItem } from '../sosItem';
import type { StockRuleInput } from './stockRule';

/** Which SOS quantity becomes shop stock; `given` is the item's own `quantity`, an expression's result. */
export type StockFigure = 'available' | 'onHand' | 'given';

/** An SOS item, cut down to what the plan reads so that 100,000 of them stay small. */
export type SosStockItem = Pick<
	SosItem,
	'id' | 'name' | 'sku' | 'type' | 'archived' | 'updateBigCommerce' | 'available' | 'onhand'
> & {
	/** Read only when the figure is `given`. */
	quantity?: unknown;
	/** The item's own rule, from its custom fields; stronger than the general rule. */
	rule?: StockRuleInput;
};

/**
 * One reading of the SOS catalog. Reads that go to the same BigCommerce location are summed; reads
 * that go to different ones are a map of SOS location to BigCommerce location.
 */
export interface SosStockRead {
	/** The SOS location the quantities belong to; left out when they are company-wide. */
	location?: string;
	/** The BigCommerce location the quantities are for. */
	locationId: number;
	/** How many rows SOS said there are (`totalCount`): fewer rows than this is a half-read catalog. */
	total?: number;
	items: Iterable<SosStockItem>;
}

/** Stock by SKU as the user gives it, without SOS. */
export interface GivenStockRow {
	/** undefined when there is none. */
	sku: string | undefined;
	quantity: unknown;
	locationId: number;
	rule?: StockRuleInput;
}

export type StockSource = (
	{ kind: 'sos'; reads: SosStockRead[] } | { kind: 'given'; rows: Iterable<GivenStockRow> }
) & {
	/** What went wrong while it was read: it is not whole then. */
	failure?: string;
};

/** A shop product or variant at one location. Without any stock yet: one row without location. */
export interface ShopStockRow {
	/** undefined when it has none. */
	sku: string | undefined;
	productId: number;
	/** undefined when only the product is known, as with products that keep stock on the product. */
	variantId: number | undefined;
	/** BigCommerce's `inventory_tracking` of the product. */
	tracking: 'none' | 'product' | 'variant';
	/** undefined as long as it never had stock. */
	locationId: number | undefined;
	/** `total_inventory_onhand`: what an absolute adjustment sets. */
	onHand: number | undefined;
	/** `safety_stock` of the item at the location: BigCommerce sells on hand minus this. */
	safetyStock: number;
}

export interface ShopLocation {
	id: number;
	enabled: boolean;
}

/** Lines of eligible orders that SOS does not know yet: units already sold that no SOS figure shows. */
export interface PendingOrders {
	/** The store's `update_stock_behavior`: when BigCommerce takes sold units off its own stock. */
	updateStockBehavior: 'order_placed' | 'order_completed_or_shipped';
	/** The BigCommerce location the orders are sold from: its default location. */
	locationId: number;
	lines: Iterable<PendingLine>;
}

/** Units of one SKU of the shop that are sold. */
export interface PendingLine {
	sku: string;
	/** undefined when an order has something else than a number there. */
	quantity: number | undefined;
	/** true when the order is completed or these units are shipped. */
	shipped?: boolean;
}

/** A row of the table of rules by shop SKU. */
export type StockOverride = StockRuleInput & {
	sku: string;
	/** Which row it is, as messages name it: "row 2 of 'Rules for Individual SKUs'". */
	where?: string;
};

/** Beyond one of these nothing may be written. Infinity is no limit. */
export interface BreakerLimits {
	/** Most figures that may go from something to sell to nothing. */
	itemsToZero: number;
	/** Most of the compared figures that may change, in percent. */
	changedPercent: number;
	/** Most of the units on sale that may vanish, in percent; rises elsewhere do not make up for them. */
	unitsLostPercent: number;
	/** Most of the shop's tracked SKUs that the source may not have, in percent. */
	missingPercent: number;
	/** A SKU may rise to this many units on sale, whatever it had. */
	riseUnits: number;
	/** A SKU may rise to this many times what it had on sale, however many that is. */
	riseFactor: number;
	/** Most of the SKUs with stock that may rise to more than `riseFactor` times what they had, in percent. */
	risenPercent: number;
	/** Percentages of fewer figures than this mean nothing and are not judged. */
	minimumItems: number;
}

export interface StockSettings {
	figure: StockFigure;
	/** The rule for every SKU that has none of its own. */
	rule: StockRuleInput;
	/** Rules by shop SKU; stronger than the item's own. */
	overrides: readonly StockOverride[];
	/** Which SKUs count as the same, and which shop SKUs stand for packs of another SOS SKU. */
	matching: SkuMatchOptions;
	/** Leave items alone whose *Update inventory in BigCommerce* is off in SOS. */
	requireUpdateBigCommerce: boolean;
	/**
	 * `addBack`: the shop sells exactly the planned figure, so safety stock is added to the on-hand
	 * figure that is written. `heldBack`: the planned figure is the on-hand figure, and BigCommerce
	 * sells that minus its safety stock.
	 */
	safetyStock: 'addBack' | 'heldBack';
	/** `selection`: the source holds only some items, so shop SKUs missing from it are ignored. */
	scope: 'catalogue' | 'selection';
	/** `changed` writes only what differs; `all` is a full push. */
	write: 'changed' | 'all';
	/** A source that came in half-read stops the plan even where the limits are off. */
	breaker: BreakerLimits | 'off';
}

export interface StockPlanInput {
	source: StockSource;
	shop: Iterable<ShopStockRow>;
	/** The store's locations. Left out: none is checked. */
	shopLocations?: Iterable<ShopLocation>;
	pendingOrders?: PendingOrders;
	settings?: Partial<StockSettings>;
}

/** Exactly one id, the one that the item's tracking calls for. */
export type StockIdentity = { product_id: number } | { variant_id: number } | { sku: string };

/** One absolute adjustment. Figures are on hand, whole units. */
export interface StockWrite {
	locationId: number;
	identity: StockIdentity;
	/** The shop's SKU, and the one of the source that its figure comes from. */
	sku: string;
	sourceSku: string;
	/** undefined when the item never had stock at the location. */
	before: number | undefined;
	after: number;
}

export interface StockSkip {
	/** '' when the reason is that there is none. */
	sku: string;
	/** The SKU of the source that it is about; undefined when the source has none for it. */
	sourceSku?: string;
	/** Set when only one location was skipped. */
	locationId?: number;
	reason: Reason;
}

/** What the breaker judged. A figure is one SKU at one location; units are units on sale. */
export interface StockTotals {
	figures: number;
	changed: number;
	toZero: number;
	unitsBefore: number;
	unitsAfter: number;
	/** Units taken off sale, not made up for by rises elsewhere. */
	unitsLost: number;
	/** Figures that had units on sale, and how many of them would have many times as much. */
	stocked: number;
	multiplied: number;
	/** SKUs of the shop whose stock is tracked, and how many of them the source does not have. */
	trackedSkus: number;
	missingSkus: number;
}

export interface StockPlan {
	/** What an apply sends. While `breaker` is set nothing of it may be sent. */
	writes: StockWrite[];
	skipped: StockSkip[];
	/** Figures left alone because the shop has them already: `before` is `after`. */
	unchanged: StockWrite[];
	totals: StockTotals;
	breaker: Reason | undefined;
}

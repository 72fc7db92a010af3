import { planStock } from './planStock';
import type { ShopStockRow, StockPlan, StockPlanInput } from './stockPlan';

/** A product whose `inventory_tracking` must be set before the plan's writes are sent. */
export interface TrackingSwitch {
	productId: number;
	tracking: 'product' | 'variant';
}

export interface StockPlanWithTracking extends StockPlan {
	switches: TrackingSwitch[];
}

/**
 * Plans as {@link planStock} does, with tracking switched on where it is off: by variant for a product
 * with several variants, by product for any other. A product is switched only when every one of its
 * variants gets a figure, because a tracked variant without stock is sold out at once.
 *
 * `input.shop` must hold all the variants of a product whose tracking is off.
 */
export function planStockSwitchingTracking(input: StockPlanInput): StockPlanWithTracking {
	const shop = [...input.shop];
	const candidates = untrackedProducts(shop);
	const trial = planStock({
		...input,
		shop: withTracking(shop, candidates),
		settings: { ...input.settings, write: 'all' },
	});
	const written = new Set(trial.writes.map(({ identity }) => JSON.stringify(identity)));
	const chosen = new Map(
		[...candidates].filter(([, product]) => product.keepers.every((id) => written.has(id))),
	);
	const plan = planStock({ ...input, shop: withTracking(shop, chosen) });
	const switches = [...chosen].map(([productId, { tracking }]) => ({ productId, tracking }));
	return { ...plan, switches };
}

interface UntrackedProduct {
	tracking: 'product' | 'variant';
	/** The identities that must all be written, as text. */
	keepers: string[];
}

function untrackedProducts(shop: ShopStockRow[]): Map<number, UntrackedProduct> {
	const variants = new Map<number, Set<number | undefined>>();
	for (const { tracking, productId, variantId } of shop) {
		if (tracking !== 'none') continue;
		const known = variants.get(productId);
		if (known) known.add(variantId);
		else variants.set(productId, new Set([variantId]));
	}
	return new Map([...variants].map(([productId, ids]) => [productId, untracked(productId, [...ids])]));
}

function untracked(productId: number, variantIds: Array<number | undefined>): UntrackedProduct {
	if (variantIds.length === 1) {
		return { tracking: 'product', keepers: [JSON.stringify({ product_id: productId })] };
	}
	return { tracking: 'variant', keepers: variantIds.map((id) => JSON.stringify({ variant_id: id })) };
}

function withTracking(shop: ShopStockRow[], products: Map<number, UntrackedProduct>): ShopStockRow[] {
	return shop.map((row) => {
		const product = row.tracking === 'none' ? products.get(row.productId) : undefined;
		return product ? { ...row, tracking: product.tracking } : row;
	});
}

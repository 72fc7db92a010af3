import { ApiProblem, notFound, refusedByV3, unprocessable } from '../http/apiProblem';
import { retrackStock, setOnhand } from '../inventory/stock';
import { defaultLocationId, stockItemOf } from '../records/stockItem';
import type { Store } from '../store';
import { readSent } from '../reading/fields';
import { productFields, variantFields, type Product, type Variant } from '../records/product';

type Row = Record<string, unknown>;

export const mostProductsAtOnce = 10;
export const mostVariantsAtOnce = 50;

/**
 * Applies one change to each row of a batch.
 * @throws ApiProblem 413 for too many rows, 422 for something else than an array
 */
export function changeAll<T>(body: unknown, most: number, change: (row: Row) => T): T[] {
	if (!Array.isArray(body)) throw unprocessable('The request body must be an array.');
	if (body.length > most) {
		throw new ApiProblem(
			413,
			`The request payload is too large. The maximum items allowed in the array is ${most}.`,
		);
	}
	return body.map(change);
}

/**
 * Changes a product: its fields, how its stock is tracked, and, where it is tracked as a whole, its stock.
 * @throws ApiProblem 404 for an unknown product, 409 for a SKU that is taken, 422 for a tracking mode that does not exist
 */
export function changeProduct(store: Store, row: Row): Product {
	const { state } = store;
	const product = state.products.get(Number(row.id));
	if (!product) throw notFound();
	if (typeof row.sku === 'string') refuseTakenSku(store, row.sku, product.id);
	const tracking = readTracking(row, product);
	const changed = state.products.set({
		...product,
		...readSent(productFields, row, { refuse: refusedByV3 }),
		inventory_tracking: tracking,
		modifiedAt: Date.now(),
	});
	if (typeof row.sku === 'string' && changed.base_variant_id !== null)
		state.variants.update(changed.base_variant_id, { sku: row.sku });
	retrackStock(state, changed);
	store.stockIndex.refresh();
	if (row.inventory_level !== undefined)
		setCatalogLevel(store, changed, changed.base_variant_id, 'product', row.inventory_level);
	return changed;
}

/** @throws ApiProblem 404 for an unknown variant, else as for products */
export function changeVariant(store: Store, row: Row): Variant {
	const { state } = store;
	const variant = state.variants.get(Number(row.id));
	const product = variant && state.products.get(variant.product_id);
	if (!product) throw notFound();
	if (typeof row.sku === 'string') refuseTakenSku(store, row.sku, product.id);
	const sent = readSent(variantFields, row, { refuse: refusedByV3 });
	const changed = state.variants.update(variant.id, sent);
	retrackStock(state, product);
	store.stockIndex.refresh();
	if (row.inventory_level !== undefined)
		setCatalogLevel(store, product, variant.id, 'variant', row.inventory_level);
	return changed;
}

function readTracking({ inventory_tracking: sent }: Row, product: Product): Product['inventory_tracking'] {
	if (sent === undefined) return product.inventory_tracking;
	const possible = product.base_variant_id === null ? ['none', 'product', 'variant'] : ['none', 'product'];
	if (!possible.includes(String(sent))) {
		throw unprocessable('Invalid field value', {
			inventory_tracking: `inventory_tracking must be one of ${possible.join(', ')}.`,
		});
	}
	return sent as Product['inventory_tracking'];
}

/** SKUs are unique whatever their case, among products and variants. */
function refuseTakenSku({ state }: Store, sku: string, productId: number): void {
	const isSame = (other: string) => sku !== '' && other.toLowerCase() === sku.toLowerCase();
	const isTaken =
		state.products.values().some((other) => other.id !== productId && isSame(other.sku)) ||
		state.variants.values().some((other) => other.product_id !== productId && isSame(other.sku));
	if (isTaken)
		throw new ApiProblem(409, `The SKU ${sku} is already in use.`, { sku: 'The SKU must be unique.' });
}

/** The catalogue's way of setting stock: the default location's, and only where stock is counted at that level. */
function setCatalogLevel(
	store: Store,
	product: Product,
	variantId: number | null,
	level: 'product' | 'variant',
	value: unknown,
): void {
	const item = store.state.stock.get(stockItemOf(product, variantId));
	if (!item || product.inventory_tracking !== level || !Number.isInteger(value)) {
		throw unprocessable('Invalid field value', {
			inventory_level: `inventory_level cannot be set on a ${level} of this product.`,
		});
	}
	setOnhand(store, item, defaultLocationId, Number(value));
}

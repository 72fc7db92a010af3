import { ApiProblem, unprocessable } from '../http/apiProblem';
import { setOnhand } from './stock';
import { findStockItem } from './stockIndex';
import type { Store } from '../store';
import type { StockItem } from '../records/stockItem';
import { locations } from '../seed/locations';

/** One row of an adjustment: where, what, and the figure or the change. */
interface Row {
	location_id: number;
	quantity: number;
	/** Exactly one of the three. */
	sku?: string;
	variant_id?: number;
	product_id?: number;
}

type Mode = 'absolute' | 'relative';

export const maximumRows = 2000;

/**
 * Carries out a batch of adjustments.
 * @throws ApiProblem 413 for too many rows, 422 naming the identities that cannot be adjusted; then
 *   nothing is applied, unless the store is set to apply the others
 */
export function adjust(store: Store, mode: Mode, body: unknown): void {
	const rows = readRows(body);
	refuseUnknownLocations(rows);
	const targets = rows.map((row) => ({ row, item: findStockItem(store.stockIndex, row) }));
	const refusals = findRefusals(store, mode, targets);
	const refused = new Set([...refusals.values()].flat());
	if (refused.size > 0 && store.settings.badAdjustmentRow === 'rejectsBatch') throw refusal(refusals);
	for (const { row, item } of targets) {
		if (refused.has(row) || !item || item.tracking === 'none') continue;
		const current = store.state.stock.get(item.id)?.levels[row.location_id]?.onhand ?? 0;
		setOnhand(store, item, row.location_id, mode === 'absolute' ? row.quantity : current + row.quantity);
	}
	if (refused.size > 0) throw refusal(refusals);
}

function readRows(body: unknown): Row[] {
	const items = (body as { items?: unknown } | undefined)?.items;
	if (!Array.isArray(items) || items.length === 0)
		throw unprocessable('Missing Required Fields', { items: 'Please provide items.' });
	if (items.length > maximumRows) {
		throw new ApiProblem(
			413,
			`The request payload is too large. The maximum items allowed in the array is ${maximumRows}.`,
		);
	}
	return items.map((row: Record<string, unknown>, position) => {
		const named = ['sku', 'variant_id', 'product_id'].filter(
			(key) => row?.[key] !== undefined && row[key] !== null,
		);
		const field = `items.${position}`;
		if (named.length !== 1)
			throw unprocessable('Invalid item identity', {
				[field]: 'Provide exactly one of sku, variant_id, product_id.',
			});
		for (const key of ['location_id', 'quantity'].concat(named[0] === 'sku' ? [] : named)) {
			if (!Number.isInteger(row[key]))
				throw unprocessable('Invalid field value', { [`${field}.${key}`]: `${key} must be an integer.` });
		}
		if (named[0] === 'sku' && typeof row.sku !== 'string')
			throw unprocessable('Invalid field value', { [`${field}.sku`]: 'sku must be a string.' });
		return row as unknown as Row;
	});
}

function refuseUnknownLocations(rows: Row[]): void {
	const asked = [...new Set(rows.map((row) => row.location_id))];
	const unknown = asked.filter((id) => !locations.some((location) => location.id === id));
	if (unknown.length > 0) throw unprocessable(`Location not found, identities: [${unknown.join(',')}]`);
	const disabled = asked.filter(
		(id) => !locations.some((location) => location.id === id && location.enabled),
	);
	if (disabled.length > 0) throw unprocessable(`Location is disabled, identities: [${disabled.join(',')}]`);
}

type Target = { row: Row; item: StockItem | undefined };

/** Rows that cannot be carried out, by the text that says why. */
function findRefusals(store: Store, mode: Mode, targets: Target[]): Map<string, Row[]> {
	const refusals = new Map<string, Row[]>();
	const seen = new Set<string>();
	for (const target of targets) {
		const reason = reasonAgainst(store, mode, target) ?? repetition(store, seen, target);
		if (reason) refusals.set(reason, [...(refusals.get(reason) ?? []), target.row]);
	}
	return refusals;
}

function repetition({ settings }: Store, seen: Set<string>, { row, item }: Target): string | undefined {
	const key = `${item?.id}@${row.location_id}`;
	const isRepeated = seen.has(key);
	seen.add(key);
	return isRepeated && settings.repeatedAdjustmentRow === 'refused'
		? `Duplicate items with identity: [${identityText(row)}]`
		: undefined;
}

function reasonAgainst({ state, settings }: Store, mode: Mode, { row, item }: Target): string | undefined {
	if (!item) return 'Items with identity: [%] not found';
	if (item.tracking === 'none') {
		return settings.untrackedAdjustment === 'refused'
			? `Item with ${identityText(row)} does not track inventory`
			: undefined;
	}
	const wrongId = trackingMismatch(row, item, settings.skuOfProductTrackedItem === 'accepted');
	if (wrongId) return wrongId;
	const level = state.stock.get(item.id)?.levels[row.location_id];
	if (mode === 'absolute')
		return row.quantity < 0 && settings.negativeAbsolute === 'refused'
			? 'Quantity must not be negative for items with identity: [%]'
			: undefined;
	if (!level) return 'Items with identity: [%] requires absolute adjustment before relative';
	return level.onhand + row.quantity < level.safetyStock
		? 'Not enough stock for items with identity: [%]'
		: undefined;
}

/** Which id works depends on where the product counts its stock. */
function trackingMismatch(row: Row, item: StockItem, skuAccepted: boolean): string | undefined {
	if (
		item.tracking === 'product' &&
		row.product_id === undefined &&
		!(skuAccepted && row.sku !== undefined)
	) {
		return `Item with ${identityText(row)} is tracked by product, please update stock by product id`;
	}
	if (item.tracking === 'variant' && row.product_id !== undefined) {
		return `Item with ${identityText(row)} is tracked by variant, please update stock by variant id`;
	}
	return undefined;
}

function identityText({ sku, variant_id, product_id }: Row): string {
	if (sku !== undefined) return `sku ${sku}`;
	return variant_id !== undefined ? `variant_id ${variant_id}` : `product_id ${product_id}`;
}

/** One 422 for the whole request; its title lists the identities and does not say which location was meant. */
function refusal(refusals: Map<string, Row[]>): ApiProblem {
	const texts = [...refusals].map(([text, rows]) =>
		text.replace('%', [...new Set(rows.map(identityText))].join(', ')),
	);
	const isPlain = texts.length === 1 && texts[0].startsWith('Items with identity');
	return unprocessable(isPlain ? texts[0] : `[${texts.join(', ')}]`);
}

import { skuText } from '../sku';
import { isBlank, readQuantity } from './quantity';
import type { PendingLine } from './stockPlan';

/** A line of an order, as far as it tells what is sold; the numbers as they came. */
export interface SoldLine {
	sku?: unknown;
	quantity?: unknown;
	quantity_shipped?: unknown;
	quantity_refunded?: unknown;
}

interface Sold {
	left: number;
	toLeave: number;
	isKnown: boolean;
}

/**
 * The units that orders have sold, added up by the SKU of the shop: 50,000 orders take no more memory
 * than the SKUs on them. Iterating gives two entries for each SKU at most, what has left and what has
 * still to leave.
 */
export class SoldUnits implements Iterable<PendingLine> {
	private readonly bySku = new Map<string, Sold>();

	/**
	 * What was refunded need not leave any more; what has shipped has left, refunded or not: BigCommerce does
	 * not say which units a refund is for, nor whether any came back. A line with a quantity that is not a
	 * number makes the units of its SKU unknown.
	 */
	add({ sku: given, quantity, quantity_shipped, quantity_refunded }: SoldLine): void {
		const sku = skuText(given) ?? '';
		if (sku === '') return;
		const ordered = readQuantity(quantity);
		const shipped = readCount(quantity_shipped);
		const refunded = readCount(quantity_refunded);
		const sold = this.of(sku);
		if (ordered === undefined || shipped === undefined || refunded === undefined) {
			sold.isKnown = false;
			return;
		}
		const left = Math.min(Math.max(0, shipped), ordered);
		sold.left += left;
		sold.toLeave += Math.max(0, ordered - left - Math.max(0, refunded));
	}

	*[Symbol.iterator](): Generator<PendingLine> {
		for (const [sku, { left, toLeave, isKnown }] of this.bySku) {
			if (!isKnown) yield { sku, quantity: undefined, shipped: true };
			if (left > 0) yield { sku, quantity: left, shipped: true };
			if (toLeave > 0) yield { sku, quantity: toLeave, shipped: false };
		}
	}

	private of(sku: string): Sold {
		let sold = this.bySku.get(sku);
		if (sold === undefined) this.bySku.set(sku, (sold = { left: 0, toLeave: 0, isKnown: true }));
		return sold;
	}
}

/** 0 where nothing is said; undefined for what is not a number. */
function readCount(value: unknown): number | undefined {
	return isBlank(value) ? 0 : readQuantity(value);
}

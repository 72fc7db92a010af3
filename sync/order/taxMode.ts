import type { MatchedOrder } from '../bigCommerceOrder';
import { ticksPerMinor } from '../money';
import type { OrderFigures } from './figures';

/** Which of an order's figures are exact: those with tax (`inclusive`) or those without. */
export interface TaxMode {
	inclusive: boolean;
	/** Where that is known from. */
	source: 'order' | 'setting' | 'figures';
}

/**
 * The order says it itself since September 2024; else the setting, which is the store's
 * `is_price_entered_with_tax`; else the figures: `base_total` is the price as entered, and derived figures
 * are the ones that have fractions of a minor unit.
 */
export function taxModeOf(order: MatchedOrder, figures: OrderFigures, setting?: boolean): TaxMode {
	if (typeof order.is_tax_inclusive_pricing === 'boolean') {
		return { inclusive: order.is_tax_inclusive_pricing, source: 'order' };
	}
	if (setting !== undefined) return { inclusive: setting, source: 'setting' };
	return { inclusive: looksInclusive(figures), source: 'figures' };
}

function looksInclusive({ lines, subtotal, decimals }: OrderFigures): boolean {
	const telling = lines.find(
		({ baseTotal, exTax, incTax }) => exTax !== incTax && (baseTotal === exTax || baseTotal === incTax),
	);
	if (telling) return telling.baseTotal === telling.incTax;
	const figures = [...lines, ...(subtotal ? [subtotal] : [])];
	const isDerived = (side: 'exTax' | 'incTax') =>
		figures.some((figure) => figure[side] % ticksPerMinor(decimals) !== 0);
	return isDerived('exTax') && !isDerived('incTax');
}

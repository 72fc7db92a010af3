/** A quantity in SOS units as a fraction in lowest terms: 7.5 is 15 over 2. */
export interface Quantity {
	units: number;
	per: number;
}

/** Part of a line: `quantity` × `unitPrice` is exactly `amount`; money in minor units. */
export interface PricedPart {
	quantity: number;
	unitPrice: number;
	amount: number;
}

/** SOS Inventory keeps quantities to five decimals. */
export const QUANTITY_SCALE = 100_000;

/** `sold` packs of `packSize` SOS units. Undefined when that is nothing, less, or not a number. */
export function quantityOf(sold: number, packSize: number): Quantity | undefined {
	const scaled = sold * Math.round(packSize * QUANTITY_SCALE);
	if (!Number.isSafeInteger(scaled) || scaled <= 0) return undefined;
	const divisor = greatestCommonDivisor(scaled, QUANTITY_SCALE);
	return { units: scaled / divisor, per: QUANTITY_SCALE / divisor };
}

function greatestCommonDivisor(a: number, b: number): number {
	return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/**
 * SOS demands amount = quantity × unit price, with unit prices in whole minor units. Where the amount does
 * not divide evenly, part of the quantity is priced one step higher: 10.00 for 3 is 2 × 3.33 + 1 × 3.34.
 * @param amount minor units, may be negative
 * @returns one part, or two
 */
export function priceInWholeUnits(amount: number, { units, per }: Quantity): PricedPart[] {
	const lower = Math.floor(amount / units);
	const raised = amount - lower * units;
	const part = (count: number, price: number) => ({
		quantity: count / per,
		unitPrice: price * per,
		amount: count * price,
	});
	if (raised === 0) return [part(units, lower)];
	return [part(units - raised, lower), part(raised, lower + 1)];
}

/** SOS Inventory keeps quantities to five decimals. */
const unitsPerOne = 100_000;

function toUnits(value: number): bigint {
	return BigInt(Math.round(value * unitsPerOne));
}

/** `value` without the noise of binary arithmetic: five decimals. */
export function quantity(value: number): number {
	return Math.round(value * unitsPerOne) / unitsPerOne;
}

/** Whole cents, halves away from zero. */
export function toCents(amount: number): number {
	const thousandths = Math.round(Math.abs(amount) * unitsPerOne) / (unitsPerOne / 100);
	return Math.sign(amount) * Math.round(thousandths) || 0;
}

export function fromCents(cents: number): number {
	return cents / 100;
}

/** Cents of `quantity × unitPrice`, halves away from zero. */
export function productInCents(factor: number, unitPrice: number): number {
	const product = toUnits(factor) * toUnits(unitPrice);
	const centsUnit = BigInt((unitsPerOne * unitsPerOne) / 100);
	const magnitude = product < 0n ? -product : product;
	const cents = Number((magnitude + centsUnit / 2n) / centsUnit);
	return product < 0n ? -cents : cents;
}

/** Whether `amount` is `factor × unitPrice` to the last of five decimals. */
export function isExactProduct(amount: number, factor: number, unitPrice: number): boolean {
	return toUnits(factor) * toUnits(unitPrice) === toUnits(amount) * BigInt(unitsPerOne);
}

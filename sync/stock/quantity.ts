const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)$/;

/** true for what SOS or a user leaves empty: null, undefined and blank text. */
export function isBlank(value: unknown): boolean {
	return value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
}

/**
 * A quantity as a number: SOS sends some as decimal strings. Undefined when it is blank or anything else;
 * "1,200" is not guessed at, because the comma means thousands to one and decimals to another.
 * @example readQuantity('12.50000') // 12.5
 * @example readQuantity('1,200') // undefined
 */
export function readQuantity(value: unknown): number | undefined {
	const text = typeof value === 'string' ? value.trim() : '';
	const number = DECIMAL.test(text) ? Number(text) : value;
	return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** How many decimals of a quantity count: SOS keeps five. */
const PRECISION = 1e6;

/** Rounds down to whole units, but not on account of binary noise: 64.1 + 0.8 + 0.1 is 65. */
export function wholeUnits(quantity: number): number {
	return Math.floor(Math.round(quantity * PRECISION) / PRECISION);
}

const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)$/;

/** true for what SOS or a user leaves empty: null, undefined and blank text. */
export function isBlank(value: unknown): boolean {
	return value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
}

/**
 * A quantity as a number: SOS sends some as decimal strings. NaN when it is blank or anything else;
 * "1,200" is not guessed at, because the comma means thousands to one and decimals to another.
 */
export function readQuantity(value: unknown): number {
	if (typeof value === 'number') return Number.isFinite(value) ? value : NaN;
	if (typeof value !== 'string') return NaN;
	const text = value.trim();
	return DECIMAL.test(text) ? Number(text) : NaN;
}

/** How many decimals of a quantity count: SOS keeps five. */
const PRECISION = 1e6;

/** Rounds down to whole units, but not on account of binary noise: 64.1 + 0.8 + 0.1 is 65. */
export function wholeUnits(quantity: number): number {
	return Math.floor(Math.round(quantity * PRECISION) / PRECISION);
}

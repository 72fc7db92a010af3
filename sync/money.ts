/**
 * Two units of money live in `sync/`, both integers:
 * - a **minor unit** is the smallest amount of the currency (a cent; a yen; a fils), which is what a
 *   sales document is made of;
 * - a **tick** is a ten-thousandth of the major unit. BigCommerce writes amounts with four decimals, and
 *   those it derives may use all of them ("2369.6667"), so they are compared in ticks before rounding.
 */

/** Ticks in one major unit. */
const TICKS_PER_UNIT = 10_000;

/** Above this a decimal of 15 digits no longer survives as a JSON number. */
const LARGEST_AMOUNT = 1e15;

const PLAIN_DECIMAL = /^\s*-?\d+(?:\.\d*)?\s*$/;

/**
 * Reads an amount as BigCommerce writes it: a decimal string, or a number where it sends one. A fifth
 * decimal is rounded away.
 * @returns ticks, or undefined for what is not a plain decimal number or too large to be exact
 */
export function parseAmount(value: unknown): number | undefined {
	const text = typeof value === 'number' ? decimalText(value) : value;
	if (typeof text !== 'string' || !PLAIN_DECIMAL.test(text)) return undefined;
	const ticks = Math.round(Number(text.replace('-', '')) * TICKS_PER_UNIT);
	if (ticks >= LARGEST_AMOUNT) return undefined;
	return ticks !== 0 && text.includes('-') ? -ticks : ticks;
}

function decimalText(value: number): string {
	return Math.abs(value) < 1e11 ? value.toFixed(5) : String(value);
}

/** Ticks in one minor unit of a currency with so many decimals. */
export function ticksPerMinor(decimals: number): number {
	return TICKS_PER_UNIT / 10 ** decimals;
}

/** Ticks to minor units, halves away from zero. */
export function toMinor(ticks: number, decimals: number): number {
	const minor = Math.round(Math.abs(ticks) / ticksPerMinor(decimals));
	return ticks < 0 && minor !== 0 ? -minor : minor;
}

/** Minor units as the number that prints as that decimal: 1999 with 2 decimals is 19.99. */
export function toDecimal(minor: number, decimals: number): number {
	return minor / 10 ** decimals;
}

/** Minor units as text with the currency's decimals: 2400 is "24.00". */
export function toText(minor: number, decimals: number): string {
	const digits = String(Math.abs(minor)).padStart(decimals + 1, '0');
	const whole = digits.length - decimals;
	const text = decimals > 0 ? `${digits.slice(0, whole)}.${digits.slice(whole)}` : digits;
	return minor < 0 ? `-${text}` : text;
}

/** The minor units in a number of a sales document. */
export function fromDecimal(amount: number, decimals: number): number {
	return Math.round(amount * 10 ** decimals);
}

/** Ticks as text, with the currency's decimals or as many as it takes. */
export function ticksToText(ticks: number, decimals: number): string {
	const exact = (ticks / TICKS_PER_UNIT).toFixed(4);
	const spare = 4 - decimals;
	return (spare > 0 ? exact.replace(new RegExp(`0{1,${spare}}$`), '') : exact).replace(/\.$/, '');
}

/** One amount after rounding; `moved` when it is a whole minor unit or more away from the exact figure. */
export interface RoundedPart {
	minor: number;
	moved: boolean;
}

/**
 * Rounds amounts so that they add up to `target`: each is rounded down, and the minor units still
 * missing go to those that lost most by it (the method of largest remainders). What the rounding alone
 * cannot explain goes to the largest amounts, which come back as `moved`.
 * @param ticks the exact amounts
 * @param target minor units the result adds up to; each amount is rounded by itself when left out
 */
export function roundTogether(ticks: number[], decimals: number, target?: number): RoundedPart[] {
	const perMinor = ticksPerMinor(decimals);
	if (target === undefined)
		return ticks.map((amount) => ({ minor: toMinor(amount, decimals), moved: false }));
	const parts = ticks.map((amount, index) => {
		const minor = Math.floor(amount / perMinor);
		return { index, minor, lost: amount - minor * perMinor, size: Math.abs(amount) };
	});
	let missing = target - parts.reduce((sum, part) => sum + part.minor, 0);
	const step = Math.sign(missing);
	const byLoss = [...parts].sort((a, b) => step * (b.lost - a.lost) || b.size - a.size);
	for (let turn = 0; missing !== 0 && byLoss.length > 0; turn++) {
		byLoss[turn % byLoss.length].minor += step;
		missing -= step;
	}
	return parts.map(({ minor }, index) => ({
		minor,
		moved: Math.abs(minor * perMinor - ticks[index]) >= perMinor,
	}));
}

/**
 * Splits `total` over `weights` in proportion, to the last minor unit.
 * @returns minor units that add up to `total`; all on the first part when every weight is 0
 */
export function allocate(total: number, weights: number[]): number[] {
	const sum = weights.reduce((left, right) => left + right, 0);
	if (sum === 0) return weights.map((_, index) => (index === 0 ? total : 0));
	let given = 0;
	let weighed = 0;
	return weights.map((weight) => {
		weighed += weight;
		const upToHere = Math.round(total * (weighed / sum));
		const part = upToHere - given;
		given = upToHere;
		return part;
	});
}

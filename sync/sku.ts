import { lookAlikeKey, plainForm } from './lookAlike';
import type { Reason } from './reason';

/** Which differences between two SKUs do not count. */
export interface SkuComparison {
	ignoreCase?: boolean;
	/** White space before and after the SKU. */
	ignoreOuterSpaces?: boolean;
}

/** BigCommerce takes no longer SKU. SOS is looked up by SKUs of the shop, so none longer is ever asked for. */
export const LONGEST_SKU = 255;

/** As much of a SKU as is shown where it is too long to be one. */
const SHOWN = 40;

/**
 * The SKU in a JSON value of any type, its outer spaces kept. A number is its decimal text, since
 * spreadsheets turn "00123" and "4711" into numbers; a list, an object or text that shows nothing is no SKU.
 * @example skuText(4711) // '4711'
 * @example skuText('  ') // undefined
 */
export function skuText(value: unknown): string | undefined {
	if (typeof value === 'number') return Number.isFinite(value) ? decimalText(value) : undefined;
	return typeof value === 'string' && plainForm(value) !== '' ? value : undefined;
}

/** Without the exponent that JavaScript gives numbers of more than 21 digits. */
function decimalText(value: number): string {
	return Number.isInteger(value) ? BigInt(value).toString() : String(value);
}

/** What two SKUs have in common when they count as the same. */
export function keyOf(sku: string, { ignoreCase, ignoreOuterSpaces }: SkuComparison): string {
	const trimmed = ignoreOuterSpaces ? sku.trim() : sku;
	return ignoreCase ? trimmed.toLowerCase() : trimmed;
}

/**
 * The key under which SKUs that people would call the same are found, whatever their case, spaces and characters
 * that look alike: to say what a SKU nearly matches.
 */
export function looseKey(sku: string): string {
	return lookAlikeKey(sku);
}

/** The key under which BigCommerce keeps SKUs unique: whatever their case. */
export function shopKey(sku: string): string {
	return keyOf(sku, { ignoreCase: true });
}

/** Whether it has more characters than any SKU in BigCommerce. */
export function isTooLong(sku: string): boolean {
	return sku.length > LONGEST_SKU;
}

/**
 * Why a row or line with such a SKU is left alone. Only the SKU's beginning is shown.
 * @param where what has the SKU, such as "Line 12"; the message begins with it
 * @param details more for the reason's details
 */
export function skuTooLong(sku: string, where = '', details: Record<string, unknown> = {}): Reason {
	const shown = `${sku.slice(0, SHOWN)}…`;
	const what = `SKU "${shown}" has ${sku.length} characters; BigCommerce takes ${LONGEST_SKU}.`;
	return {
		code: 'SKU_TOO_LONG',
		message: where === '' ? `The ${what}` : `${where}: the ${what}`,
		fix: 'Correct the SKU where it comes from; text was probably put into the wrong field.',
		details: { ...details, sku: shown, length: sku.length, limit: LONGEST_SKU },
	};
}

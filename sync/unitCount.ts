import { sum } from 'lodash';
import { isRecord, type JsonRecord } from './consignments';

/** An order with its lines as a list, whatever is in them. */
interface CountedOrder {
	items_total?: unknown;
	products?: unknown;
}

/** How many units BigCommerce counts on an order, and how many its lines have. */
export interface UnitCount {
	counted: number;
	came: number;
	/** Whether refunded units are what is missing: the lines have them taken off already, or are not all there. */
	isByRefunds: boolean;
}

/**
 * Whether the lines have exactly the units that BigCommerce counts on their order. Where that holds only for the units
 * left out that it may not count, lines may be missing in place of as many of these. An order whose pick-list lines
 * are all missing looks counted where they are not.
 *
 * @returns undefined where the order has no count
 */
export function isCountedExactly({ items_total, products }: CountedOrder): boolean | undefined {
	const counted = countOf(items_total);
	if (counted === undefined) return undefined;
	const lines = linesOf(products);
	return lines !== undefined && unitsOf(lines) === counted && !lines.some((line) => lacksPicked(line, lines));
}

/** Whether nothing came of what a line was picked with: each option of a pick list is a line of its own. */
function lacksPicked({ id, product_options }: JsonRecord, lines: JsonRecord[]): boolean {
	const options: unknown[] = Array.isArray(product_options) ? product_options : [];
	const isPickList = (option: unknown) => isRecord(option) && /pick.?list/i.test(String(option.type));
	return options.some(isPickList) && !lines.some((line) => line.parent_order_product_id === id);
}

/** Units that BigCommerce may not count as items of an order; it does not say which it does. */
const perhapsNotCounted: Array<(line: JsonRecord) => number> = [
	({ quantity, type }) => (type === 'giftcertificate' ? Number(quantity) : 0),
	({ quantity, type }) => (type === 'digital' ? Number(quantity) : 0),
	({ quantity, parent_order_product_id, is_bundled_product }) =>
		Number(parent_order_product_id) > 0 || is_bundled_product === true ? Number(quantity) : 0,
	({ quantity_refunded }) => Number(quantity_refunded) || 0,
];

/**
 * Compares the units on the lines of an order with `items_total`, which comes with every order: lines that
 * were cut off on their way may cost nothing, so that no amount shows it.
 *
 * @returns undefined where they agree, or nobody can tell. They also agree where only units are left out of the
 *   count that it may leave out
 */
export function unitsThatDiffer(order: CountedOrder): UnitCount | undefined {
	const counted = countOf(order.items_total);
	const lines = linesOf(order.products);
	if (counted === undefined || lines === undefined) return undefined;
	const came = unitsOf(lines);
	const refunded = sum(lines.map(({ quantity_refunded }) => Number(quantity_refunded) || 0));
	if (sumsLeftOut(lines).includes(came - counted)) return undefined;
	return { counted, came, isByRefunds: counted === came + refunded };
}

/** A whole number from 0 on, also as text; undefined for anything else. */
function countOf(value: unknown): number | undefined {
	const isText = typeof value === 'string' && value.trim() !== '';
	const count = typeof value === 'number' || isText ? Number(value) : NaN;
	return Number.isSafeInteger(count) && count >= 0 ? count : undefined;
}

/** Undefined where a line has no quantity that can be added up, or takes goods back: that is told by itself. */
function linesOf(products: unknown): JsonRecord[] | undefined {
	const isCountable = (line: unknown) => isRecord(line) && countOf(line.quantity) !== undefined;
	return Array.isArray(products) && products.every(isCountable) ? (products as JsonRecord[]) : undefined;
}

function unitsOf(lines: JsonRecord[]): number {
	return sum(lines.map(({ quantity }) => Number(quantity)));
}

/** What the kinds of units come to that may not be counted, in all combinations. */
function sumsLeftOut(lines: JsonRecord[]): number[] {
	const sums = perhapsNotCounted.map((unitsOn) => sum(lines.map(unitsOn)));
	return sums.reduce((all, one) => (one > 0 ? [...all, ...all.map((other) => other + one)] : all), [0]);
}

import type { StockIdentity } from './stockPlan';

/**
 * The figures last pushed to one location, packed into values that fit BigCommerce metafields.
 *
 * A value reads `1;<push>;<entries>;<data>`. The data is base64url over pairs of variable-length
 * integers (seven bits a byte, low bits first, the high bit set on all but the last byte): the distance
 * of the stock key from the one before it, and the figure. Keys rise, so most pairs take three bytes.
 */
const VERSION = '1';

/** A metafield's value holds 65,535 characters. */
export const LONGEST_VALUE = 65_535;

/** A pair takes ten bytes at worst; a fixed count keeps the values after a change as they were. */
const ENTRIES_PER_VALUE = 4_900;

/** Beyond these a number would not fit five bytes. */
const BIGGEST = 2 ** 35 - 1;

export interface LastPushed {
	/** The figures by stock key. */
	figures: Map<number, number>;
	/** By stock key, the number of the push after which the figure was certainly the shop's. */
	pushes: Map<number, number>;
	/** How many values could not be read: written by a newer version, or damaged. */
	unreadable: number;
}

/** One number for whoever keeps the stock, or undefined where only a SKU is known. */
export function stockKey(identity: StockIdentity): number | undefined {
	if ('product_id' in identity) return identity.product_id * 2 + 1;
	return 'variant_id' in identity ? identity.variant_id * 2 : undefined;
}

/**
 * Packs figures (whole, not negative, by stock key) into as many values as they need. A value whose
 * figures have not changed since `previous` comes back as it was, so only the others need writing.
 *
 * @param push a number that rises from push to push; where two values hold the same key, the later counts
 * @throws RangeError on a figure or key that is not a whole number from 0 to 2^35 - 1
 */
export function encodeLastPushed(
	figures: ReadonlyMap<number, number>,
	push: number,
	previous: readonly string[] = [],
): string[] {
	const known = new Map(previous.map((value) => [contentOf(value), value]));
	const sorted = [...figures].sort(([one], [other]) => one - other);
	const values: string[] = [];
	for (let start = 0; start < sorted.length; start += ENTRIES_PER_VALUE) {
		const entries = sorted.slice(start, start + ENTRIES_PER_VALUE);
		const content = `${entries.length};${pack(entries)}`;
		values.push(known.get(content) ?? `${VERSION};${push};${content}`);
	}
	return values;
}

/** Reads values back, in any order. A value that cannot be read is left out and counted. */
export function decodeLastPushed(values: Iterable<string>): LastPushed {
	const read = [...values].map(unpackValue);
	const readable = read.filter((value) => value !== undefined).sort((one, other) => one.push - other.push);
	const figures = new Map<number, number>();
	const pushes = new Map<number, number>();
	for (const { entries, push } of readable) {
		for (const [key, figure] of entries) {
			figures.set(key, figure);
			pushes.set(key, push);
		}
	}
	return { figures, pushes, unreadable: read.length - readable.length };
}

function contentOf(value: string): string {
	return value.split(';').slice(2).join(';');
}

function pack(entries: Array<[number, number]>): string {
	const bytes: number[] = [];
	let last = 0;
	for (const [key, figure] of entries) {
		packNumber(bytes, key - last);
		packNumber(bytes, figure);
		last = key;
	}
	return Buffer.from(bytes).toString('base64url');
}

function packNumber(bytes: number[], number: number): void {
	if (!Number.isInteger(number) || number < 0 || number > BIGGEST) {
		throw new RangeError(`${number} cannot be kept as a figure last pushed`);
	}
	let rest = number;
	for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
	bytes.push(rest);
}

function unpackValue(value: string): { push: number; entries: Array<[number, number]> } | undefined {
	const [version, push, count, data] = value.split(';');
	if (version !== VERSION || data === undefined || !Number.isFinite(Number(push))) return undefined;
	const bytes = Buffer.from(data, 'base64url');
	// Characters that are none of base64url are passed over when it is decoded.
	if (bytes.toString('base64url') !== data) return undefined;
	const numbers = unpackNumbers(bytes);
	if (numbers?.length !== Number(count) * 2) return undefined;
	const entries: Array<[number, number]> = [];
	let key = 0;
	for (let at = 0; at < numbers.length; at += 2) {
		key += numbers[at];
		if (key > BIGGEST) return undefined;
		entries.push([key, numbers[at + 1]]);
	}
	return { push: Number(push), entries };
}

/** undefined when the last number breaks off, or one is larger than any that is ever packed. */
function unpackNumbers(bytes: Uint8Array): number[] | undefined {
	const numbers: number[] = [];
	let number = 0;
	let unit = 1;
	for (const byte of bytes) {
		number += (byte % 128) * unit;
		unit *= 128;
		if (number > BIGGEST) return undefined;
		if (byte > 127) continue;
		numbers.push(number);
		number = 0;
		unit = 1;
	}
	return unit === 1 ? numbers : undefined;
}

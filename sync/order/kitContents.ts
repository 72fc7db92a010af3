import { minBy } from 'lodash';
import { type ItemSum, keyOfId } from './itemSums';

/** An item in a kit, and how many of it one kit has. */
export interface KitComponent {
	itemId: number;
	quantity: number;
}

/**
 * The kits that may be on a document, by item id, each with what one of it is made of; undefined where SOS did
 * not say. SOS's company setting *Expand kits on sales orders* writes the components instead of the kit, or
 * below it: which, and whether a kit in a kit is expanded as well, is not documented.
 */
export type KitContents = ReadonlyMap<number, readonly KitComponent[] | undefined>;

/** By how much of an item the written document has more, by the item's key. */
type Balance = Map<string, number>;

/**
 * Tells which differences remain when a kit counts as its components in the same multiple.
 *
 * @returns the keys of the sums that differ all the same
 */
export function differingItems(sums: readonly ItemSum[], kits: KitContents): Set<string> {
	const plain: Balance = new Map(sums.map(({ key, planned, written }) => [key, written - planned]));
	const ways = [plain];
	if (kits.size > 0) {
		const below = withoutComponentsBelow(plain, sums, kits);
		ways.push(
			...[expanded(plain, kits), expanded(below, kits)].map((way) => withoutUnknown(way, sums, kits)),
		);
	}
	const known = new Set(plain.keys());
	const sayable = ways.map(differing).filter((keys) => keys.every((key) => known.has(key)));
	return new Set(minBy(sayable, 'length'));
}

function differing(balance: Balance): string[] {
	return [...balance].filter(([, more]) => more !== 0).map(([key]) => key);
}

/** The balance with every kit that differs replaced by its components, and those that are kits by theirs. */
function expanded(balance: Balance, kits: KitContents): Balance {
	const after = new Map(balance);
	// Each round goes one kit deeper; no kit is in more kits than there are.
	for (let round = 0; round < kits.size; round++) {
		for (const [id, components] of kits) {
			const more = after.get(keyOfId(id));
			if (!more || components === undefined) continue;
			after.set(keyOfId(id), 0);
			add(after, components, more);
		}
	}
	return after;
}

/** The balance without the components of kits that the document has itself, for which they stand below it. */
function withoutComponentsBelow(balance: Balance, sums: readonly ItemSum[], kits: KitContents): Balance {
	const after = new Map(balance);
	for (const { key, planned, written } of sums) {
		const components = componentsOf(key, kits);
		if (planned === written && components !== undefined) add(after, components, -planned);
	}
	return after;
}

function add(balance: Balance, components: readonly KitComponent[], units: number): void {
	for (const { itemId, quantity } of components) {
		const key = keyOfId(itemId);
		balance.set(key, Math.round((balance.get(key) ?? 0) + units * quantity));
	}
}

/**
 * The balance without what kits of unknown contents explain: where a kit is gone, or has lines added to it,
 * whatever was added is taken for its components if it comes in whole multiples of the kit.
 */
function withoutUnknown(balance: Balance, sums: readonly ItemSum[], kits: KitContents): Balance {
	const unknown = sums.filter(({ key, planned }) => planned > 0 && isUnknown(key, kits));
	const gone = unknown.filter(({ key, written }) => written === 0 && balance.get(key) !== 0);
	const expandedKits = gone.length > 0 ? gone : unknown.filter(({ key }) => balance.get(key) === 0);
	const added = [...balance].filter(([, more]) => more > 0);
	if (expandedKits.length === 0 || added.length === 0) return balance;

	const unit = expandedKits.map(({ planned }) => planned).reduce(greatestCommonDivisor);
	if (!added.every(([, more]) => more % unit === 0)) return balance;
	const explained = [...added.map(([key]) => key), ...expandedKits.map(({ key }) => key)];
	return new Map([...balance, ...explained.map((key) => [key, 0] as const)]);
}

function componentsOf(key: string, kits: KitContents): readonly KitComponent[] | undefined {
	return [...kits].find(([id]) => keyOfId(id) === key)?.[1];
}

function isUnknown(key: string, kits: KitContents): boolean {
	return [...kits].some(([id, components]) => keyOfId(id) === key && components === undefined);
}

function greatestCommonDivisor(a: number, b: number): number {
	return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

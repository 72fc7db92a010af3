import type { Faker } from '@faker-js/faker';
import type { ShopItem, SosSide } from './shopItem';

interface Surroundings {
	/** The items made so far. */
	catalogue: ShopItem[];
	faker: Faker;
	/** Running number of the product. */
	number: number;
}

/** A way in which an item differs from "the same SKU on both sides, tracked, in stock". */
interface Peculiarity {
	name: string;
	apply(item: ShopItem, surroundings: Surroundings): void;
}

/** What real shops hold besides items that simply match, in the order in which a catalogue gets them. */
export const peculiarities: readonly Peculiarity[] = [
	{ name: 'missing in SOS', apply: (item) => (item.sos = null) },
	{ name: 'SOS SKU in another case', apply: sosSku((sku) => sku.toLowerCase()) },
	{ name: 'SOS SKU with outer spaces', apply: sosSku((sku) => ` ${sku} `) },
	{ name: 'not tracked by the shop', apply: (item) => (item.tracking = 'none') },
	{ name: 'not to be updated in BigCommerce', apply: sos({ updateBigCommerce: false }) },
	{ name: 'kit', apply: (item, around) => makeOf(item, 'Item Group', around) },
	{ name: 'fraction on hand', apply: sos({ onhand: 12.75 }) },
	{ name: 'less than nothing on hand', apply: sos({ onhand: -4 }) },
	{ name: 'nothing on hand', apply: sos({ onhand: 0 }) },
	{ name: 'SKU twice in SOS', apply: repeatEarlierSku },
	{ name: 'archived in SOS', apply: sos({ archived: true }) },
	{ name: 'SKU with a comma', apply: shopAndSosSku((sku) => sku.replace('-', ',')) },
	{ name: 'SKU with letters beyond ASCII', apply: shopAndSosSku((sku) => `${sku}-GRÜN`) },
	{ name: 'no SKU in the shop', apply: (item) => (item.sku = '') },
	{ name: 'another SKU in SOS', apply: sosSku((sku) => `OLD-${sku}`) },
	{ name: 'no SKU in SOS', apply: sosSku(() => '') },
	{ name: 'assembly', apply: (item, around) => makeOf(item, 'Assembly', around) },
	{ name: 'service', apply: asService },
	{ name: 'non-inventory item', apply: sos({ type: 'Non-inventory', onhand: 0 }) },
];

function sos(changes: Partial<SosSide>): Peculiarity['apply'] {
	return (item) => {
		if (item.sos) item.sos = { ...item.sos, ...changes };
	};
}

function sosSku(change: (sku: string) => string): Peculiarity['apply'] {
	return (item) => {
		if (item.sos) item.sos.sku = change(item.sku);
	};
}

function shopAndSosSku(change: (sku: string) => string): Peculiarity['apply'] {
	return (item) => {
		item.sku = change(item.sku);
		if (item.sos) item.sos.sku = item.sku;
	};
}

/** The item carries, in SOS, the SKU of an earlier one: that SKU is now there twice and the item's own not at all. */
function repeatEarlierSku(item: ShopItem, { catalogue }: Surroundings): void {
	const [earlier] = lastPlainItems(catalogue, 1);
	if (item.sos && earlier) item.sos = { ...item.sos, sku: earlier.sku, duplicateOf: earlier.sku };
}

function makeOf(item: ShopItem, type: 'Item Group' | 'Assembly', { catalogue }: Surroundings): void {
	const components = lastPlainItems(catalogue, 2).map((part, index) => ({
		sku: part.sku,
		quantity: index + 1,
	}));
	if (item.sos)
		item.sos = { ...item.sos, type, components, onhand: type === 'Item Group' ? 0 : item.sos.onhand };
}

/** Up to `count` of the latest simple products that both sides know by the same SKU and keep in stock. */
function lastPlainItems(catalogue: ShopItem[], count: number): ShopItem[] {
	const isPlain = ({ sku, sos, variantOptions }: ShopItem) =>
		sku !== '' &&
		sos?.sku === sku &&
		!sos.archived &&
		sos.type === 'Inventory Item' &&
		variantOptions === undefined;
	return catalogue.slice(-50).filter(isPlain).slice(-count);
}

function asService(item: ShopItem): void {
	Object.assign(item, { isDigital: true, tracking: 'none', shopStock: 0, weight: 0 });
	if (item.sos) item.sos = { ...item.sos, type: 'Service', onhand: 0 };
}

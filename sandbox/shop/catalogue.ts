import type { Faker } from '@faker-js/faker';
import { seededFaker } from '../shared/seededFaker';
import { peculiarities } from './peculiarities';
import type { ShopItem } from './shopItem';

export type { ShopItem, SosSide } from './shopItem';

interface CatalogueOptions {
	seed: number;
	/** How many things the shop sells, variants counted one by one. */
	items: number;
}

const ranges = [
	'Mug',
	'Lamp',
	'Tee',
	'Backpack',
	'Candle',
	'Notebook',
	'Wrench',
	'Kettle',
	'Poster',
	'Cushion',
];
const sizes = ['S', 'M', 'L', 'XL'];
const colours = ['Black', 'Sand', 'Blue', 'Green'];

/** One item in so many is peculiar once each peculiarity has been there. */
const peculiarEvery = 12;

/**
 * Makes up a shop: simple products and products with variants, most of them the same in both systems,
 * and every peculiarity of {@link peculiarities} at least once where `items` allows it (about 40).
 * The same options give the same list.
 */
export function generateCatalogue({ seed, items }: CatalogueOptions): ShopItem[] {
	const faker = seededFaker(seed);
	const catalogue: ShopItem[] = [];
	let number = 0;
	let peculiar = 0;
	while (catalogue.length < items) {
		number += 1;
		const isPeculiar = peculiar < peculiarities.length ? number % 2 === 0 : number % peculiarEvery === 0;
		if (isPeculiar) {
			const item = simpleProduct(faker, number);
			peculiarities[peculiar % peculiarities.length].apply(item, { catalogue, faker, number });
			peculiar += 1;
			catalogue.push(item);
		} else {
			const hasVariants = number % 5 === 0 && items - catalogue.length >= 4;
			catalogue.push(...(hasVariants ? variantProduct(faker, number) : [simpleProduct(faker, number)]));
		}
	}
	return catalogue.slice(0, items);
}

function simpleProduct(faker: Faker, number: number): ShopItem {
	const range = faker.helpers.arrayElement(ranges);
	const sku = `${range.slice(0, 3).toUpperCase()}-${String(number).padStart(5, '0')}`;
	const priceMinor = faker.number.int({ min: 199, max: 24_999 });
	const onhand = faker.number.int({ min: 1, max: 250 });
	return {
		sku,
		name: `${faker.commerce.productAdjective()} ${range} ${number}`,
		description: faker.commerce.productDescription(),
		priceMinor,
		costMinor: Math.round(priceMinor * 0.45),
		weight: faker.number.int({ min: 1, max: 80 }) / 8,
		product: `p${number}`,
		tracking: 'product',
		shopStock: faker.datatype.boolean() ? onhand : faker.number.int({ min: 1, max: 250 }),
		sos: { sku, type: 'Inventory Item', updateBigCommerce: true, archived: false, onhand },
	};
}

/** Two to six variants; most count stock per variant, some per product, some not at all. */
function variantProduct(faker: Faker, number: number): ShopItem[] {
	const parent = simpleProduct(faker, number);
	const tracking = faker.helpers.weightedArrayElement([
		{ weight: 8, value: 'variant' as const },
		{ weight: 1, value: 'product' as const },
		{ weight: 1, value: 'none' as const },
	]);
	const count = faker.number.int({ min: 2, max: 4 });
	const colour = faker.helpers.arrayElement(colours);
	return sizes.slice(0, count).map((size) => {
		const sku = `${parent.sku}-${size}-${colour.slice(0, 3).toUpperCase()}`;
		const onhand = faker.number.int({ min: 0, max: 120 });
		return {
			...parent,
			sku,
			tracking,
			variantOptions: [
				{ option: 'Size', value: size },
				{ option: 'Color', value: colour },
			],
			shopStock: tracking === 'variant' ? faker.number.int({ min: 0, max: 120 }) : parent.shopStock,
			sos: { sku, type: 'Inventory Item', updateBigCommerce: true, archived: false, onhand },
		};
	});
}

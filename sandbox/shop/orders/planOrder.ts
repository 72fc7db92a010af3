import type { Faker } from '@faker-js/faker';
import { createGuest, type Shopper } from '../shoppers';
import type { Currency, OrderPlan, PlannedLine, SoldItem } from './orderPlan';

/** The shop an order is placed in. */
export interface Shop {
	faker: Faker;
	customers: Shopper[];
	/** Everything it sells. */
	items: SoldItem[];
	/** The items that SOS Inventory knows by exactly the same SKU, and that are shipped. */
	matching: SoldItem[];
	/** Whether the store enters prices with tax. */
	taxInclusive: boolean;
}

export const dollars: Currency = { id: 1, code: 'USD', decimals: 2, rate: 1 };

const salesTax = { name: 'Sales Tax', millionths: 82_500 };

/**
 * An order of the most ordinary kind: paid, to be shipped to the shopper's own address, nothing off,
 * one tax, every SKU known to SOS Inventory.
 * @param createdAt milliseconds since 1970
 */
export function planOrder(shop: Shop, createdAt: number): OrderPlan {
	const { faker } = shop;
	const shopper = faker.datatype.boolean(0.4)
		? createGuest(faker)
		: faker.helpers.arrayElement(shop.customers);
	const lineCount = faker.helpers.weightedArrayElement([
		{ weight: 5, value: 1 },
		{ weight: 4, value: 2 },
		{ weight: 2, value: 3 },
		{ weight: 1, value: 5 },
	]);
	const sold = new Set(Array.from({ length: lineCount }, () => faker.helpers.arrayElement(shop.matching)));
	return {
		createdAt,
		modifiedAt: createdAt + faker.number.int({ min: 5, max: 90 }) * 1000,
		shopper,
		destinations: [shopper.address],
		isPickup: false,
		statusId: 11,
		channelId: 1,
		source: faker.helpers.arrayElement(['www', 'www', 'www', 'iphone', 'android']),
		currency: dollars,
		taxInclusive: shop.taxInclusive,
		saysTaxMode: true,
		rates: [salesTax],
		lines: [...sold].map((item) => planLine(item, faker.helpers.arrayElement([1, 1, 1, 2, 3]))),
		coupons: [],
		shippingMinor: faker.helpers.arrayElement([0, 595, 895, 1250]),
		shippingMethod: faker.helpers.arrayElement(['Flat Rate', 'UPS® Ground', 'Ship by Weight']),
		shippingTaxable: false,
		handlingMinor: 0,
		fees: [],
		paymentMethod: 'Credit Card',
		paymentStatus: 'captured',
		giftCertificateMinor: 0,
		storeCreditMinor: 0,
		customerMessage: faker.datatype.boolean(0.2) ? 'Please leave the parcel at the side door.' : '',
		staffNotes: null,
		isDeleted: false,
		refunds: [],
		shipped: [],
	};
}

/** A line of a catalogue item at its price, going to the order's first destination. */
export function planLine(sold: SoldItem, quantity: number): PlannedLine {
	const { item } = sold;
	const variant = (item.variantOptions ?? []).map(({ value }) => value).join(' ');
	return {
		sold,
		name: variant === '' ? item.name : `${item.name} ${variant}`,
		sku: item.sku,
		type: item.isDigital ? 'digital' : 'physical',
		quantity,
		unitMinor: item.priceMinor,
		taxable: true,
		wrappingMinor: 0,
		destination: item.isDigital ? undefined : 0,
	};
}

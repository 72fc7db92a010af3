import { createAddress } from '../shoppers';
import type { OrderCase } from './orderCase';
import type { OrderPlan, PlannedLine } from './orderPlan';
import { planLine } from './planOrder';

const goodsAndServicesTax = { name: 'GST', millionths: 50_000 };
const provincialTax = { name: 'PST', millionths: 99_750 };

/** Orders that differ in what they cost and how they are paid. All are paid and ready to be sent. */
export const moneyCases: Readonly<Record<string, OrderCase>> = {
	plain: () => undefined,
	manualDiscount: (plan) => (plan.discount = { kind: 'manual', amountMinor: 500 }),
	automaticDiscount: (plan) => (plan.discount = { kind: 'automatic', amountMinor: tenth(plan) }),
	couponPercentage: (plan) => plan.coupons.push({ kind: 'percentage', code: 'SAVE15', percent: 150_000 }),
	couponPerTotal: (plan) => plan.coupons.push({ kind: 'perTotal', code: 'TENOFF', amountMinor: 1000 }),
	couponPerItem: (plan) => plan.coupons.push({ kind: 'perItem', code: 'ITEM2', amountMinor: 200 }),
	couponShipping: (plan) => shippingCoupon(plan, { kind: 'shipping', code: 'SHIP3', amountMinor: 300 }),
	couponFreeShipping: (plan) => shippingCoupon(plan, { kind: 'freeShipping', code: 'FREESHIP' }),
	couponAndDiscount: (plan) => {
		plan.discount = { kind: 'manual', amountMinor: 333 };
		plan.coupons.push({ kind: 'percentage', code: 'ODD7', percent: 73_300 });
	},
	otherTaxMode: (plan) => (plan.taxInclusive = !plan.taxInclusive),
	otherTaxModeDiscount: (plan) => {
		plan.taxInclusive = !plan.taxInclusive;
		plan.discount = { kind: 'manual', amountMinor: tenth(plan) };
	},
	otherTaxModeCoupon: (plan) => {
		plan.taxInclusive = !plan.taxInclusive;
		plan.coupons.push({ kind: 'percentage', code: 'SAVE15', percent: 150_000 });
	},
	taxModeNotSaid: (plan) => (plan.saysTaxMode = false),
	twoTaxRates: (plan) => (plan.rates = [goodsAndServicesTax, provincialTax]),
	noTax: (plan) => (plan.rates = []),
	partlyTaxable: (plan, shop) => {
		plan.lines.push({ ...planLine(shop.faker.helpers.arrayElement(shop.matching), 2), taxable: false });
	},
	shippingTaxed: (plan) => Object.assign(plan, { shippingMinor: 1295, shippingTaxable: true }),
	handling: (plan) => Object.assign(plan, { handlingMinor: 250, shippingMinor: 895 }),
	handlingTaxed: (plan) =>
		Object.assign(plan, { handlingMinor: 275, shippingMinor: 895, shippingTaxable: true }),
	giftWrapping: (plan) => (plan.lines[0].wrappingMinor = 399),
	fee: (plan) => plan.fees.push({ name: 'Package protection', amountMinor: 198, taxable: false }),
	feeTaxed: (plan) => plan.fees.push({ name: 'Bulky goods', amountMinor: 1500, taxable: true }),
	everythingAtOnce: (plan, shop) => {
		Object.assign(plan, { shippingMinor: 1295, shippingTaxable: true, handlingMinor: 275 });
		plan.discount = { kind: 'manual', amountMinor: 777 };
		plan.coupons.push(
			{ kind: 'perItem', code: 'ITEM2', amountMinor: 200 },
			{ kind: 'percentage', code: 'SAVE15', percent: 150_000 },
		);
		plan.fees.push({ name: 'Package protection', amountMinor: 198, taxable: true });
		plan.lines.push(planLine(shop.faker.helpers.arrayElement(shop.matching), 7));
		plan.lines[0].wrappingMinor = 399;
	},
	giftCertificateSold: (plan) => plan.lines.push(giftCertificate()),
	giftCertificateUsed: (plan) => (plan.giftCertificateMinor = 2500),
	storeCreditUsed: (plan) => (plan.storeCreditMinor = 1234),
	paidByStoreCredit: (plan) =>
		Object.assign(plan, { storeCreditMinor: Number.MAX_SAFE_INTEGER, paymentMethod: 'Store Credit' }),
	free: (plan) => {
		plan.discount = { kind: 'manual', amountMinor: Number.MAX_SAFE_INTEGER };
		plan.shippingMinor = 0;
	},
	largeQuantity: (plan) => Object.assign(plan.lines[0], { quantity: 480, unitMinor: 33 }),
	otherCurrency: (plan) => (plan.currency = { id: 2, code: 'EUR', decimals: 2, rate: 0.92 }),
	currencyWithoutDecimals: (plan) => {
		plan.currency = { id: 3, code: 'JPY', decimals: 0, rate: 151.5 };
		plan.coupons.push({ kind: 'percentage', code: 'SAVE15', percent: 150_000 });
	},
	customLine: (plan) => plan.lines.push(customLine()),
	pickList: (plan, shop) => {
		const child = planLine(shop.faker.helpers.arrayElement(shop.matching), plan.lines[0].quantity);
		plan.lines.push({ ...child, unitMinor: 0, parent: 0 });
	},
	manyLines: (plan, shop) => {
		const pool = shop.matching;
		plan.lines = Array.from({ length: 60 }, (_, index) =>
			planLine(pool[index % pool.length], 1 + (index % 4)),
		);
	},
	severalAddresses: (plan, shop) => {
		plan.destinations.push(createAddress(shop.faker, plan.createdAt % 100_000));
		plan.lines.push({ ...planLine(shop.faker.helpers.arrayElement(shop.matching), 2), destination: 1 });
		Object.assign(plan, { shippingMinor: 1595, handlingMinor: 101 });
	},
};

function tenth(plan: OrderPlan): number {
	return Math.round(plan.lines.reduce((total, line) => total + line.unitMinor * line.quantity, 0) / 10);
}

function shippingCoupon(plan: OrderPlan, coupon: OrderPlan['coupons'][number]): void {
	plan.shippingMinor = 895;
	plan.coupons.push(coupon);
}

/** Neither taxed nor discounted nor shipped, and without SKU. */
function giftCertificate(): PlannedLine {
	const common = { quantity: 1, taxable: false, wrappingMinor: 0 };
	return { ...common, name: '$50.00 Gift Certificate', sku: '', type: 'giftcertificate', unitMinor: 5000 };
}

/** Typed in by the staff: no product, no SKU. */
function customLine(): PlannedLine {
	const common = { quantity: 1, taxable: true, wrappingMinor: 0, destination: 0 };
	return { ...common, name: 'Engraving by hand', sku: '', type: 'physical', unitMinor: 1850 };
}

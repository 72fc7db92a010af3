import * as fc from 'fast-check';
import type { ShopCharge, ShopLine, ShopOrder } from './shopModel';
import { ticksIn } from './shopModel';

const currencies = [
	{ currency: 'JPY', decimals: 0 },
	{ currency: 'USD', decimals: 2 },
	{ currency: 'EUR', decimals: 2 },
	{ currency: 'KWD', decimals: 3 },
];

/** Real rates, and odd ones. */
const rates = fc.oneof(
	fc.constantFrom(0, 82_500, 190_000, 200_000, 55_000, 77_000, 250_000, 100_000, 62_500),
	fc.integer({ min: 1, max: 350_000 }),
);

function charges(taxClasses: number): fc.Arbitrary<ShopCharge> {
	return fc.record({
		amount: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 9_999 })),
		taxClass: fc.nat(taxClasses),
	});
}

function lines(decimals: number): fc.Arbitrary<ShopLine> {
	const unit = ticksIn(decimals);
	const wholePrice = fc.oneof(fc.integer({ min: 1, max: 2_000 }), fc.integer({ min: 0, max: 99_999 }));
	return fc
		.record({
			minor: wholePrice,
			/** A price of more decimals than the currency has, once in a while. */
			extraTicks: fc.oneof(
				{ weight: 9, arbitrary: fc.constant(0) },
				{ weight: 1, arbitrary: fc.nat(unit - 1) },
			),
			quantity: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 500 })),
			taxClass: fc.nat(2),
			wrapping: fc.oneof(
				{ weight: 9, arbitrary: fc.constant(0) },
				{ weight: 1, arbitrary: fc.integer({ min: 1, max: 500 }) },
			),
			giftCertificate: fc.integer({ min: 0, max: 19 }).map((dice) => dice === 0),
			roundsTotal: fc.boolean(),
			packSize: fc.constantFrom(1, 1, 1, 1, 6, 12, 0.5, 2.5),
		})
		.map(({ minor, extraTicks, ...line }) => ({
			...line,
			price: minor * unit + extraTicks,
			...(line.giftCertificate && { packSize: 1, wrapping: 0 }),
		}));
}

/** Discounts in millionths: none, round or odd. */
const reductions = fc.oneof(
	{ weight: 3, arbitrary: fc.constant(0) },
	{ weight: 1, arbitrary: fc.constantFrom(50_000, 100_000, 150_000, 333_333) },
	{ weight: 1, arbitrary: fc.integer({ min: 1, max: 999_999 }) },
);

/** Orders as a BigCommerce store may have them: up to 60 lines, both ways of entering prices, 0, 2 and 3 decimals. */
export const shopOrders: fc.Arbitrary<ShopOrder> = fc
	.constantFrom(...currencies)
	.chain(({ currency, decimals }) =>
		fc.record({
			id: fc.integer({ min: 1, max: 9_999_999 }),
			currency: fc.constant(currency),
			decimals: fc.constant(decimals),
			inclusive: fc.boolean(),
			saysSo: fc.boolean(),
			rates: fc.array(rates, { minLength: 3, maxLength: 3 }),
			lines: fc.oneof(
				{ weight: 4, arbitrary: fc.array(lines(decimals), { minLength: 1, maxLength: 8, size: 'max' }) },
				{ weight: 1, arbitrary: fc.array(lines(decimals), { minLength: 1, maxLength: 60, size: 'max' }) },
			),
			lineCoupons: fc.array(
				fc.record({ line: fc.nat(59), millionths: fc.integer({ min: 1, max: 1_000_000 }) }),
				{ maxLength: 4 },
			),
			manualDiscount: reductions,
			orderCoupon: reductions,
			shares: fc.constantFrom('wholeUnits' as const, 'fourDecimals' as const, 'roundedEach' as const),
			shipping: charges(2),
			handling: charges(2),
			fees: fc.array(charges(2), { maxLength: 3 }),
			older: fc.integer({ min: 0, max: 9 }).map((dice) => dice === 0),
		}),
	);

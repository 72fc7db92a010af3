import type { NormalizedOrder, OrderFee, OrderProduct } from '../../../sync/bigCommerceOrder';

/**
 * How BigCommerce works out an order, written down a second time so that tests do not lean on the rules
 * they check. Amounts are integers of a ten-thousandth of the major unit ("ticks"); tax is rounded to
 * the minor unit for each line and charge, on what is left after discounts.
 */
export interface ShopOrder {
	id: number;
	currency: string;
	decimals: number;
	inclusive: boolean;
	/** Whether the order itself says how prices were entered. */
	saysSo: boolean;
	/** Millionths, one for each tax class. */
	rates: number[];
	lines: ShopLine[];
	/** Coupons on single lines, in millionths of their price. */
	lineCoupons: Array<{ line: number; millionths: number }>;
	/** Manual discount, and coupon on the whole order, both in millionths of what is left by then. */
	manualDiscount: number;
	orderCoupon: number;
	/** How shares of discounts are written: whole minor units that add up, four decimals, or each rounded by itself. */
	shares: 'wholeUnits' | 'fourDecimals' | 'roundedEach';
	shipping: ShopCharge;
	handling: ShopCharge;
	fees: ShopCharge[];
	/** Orders from before September 2023 lack `discounted_total_inc_tax`. */
	older: boolean;
}

export interface ShopLine {
	/** Ticks, as entered. */
	price: number;
	quantity: number;
	taxClass: number;
	/** Minor units, as entered. */
	wrapping: number;
	giftCertificate: boolean;
	/** Whether a total with a fraction of a minor unit is rounded. */
	roundsTotal: boolean;
	packSize: number;
}

export interface ShopCharge {
	/** Minor units, as entered. */
	amount: number;
	taxClass: number;
}

interface Taxed {
	exTax: number;
	incTax: number;
	tax: number;
}

export function ticksIn(decimals: number): number {
	return 10 ** (4 - decimals);
}

/** `a × b ÷ c`, halves up; none of them negative. */
function proportion(a: number, b: number, c: number): number {
	if (c === 0) return 0;
	const numerator = 2 * a * b + c;
	// Of whole numbers that are exact, the quotient of two is rounded down rightly.
	if (Number.isSafeInteger(numerator)) return Math.floor(numerator / (2 * c));
	return Number((2n * BigInt(a) * BigInt(b) + BigInt(c)) / (2n * BigInt(c)));
}

function sum(amounts: number[]): number {
	return amounts.reduce((left, right) => left + right, 0);
}

export function money(ticks: number): string {
	return (ticks / 10_000).toFixed(4);
}

export function bigCommerceOrder(shop: ShopOrder): NormalizedOrder {
	const unit = ticksIn(shop.decimals);
	const whole = (ticks: number) => proportion(ticks, 1, unit) * unit;
	const rateOf = (line: { taxClass: number; giftCertificate?: boolean }) =>
		line.giftCertificate ? 0 : (shop.rates[line.taxClass] ?? 0);
	const taxed = (entered: number, rate: number): Taxed => {
		const tax = shop.inclusive
			? proportion(entered, rate, (1_000_000 + rate) * unit) * unit
			: proportion(entered, rate, 1_000_000 * unit) * unit;
		return shop.inclusive
			? { incTax: entered, tax, exTax: entered - tax }
			: { exTax: entered, tax, incTax: entered + tax };
	};
	const derived = (entered: number, rate: number): Taxed => {
		const other = shop.inclusive
			? proportion(entered, 1_000_000, 1_000_000 + rate)
			: proportion(entered, 1_000_000 + rate, 1_000_000);
		return shop.inclusive
			? { incTax: entered, exTax: other, tax: entered - other }
			: { exTax: entered, incTax: other, tax: other - entered };
	};
	const charge = ({ amount, taxClass }: ShopCharge) => taxed(amount * unit, shop.rates[taxClass] ?? 0);

	const totals = shop.lines.map(({ price, quantity, roundsTotal }) =>
		roundsTotal ? whole(price * quantity) : price * quantity,
	);
	const { discounts, left } = discountsOn(shop, totals, unit);
	const discountOf = (coupon: boolean) =>
		sum(discounts.filter(({ code }) => (code !== null) === coupon).map(({ amount }) => amount));
	const lineTaxes = shop.lines.map((line, index) => taxed(left[index], rateOf(line)).tax);

	const products = shop.lines.map((line, index): OrderProduct => {
		const rate = rateOf(line);
		const total = derived(totals[index], rate);
		const price = derived(line.price, rate);
		const wrapping = taxed(line.wrapping * unit, rate);
		return {
			id: 1000 + index,
			product_id: line.giftCertificate ? 0 : 50 + index,
			sku: line.giftCertificate ? '' : `SKU-${index}`,
			name: `Product ${index}`,
			type: line.giftCertificate ? 'giftcertificate' : 'physical',
			quantity: line.quantity,
			base_total: money(totals[index]),
			price_ex_tax: money(price.exTax),
			price_inc_tax: money(price.incTax),
			total_ex_tax: money(total.exTax),
			total_inc_tax: money(total.incTax),
			total_tax: money(lineTaxes[index]),
			...(!shop.older && {
				discounted_total_inc_tax: money(left[index] + (shop.inclusive ? 0 : lineTaxes[index])),
			}),
			applied_discounts: discounts
				.filter(({ shares }) => shares[index] > 0)
				.map(({ id, code, target, shares }) => ({ id, code, target, amount: money(shares[index]) })),
			wrapping_cost_ex_tax: money(wrapping.exTax),
			wrapping_cost_inc_tax: money(wrapping.incTax),
			wrapping_cost_tax: money(wrapping.tax),
		};
	});

	const fees = shop.fees.map(charge);
	const wrappings = shop.lines.map((line) => taxed(line.wrapping * unit, rateOf(line)));
	const wrapping: Taxed = {
		exTax: sum(wrappings.map(({ exTax }) => exTax)),
		incTax: sum(wrappings.map(({ incTax }) => incTax)),
		tax: sum(wrappings.map(({ tax }) => tax)),
	};
	const shipping = charge(shop.shipping);
	const handling = charge(shop.handling);
	const charges = [shipping, handling, wrapping, ...fees];
	const exactSide = shop.inclusive ? 'incTax' : 'exTax';
	const goods = sum(totals) - sum(discounts.map(({ amount }) => amount));
	const exactTotal = whole(goods + sum(charges.map((one) => one[exactSide])));
	const tax = sum(lineTaxes) + sum(charges.map((one) => one.tax));
	const total = shop.inclusive ? exactTotal : exactTotal + tax;

	return {
		id: shop.id,
		customer_id: 0,
		status_id: 11,
		date_created: 'Tue, 05 Mar 2019 21:40:11 +0000',
		default_currency_code: shop.currency,
		...(shop.saysSo && { is_tax_inclusive_pricing: shop.inclusive }),
		subtotal_ex_tax: money(sum(products.map((line) => ticksOf(line.total_ex_tax)))),
		subtotal_inc_tax: money(sum(products.map((line) => ticksOf(line.total_inc_tax)))),
		subtotal_tax: money(sum(lineTaxes)),
		...costs('shipping_cost', shipping),
		...costs('handling_cost', handling),
		...costs('wrapping_cost', wrapping),
		fees: fees.map(
			(fee, index): OrderFee =>
				({ id: index + 1, display_name_merchant: `Fee ${index + 1}`, ...costs('cost', fee) }) as OrderFee,
		),
		total_ex_tax: money(total - tax),
		total_inc_tax: money(total),
		total_tax: money(tax),
		discount_amount: money(discountOf(false)),
		coupon_discount: money(discountOf(true)),
		billing_address: { first_name: 'Jo', last_name: 'Park', email: 'jo.park@example.com', zip: '78751' },
		products,
		shipping_addresses: [],
	};
}

function costs(name: string, { exTax, incTax, tax }: Taxed): Record<string, string> {
	return {
		[`${name}_ex_tax`]: money(exTax),
		[`${name}_inc_tax`]: money(incTax),
		[`${name}_tax`]: money(tax),
	};
}

export function ticksOf(text: unknown): number {
	return Math.round(Number(text) * 10_000);
}

interface Discount {
	id: string;
	code: string | null;
	target: string;
	/** What the order says was taken off in all, in whole minor units. */
	amount: number;
	/** What each line says. */
	shares: number[];
}

/** Takes discounts off one after the other, single lines first. Gift certificates are never discounted. */
function discountsOn(
	shop: ShopOrder,
	totals: number[],
	unit: number,
): { discounts: Discount[]; left: number[] } {
	const left = [...totals];
	const wanted = [
		...shop.lineCoupons.map(({ line, millionths }) => ({
			id: `coupon-${line}`,
			code: 'LINE',
			target: 'product',
			millionths,
			lines: [line],
		})),
		{
			id: 'manual-discount',
			code: null,
			target: 'order',
			millionths: shop.manualDiscount,
			lines: shop.lines.map((_, index) => index),
		},
		{
			id: 'total-coupon',
			code: 'ALL',
			target: 'order',
			millionths: shop.orderCoupon,
			lines: shop.lines.map((_, index) => index),
		},
	];
	const discounts = wanted.map(({ millionths, lines, ...rest }) => {
		const base = totals.map((_, index) =>
			lines.includes(index) && !shop.lines[index].giftCertificate ? left[index] : 0,
		);
		const amount = Math.floor((Math.floor(sum(base) / unit) * millionths) / 1_000_000) * unit;
		const shares = sharesOf(amount, base, shop.shares, unit);
		shares.forEach((share, index) => (left[index] -= share));
		return { ...rest, amount, shares };
	});
	return { discounts, left };
}

function sharesOf(amount: number, base: number[], style: ShopOrder['shares'], unit: number): number[] {
	if (style === 'roundedEach') {
		return base.map((weight) => Math.min(weight, proportion(amount, weight, sum(base) * unit) * unit));
	}
	const step = style === 'wholeUnits' ? unit : 1;
	let weighed = 0;
	let given = 0;
	return base.map((weight) => {
		weighed += weight;
		const upToHere = proportion(amount, weighed, sum(base) * step) * step;
		const share = upToHere - given;
		given = upToHere;
		return share;
	});
}

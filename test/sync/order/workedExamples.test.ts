import { codes, line, moneyOn, orderOf, plan, type BigCommerceOrder } from '../support/orders';

const taxInclusive = { is_tax_inclusive_pricing: true };

/** A live order of a tax-inclusive store: ten at 250.00, less a manual discount of 100.00. */
const tenWithManualDiscount = orderOf(
	[
		line(1, '250.0000', 10, {
			price_ex_tax: '236.9667',
			total_ex_tax: '2369.6667',
			total_inc_tax: '2500.0000',
			total_tax: '125.1200',
			discounted_total_inc_tax: '2400.0000',
			applied_discounts: [{ id: 'manual-discount', amount: '100.0000', code: null, target: 'order' }],
		}),
	],
	{
		...taxInclusive,
		subtotal_ex_tax: '2369.6667',
		subtotal_inc_tax: '2500.0000',
		total_ex_tax: '2274.8800',
		total_inc_tax: '2400.0000',
		total_tax: '125.1200',
		discount_amount: '100.0000',
	},
);

describe('ten at 250.00 with tax, less 100.00', () => {
	it('shows the discount without its tax in the header', () => {
		expect(moneyOn(plan(tenWithManualDiscount))).toEqual({
			lines: [
				[8001, 3, 236.96, 710.88],
				[8001, 7, 236.97, 1658.79],
			],
			discountAmount: -94.79,
			taxAmount: 125.12,
		});
	});

	it('lowers the line by it when discounts are spread', () => {
		expect(moneyOn(plan(tenWithManualDiscount, { amounts: { discounts: { as: 'spread' } } }))).toEqual({
			lines: [
				[8001, 2, 227.48, 454.96],
				[8001, 8, 227.49, 1819.92],
			],
			taxAmount: 125.12,
		});
	});

	it('books it on the discount item', () => {
		const amounts = { discounts: { as: 'itemLine' as const, item: { id: 77 } } };
		expect(moneyOn(plan(tenWithManualDiscount, { amounts }))).toEqual({
			lines: [
				[8001, 3, 236.96, 710.88],
				[8001, 7, 236.97, 1658.79],
				[77, 1, -94.79, -94.79],
			],
			taxAmount: 125.12,
		});
	});

	it('may be written, and says what it adds up', () => {
		const { held, warnings, totalCheck } = plan(tenWithManualDiscount);
		expect([...held, ...warnings]).toEqual([]);
		expect(totalCheck).toMatchObject({
			matches: true,
			orderTotal: '2400.00',
			documentTotal: '2400.00',
			difference: '0.00',
			order: { lines: '2369.67', discounts: '-94.79', tax: '125.12' },
		});
	});
});

/** Totals, shipping and two of the lines as in BigCommerce's published order 247; the third line makes up the rest. */
const severalItems = orderOf(
	[
		line(240, '235.0000', 4, {
			price_ex_tax: '217.0900',
			total_ex_tax: '868.3600',
			total_inc_tax: '940.0000',
			total_tax: '71.6400',
		}),
		line(238, '45.0000', 1, { price_ex_tax: '41.5700', total_ex_tax: '41.5700', total_tax: '3.4300' }),
		line(239, '7.8700', 2, { price_ex_tax: '7.2700', total_ex_tax: '14.5400', total_tax: '1.2000' }),
	],
	{
		...taxInclusive,
		subtotal_ex_tax: '924.47',
		subtotal_inc_tax: '1000.74',
		shipping_cost_ex_tax: '7.39',
		shipping_cost_inc_tax: '8',
		shipping_cost_tax: '0.61',
		total_ex_tax: '931.86',
		total_inc_tax: '1008.74',
		total_tax: '76.88',
	},
);

it('takes the tax out of every price of a tax-inclusive order with shipping', () => {
	const planned = plan(severalItems);
	expect(planned.held).toEqual([]);
	expect(moneyOn(planned)).toEqual({
		lines: [
			[8240, 4, 217.09, 868.36],
			[8238, 1, 41.57, 41.57],
			[8239, 2, 7.27, 14.54],
		],
		shippingAmount: 7.39,
		taxAmount: 76.88,
	});
});

it('books shipping on its item', () => {
	const shipping = { as: 'itemLine' as const, item: { id: 55 } };
	expect(moneyOn(plan(severalItems, { amounts: { shipping } }))).toMatchObject({
		lines: [{}, {}, {}, [55, 1, 7.39, 7.39]],
		taxAmount: 76.88,
	});
});

/** Totals as in BigCommerce's published order 218: a manual discount and a coupon of 5.00 each. */
const discountAndCoupon = orderOf(
	[
		line(1, '20.0000', 2, {
			total_ex_tax: '36.9515',
			total_tax: '2.8200',
			discounted_total_inc_tax: '37.0500',
			applied_discounts: [{ id: 'manual-discount', amount: '2.9500', code: null }],
		}),
		line(2, '13.9200', 2, {
			total_ex_tax: '25.7182',
			total_tax: '1.5800',
			discounted_total_inc_tax: '20.7900',
			applied_discounts: [
				{ id: 'manual-discount', amount: '2.0500', code: null },
				{ id: 'coupon', amount: '5.0000', code: 'SPRING', target: 'product' },
			],
		}),
	],
	{
		...taxInclusive,
		subtotal_ex_tax: '62.6793',
		subtotal_inc_tax: '67.8400',
		subtotal_tax: '4.4000',
		shipping_cost_ex_tax: '11.0900',
		shipping_cost_inc_tax: '12.0000',
		shipping_cost_tax: '0.9100',
		total_ex_tax: '64.5300',
		total_inc_tax: '69.8400',
		total_tax: '5.3100',
		discount_amount: '5.0000',
		coupon_discount: '5.0000',
	},
);

describe('a tax-inclusive order with a manual discount and a coupon', () => {
	it('adds them up in the header', () => {
		expect(moneyOn(plan(discountAndCoupon))).toEqual({
			lines: [
				[8001, 1, 18.47, 18.47],
				[8001, 1, 18.48, 18.48],
				[8002, 2, 12.86, 25.72],
			],
			discountAmount: -9.23,
			shippingAmount: 11.09,
			taxAmount: 5.31,
		});
	});

	it('spreads each over the lines it hits', () => {
		const planned = plan(discountAndCoupon, { amounts: { discounts: { as: 'spread' } } });
		expect(moneyOn(planned)).toEqual({
			lines: [
				[8001, 1, 17.11, 17.11],
				[8001, 1, 17.12, 17.12],
				[8002, 1, 9.6, 9.6],
				[8002, 1, 9.61, 9.61],
			],
			shippingAmount: 11.09,
			taxAmount: 5.31,
		});
		expect(planned.document.lines[3].description).toBe(
			'Product 2\nDiscount -6.51 included\n(split to come to 19.21 exactly: 1 × 9.60 + 1 × 9.61)',
		);
	});

	it('names the coupon on a discount line', () => {
		const amounts = { discounts: { as: 'itemLine' as const, item: { id: 77 } } };
		const { document } = plan(discountAndCoupon, { amounts });
		expect(document.lines.at(-1)).toEqual({
			lineNumber: 4,
			item: { id: 77 },
			description: 'Discount: SPRING',
			quantity: 1,
			unitprice: -9.23,
			amount: -9.23,
			tax: { taxable: true },
		});
	});
});

/** Two lines of BigCommerce's published order 149: a towel with a manual discount, and the free pick-list option that comes with it. */
const pickList = orderOf(
	[
		line(65, '55.9900', 1, {
			price_inc_tax: '65.2300',
			total_inc_tax: '65.2300',
			total_tax: '9.2400',
			discounted_total_inc_tax: '63.6400',
			applied_discounts: [{ id: 'manual-discount', amount: '1.5900', code: null, target: 'order' }],
			product_options: [
				{ display_name: 'Size', display_value: 'S' },
				{ display_name: 'Color', display_value: 'Orange' },
			],
		}),
		line(66, '0.0000', 1, { parent_order_product_id: 65, is_bundled_product: true }),
	],
	{
		subtotal_inc_tax: '65.2300',
		total_ex_tax: '54.4000',
		total_inc_tax: '63.6400',
		total_tax: '9.2400',
		discount_amount: '1.5900',
	},
);

it('keeps the option of a pick list as a line of its own', () => {
	const planned = plan(pickList);
	expect(planned.held).toEqual([]);
	expect(moneyOn(planned)).toEqual({
		lines: [
			[8065, 1, 55.99, 55.99],
			[8066, 1, 0, 0],
		],
		discountAmount: -1.59,
		taxAmount: 9.24,
	});
	expect(planned.document.lines[0]).toMatchObject({
		description: 'Product 65; Size: S; Color: Orange',
		tax: { taxable: true },
	});
	expect(planned.document.lines[1].tax).toEqual({ taxable: false });
});

it.each<[string, string, string, BigCommerceOrder, object]>([
	[
		'USD',
		'10.00 for three',
		'Product 1\n(split to come to 10.00 exactly: 2 × 3.33 + 1 × 3.34)',
		orderOf([line(1, '3.3333', 3, { total_ex_tax: '10.0000', total_inc_tax: '10.0000' })]),
		[
			[8001, 2, 3.33, 6.66],
			[8001, 1, 3.34, 3.34],
		],
	],
	[
		'JPY',
		'1000 for three',
		'Product 1\n(split to come to 1000 exactly: 2 × 333 + 1 × 334)',
		orderOf([line(1, '333.3333', 3, { total_ex_tax: '1000.0000', total_inc_tax: '1000.0000' })], {
			default_currency_code: 'JPY',
		}),
		[
			[8001, 2, 333, 666],
			[8001, 1, 334, 334],
		],
	],
	[
		'KWD',
		'1.000 for three',
		'Product 1\n(split to come to 1.000 exactly: 2 × 0.333 + 1 × 0.334)',
		orderOf([line(1, '0.3333', 3, { total_ex_tax: '1.0000', total_inc_tax: '1.0000' })], {
			default_currency_code: 'KWD',
		}),
		[
			[8001, 2, 0.333, 0.666],
			[8001, 1, 0.334, 0.334],
		],
	],
])('splits a line whose price is not whole in %s: %s', (_currency, _what, description, order, lines) => {
	const planned = plan(order);
	expect(codes(planned.held)).toEqual([]);
	expect(moneyOn(planned)).toEqual({ lines });
	expect(planned.document.lines.map((one) => one.description)).toEqual([description, description]);
});

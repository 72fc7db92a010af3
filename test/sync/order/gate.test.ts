import { codes, line, moneyOn, orderOf, plan } from '../support/orders';

const taxed = () =>
	orderOf([line(1, '10.0000', 2, { total_tax: '2.0000' }), line(2, '5.0000', 1, { total_tax: '0.5000' })], {
		total_tax: '2.5000',
		total_inc_tax: '32.5000',
		shipping_cost_ex_tax: '5.0000',
		shipping_cost_inc_tax: '5.0000',
		shipping_cost_tax: '0.0000',
		total_ex_tax: '30.0000',
	});

it('lets an order through whose figures agree', () => {
	const planned = plan(taxed());
	expect(planned.held).toEqual([]);
	expect(planned.totalCheck).toMatchObject({ matches: true, orderTotal: '32.50', documentTotal: '32.50' });
});

it('names the component, what it is, and what it should be', () => {
	const [reason] = plan({ ...taxed(), shipping_cost_ex_tax: '4.9900' }).held;
	expect(reason).toMatchObject({
		code: 'TOTALS_DISAGREE',
		message:
			"Order 105: shipping is 4.99, but the order's other figures call for 5.00: a difference of -0.01.",
		details: { components: ['shipping'], stated: '4.99', expected: '5.00', difference: '-0.01' },
	});
});

it('names the line whose price and total do not fit', () => {
	const order = taxed();
	(order.products ?? [])[1].total_ex_tax = '5.1000';
	const [reason] = plan(order).held;
	expect(reason.message).toContain('the sum of the lines (line 2, Product 2) is 25.10');
	expect(reason.details).toMatchObject({ components: ['lines'], lineId: 2 });
});

it('names every component that may be meant when the order does not tell them apart', () => {
	const [reason] = plan({ ...taxed(), total_ex_tax: '29.0000', total_inc_tax: '31.5000' }).held;
	expect(reason.details?.components).toEqual(['discount', 'coupon']);
	expect(reason.message).toContain('the discount or the coupon discount is 0.00');
});

it('does not suspect a figure that would have to be negative', () => {
	const [reason] = plan({ ...taxed(), shipping_cost_ex_tax: '4.9900', shipping_cost_tax: undefined }).held;
	expect(reason.details?.components).not.toContain('discount');
	expect(reason.details?.components).toContain('shipping');
});

it('shows an honest document for an order that is held', () => {
	const { totalCheck } = plan({ ...taxed(), total_inc_tax: '40.0000' });
	expect(totalCheck).toMatchObject({
		matches: false,
		orderTotal: '40.00',
		documentTotal: '32.50',
		difference: '-7.50',
	});
});

it('asks for the fees when the total is more than the parts and they were not read', () => {
	const order = { ...taxed(), total_ex_tax: '33.0000', total_inc_tax: '35.5000' };
	const link = { url: 'https://api.example.com/v2/orders/105/fees' } as never;
	expect(plan({ ...order, fees: link }).held[0]).toMatchObject({
		code: 'FEES_NOT_READ',
		details: { expected: '3.00' },
	});
	expect(codes(plan({ ...order, fees: [] }).held)).toEqual(['TOTALS_DISAGREE']);
});

it('reads fees that misspell their cost without tax', () => {
	const fee = {
		id: 1,
		display_name_merchant: 'Insurance',
		cost_exc_tax: '3.0000',
		cost_inc_tax: '3.0000',
		cost_tax: '0.0000',
	};
	const planned = plan({ ...taxed(), total_ex_tax: '33.0000', total_inc_tax: '35.5000', fees: [fee] });
	expect(planned.held).toEqual([]);
	expect(planned.document.shippingAmount).toBe(8);
});

describe('a rounding difference that is allowed', () => {
	const order = { ...taxed(), total_inc_tax: '32.5100', total_ex_tax: '30.0100' };

	it('is held by default', () => expect(codes(plan(order).held)).toEqual(['TOTALS_DISAGREE']));

	it('is put on the largest amount, with a warning', () => {
		const planned = plan(order, { amounts: { allowedRounding: 1 } });
		expect(planned.held).toEqual([]);
		expect(planned.warnings).toMatchObject([{ code: 'ROUNDING_MOVED', details: { where: ['line 1'] } }]);
		expect(moneyOn(planned)).toMatchObject({
			lines: [
				[8001, 1, 10, 10],
				[8001, 1, 10.01, 10.01],
				[8002, 1, 5, 5],
			],
			taxAmount: 2.5,
		});
	});

	it('is still held when larger', () => {
		const planned = plan(
			{ ...order, total_inc_tax: '32.5200', total_ex_tax: '30.0200' },
			{ amounts: { allowedRounding: 1 } },
		);
		expect(codes(planned.held)).toEqual(['TOTALS_DISAGREE']);
	});
});

it.each([
	['total_inc_tax', undefined, 'is missing'],
	['total_tax', 'n/a', 'is not a number ("n/a")'],
	['shipping_cost_ex_tax', '1,50', 'is not a number ("1,50")'],
	['discount_amount', NaN, 'is not a number ("NaN")'],
])('holds an order whose %s is %p', (field, value, words) => {
	const { held } = plan({ ...taxed(), [field]: value });
	expect(held).toMatchObject([{ code: 'AMOUNT_UNREADABLE', details: { field } }]);
	expect(held[0].message).toContain(`${field} of the order ${words}`);
});

it('holds an order with an unreadable line', () => {
	const order = orderOf([line(1, '10.0000')]);
	Object.assign((order.products ?? [])[0], { total_ex_tax: 'x' });
	expect(plan(order).held).toMatchObject([{ code: 'AMOUNT_UNREADABLE' }]);
});

it.each([undefined, []])('holds an order with the lines %p', (products) => {
	expect(codes(plan({ ...taxed(), products }).held)).toEqual(['ORDER_WITHOUT_LINES']);
});

it('holds negative charges and discounts', () => {
	const total = { total_ex_tax: '24.0000', total_inc_tax: '24.0000' };
	const negative = { shipping_cost_ex_tax: '-1.0000', shipping_cost_inc_tax: '-1.0000' };
	expect(codes(plan(orderOf([line(1, '25.0000')], { ...total, ...negative })).held)).toContain(
		'CHARGE_NEGATIVE',
	);
	const surcharge = { discount_amount: '-1.0000', total_ex_tax: '26.0000', total_inc_tax: '26.0000' };
	expect(codes(plan(orderOf([line(1, '25.0000')], surcharge)).held)).toContain('DISCOUNT_NEGATIVE');
});

it('takes a line with a negative amount', () => {
	const planned = plan(orderOf([line(1, '25.0000'), line(2, '-1.0000', 3, { price_ex_tax: '-1.0000' })]));
	expect(planned.held).toEqual([]);
	expect(moneyOn(planned)).toEqual({
		lines: [
			[8001, 1, 25, 25],
			[8002, 3, -1, -3],
		],
	});
});

describe('an order that does not say how prices were entered', () => {
	/** Discounted, so that only one way of reading it adds up. */
	const inclusive = (fields: object) => ({
		...orderOf(
			[
				line(1, '250.0000', 10, {
					price_ex_tax: '236.9667',
					total_ex_tax: '2369.6667',
					total_inc_tax: '2500.0000',
					total_tax: '125.1200',
					discounted_total_inc_tax: '2400.0000',
					applied_discounts: [{ id: 'manual-discount', amount: '100.0000', code: null }],
					...fields,
				}),
			],
			{
				subtotal_ex_tax: '2369.6667',
				subtotal_inc_tax: '2500.0000',
				total_ex_tax: '2274.8800',
				total_inc_tax: '2400.0000',
				total_tax: '125.1200',
				discount_amount: '100.0000',
			},
		),
		is_tax_inclusive_pricing: undefined,
	});

	it.each([
		['the setting', {}, { amounts: { pricesEnteredWithTax: true } }],
		['the total as entered', { total_ex_tax: '2369.6700', base_total: '2500.0000' }, {}],
		['the figures that are not whole', {}, {}],
	])('is understood by %s', (_by, fields, settings) => {
		const planned = plan(inclusive(fields), settings);
		expect(planned.held).toEqual([]);
		expect(planned.document).toMatchObject({ discountAmount: -94.79, taxAmount: 125.12 });
	});

	it('is held when the setting is wrong, or the order itself', () => {
		const wrong = { amounts: { pricesEnteredWithTax: false } };
		expect(codes(plan(inclusive({}), wrong).held)).toEqual(['TOTALS_DISAGREE']);
		expect(codes(plan({ ...inclusive({}), is_tax_inclusive_pricing: false }).held)).toEqual([
			'TOTALS_DISAGREE',
		]);
	});

	it('is taken at its word before the setting', () => {
		const wrong = { amounts: { pricesEnteredWithTax: false } };
		expect(plan({ ...inclusive({}), is_tax_inclusive_pricing: true }, wrong).held).toEqual([]);
	});

	it('is taken for tax-exclusive when nothing speaks against it', () => {
		expect(plan({ ...taxed(), is_tax_inclusive_pricing: undefined }).held).toEqual([]);
	});
});

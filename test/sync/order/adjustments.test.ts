import type { OrderCoupon, OrderProduct } from '../../../sync/bigCommerceOrder';
import { codes, line, moneyOn, orderOf, plan } from '../support/orders';

const charged = orderOf([line(1, '10.0000', 2)], {
	shipping_cost_ex_tax: '5.0000',
	shipping_cost_inc_tax: '5.5000',
	shipping_cost_tax: '0.5000',
	handling_cost_ex_tax: '2.0000',
	handling_cost_inc_tax: '2.0000',
	wrapping_cost_ex_tax: '1.5000',
	wrapping_cost_inc_tax: '1.5000',
	fees: [
		{
			id: 1,
			display_name_merchant: 'Insurance',
			cost_ex_tax: '3.0000',
			cost_inc_tax: '3.0000',
			cost_tax: '0.0000',
		},
	],
	total_ex_tax: '31.5000',
	total_inc_tax: '32.0000',
	total_tax: '0.5000',
	shipping_addresses: [{ id: 4, shipping_method: 'UPS Ground' }],
});

it('puts every charge into the shipping amount by default, and says so of those that are no shipping', () => {
	const planned = plan(charged);
	expect(planned.held).toEqual([]);
	expect(moneyOn(planned)).toEqual({ lines: [[8001, 2, 10, 20]], shippingAmount: 11.5, taxAmount: 0.5 });
	expect(planned.document.shippingTaxable).toBe(true);
	expect(planned.warnings.map(({ code, details }) => [code, details?.amount])).toEqual([
		['CHARGE_IN_SHIPPING', '1.50'],
		['CHARGE_IN_SHIPPING', '3.00'],
	]);
	expect(planned.totalCheck.order).toMatchObject({
		shipping: '5.00',
		handling: '2.00',
		wrapping: '1.50',
		fees: '3.00',
	});
});

it('books every charge on an item of its own when told to', () => {
	const on = (id: number) => ({ as: 'itemLine' as const, item: { id } });
	const amounts = { shipping: on(1), handling: on(2), wrapping: on(3), fees: on(4) };
	const planned = plan(charged, { amounts });
	expect(moneyOn(planned)).toEqual({
		lines: [
			[8001, 2, 10, 20],
			[1, 1, 5, 5],
			[2, 1, 2, 2],
			[3, 1, 1.5, 1.5],
			[4, 1, 3, 3],
		],
		taxAmount: 0.5,
	});
	expect(planned.document.lines.slice(1).map(({ description, tax }) => [description, tax.taxable])).toEqual([
		['Shipping: UPS Ground', true],
		['Handling', false],
		['Gift wrapping', false],
		['Insurance', false],
	]);
	expect(planned.warnings).toEqual([]);
});

it('asks for the item of a line that is wanted but has none', () => {
	const planned = plan(charged, { amounts: { shipping: { as: 'itemLine' }, discounts: { as: 'itemLine' } } });
	expect(planned.held).toMatchObject([
		{ code: 'SETTING_ITEM_MISSING', details: { setting: 'shipping: ups ground' } },
	]);
});

it('names tax codes on the document and on each line', () => {
	const tax = { as: 'taxCode' as const, taxCode: { id: 5 }, exemptTaxCode: { id: 6 } };
	const shipping = { as: 'itemLine' as const, item: { id: 1 } };
	const { document } = plan(charged, { amounts: { tax, shipping } });
	expect(document).toMatchObject({ taxCode: { id: 5 }, taxAmount: 0.5 });
	expect(document.lines.map((one) => one.tax)).toEqual([
		{ taxable: false, taxCode: { id: 6 } },
		{ taxable: true, taxCode: { id: 5 } },
	]);
});

describe('discounts that no line shows', () => {
	const older = (coupons?: OrderCoupon[]) =>
		orderOf(
			[
				line(1, '30.0000', 1, { discounted_total_inc_tax: undefined }),
				line(2, '10.0000', 1, { discounted_total_inc_tax: undefined }),
				line(3, '25.0000', 1, { type: 'giftcertificate', discounted_total_inc_tax: undefined }),
			],
			{
				coupon_discount: '5.0000',
				coupons,
				shipping_cost_ex_tax: '6.0000',
				shipping_cost_inc_tax: '6.0000',
				total_ex_tax: '66.0000',
				total_inc_tax: '66.0000',
			},
		);
	const lines = { giftCertificateItem: { id: 3 } };
	const spread = { discounts: { as: 'spread' as const } };

	it('go into the header', () => {
		const planned = plan(older(), { lines });
		expect(planned.held).toEqual([]);
		expect(planned.document.discountAmount).toBe(-5);
	});

	it('are spread in proportion, gift certificates aside', () => {
		expect(moneyOn(plan(older(), { lines, amounts: spread }))).toEqual({
			lines: [
				[8001, 1, 26.25, 26.25],
				[8002, 1, 8.75, 8.75],
				[3, 1, 25, 25],
			],
			shippingAmount: 6,
		});
	});

	it('come off shipping when all coupons are for shipping', () => {
		const planned = plan(older([{ code: 'SHIP', type: 3 }]), { lines, amounts: spread });
		expect(planned.held).toEqual([]);
		expect(codes(planned.warnings)).toEqual(['DISCOUNT_ON_SHIPPING']);
		expect(moneyOn(planned)).toMatchObject({ lines: [{}, {}, [3, 1, 25, 25]], shippingAmount: 1 });
	});
});

describe('shares of discounts that do not add up to the discount', () => {
	const shared = (share: string, fields = {}) =>
		orderOf(
			[1, 2, 3].map((id) =>
				line(id, '50.0000', 1, {
					discounted_total_inc_tax: (50 - Number(share)).toFixed(4),
					applied_discounts: [{ id: 'manual-discount', amount: share, code: null }],
				}),
			),
			{ discount_amount: '10.0000', total_ex_tax: '140.0000', total_inc_tax: '140.0000', ...fields },
		);

	it.each(['3.3300', '3.3333'])('by rounding to %s are put right', (share) => {
		const header = plan(shared(share));
		expect(header.held).toEqual([]);
		expect(header.warnings).toEqual([]);
		expect(header.document.discountAmount).toBe(-10);
		const spread = plan(shared(share), { amounts: { discounts: { as: 'spread' } } });
		expect(spread.held).toEqual([]);
		expect(codes(spread.warnings)).toEqual(['ROUNDING_MOVED']);
		const amounts = spread.document.lines.map(({ amount }) => amount);
		expect([...amounts].sort()).toEqual([46.66, 46.67, 46.67]);
	});

	it('never take more off a line than it costs', () => {
		const discounted = (id: number, price: string, share: string) =>
			line(id, price, 1, {
				discounted_total_inc_tax: (Number(price) - Number(share)).toFixed(4),
				applied_discounts: [{ id: 'manual-discount', amount: share, code: null }],
			});
		const products = [discounted(1, '50.0000', '50.0000'), discounted(2, '10.0000', '3.3300')];
		const total = { discount_amount: '53.3400', total_ex_tax: '6.6600', total_inc_tax: '6.6600' };
		const planned = plan(orderOf(products, total), { amounts: { discounts: { as: 'spread' } } });
		expect(planned.document.lines.map(({ amount }) => amount)).toEqual([0, 6.66]);
	});

	it('leave the rest to shipping', () => {
		const order = shared('2.0000', {
			shipping_cost_ex_tax: '6.0000',
			shipping_cost_inc_tax: '6.0000',
			total_ex_tax: '146.0000',
			total_inc_tax: '146.0000',
		});
		const planned = plan(order, { amounts: { discounts: { as: 'spread' } } });
		expect(planned.held).toEqual([]);
		expect(planned.document.shippingAmount).toBe(2);
		expect(plan(order).document).toMatchObject({ discountAmount: -10, shippingAmount: 6 });
	});

	it('are held when shipping is too small for the rest', () => {
		const planned = plan(shared('2.0000'), { amounts: { discounts: { as: 'spread' } } });
		expect(codes(planned.held)).toContain('DISCOUNT_UNPLACED');
	});

	it('are held when they are too large', () => {
		expect(plan(shared('5.0000')).held).toMatchObject([
			{ code: 'DISCOUNTS_DISAGREE', details: { stated: '15.00', expected: '10.00', difference: '5.00' } },
		]);
	});
});

it('shows a discount of a cent although rounding hides it on the line with the larger share', () => {
	const discounted = (id: number, price: string, share: string, fields: Partial<OrderProduct>) =>
		line(id, price, 1, {
			applied_discounts: [{ id: 'manual-discount', amount: share, code: null }],
			...fields,
		});
	const order = orderOf(
		[
			discounted(1, '10.0000', '0.0040', {
				total_ex_tax: '8.3349',
				total_tax: '1.6600',
				discounted_total_inc_tax: '9.9960',
			}),
			discounted(2, '0.5000', '0.0060', {
				total_ex_tax: '0.4167',
				total_tax: '0.0800',
				discounted_total_inc_tax: '0.4940',
			}),
		],
		{
			is_tax_inclusive_pricing: true,
			subtotal_ex_tax: '8.7516',
			subtotal_inc_tax: '10.5000',
			discount_amount: '0.0100',
			total_ex_tax: '8.7500',
			total_inc_tax: '10.4900',
			total_tax: '1.7400',
		},
	);
	expect(moneyOn(plan(order))).toEqual({
		lines: [
			[8001, 1, 8.34, 8.34],
			[8002, 1, 0.42, 0.42],
		],
		discountAmount: -0.01,
		taxAmount: 1.74,
	});
});

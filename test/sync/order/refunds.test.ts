import { codes, line, orderOf, plan, type BigCommerceOrder } from '../support/orders';

const leaveOut = { eligibility: { refundedUnits: 'leaveOut' as const } };
const jars = (quantity_refunded: unknown, fields: object = {}) =>
	orderOf([line(1, '4.5000', 10, { quantity_refunded, ...fields } as never)]);

describe('units refunded before the import', () => {
	it('hold the order by default, and are named with their line', () => {
		const { held } = plan(jars(3));
		expect(held.map(({ code, message }) => [code, message])).toEqual([
			['UNITS_REFUNDED', 'Order 105: 3 of 10 units of line 1 (SKU-1) were refunded before the import.'],
		]);
		expect(held[0].fix).toContain("'Refunded Units' under 'Which Orders'");
	});

	it('are read from text, and from a line that is only said to be refunded', () => {
		expect(codes(plan(jars('3')).held)).toEqual(['UNITS_REFUNDED']);
		const [{ code, message }] = plan(jars(0, { is_refunded: true })).held;
		expect([code, message]).toEqual([
			'UNITS_REFUNDED',
			'Order 105: an unknown number of units of line 1 (SKU-1) were refunded before the import.',
		]);
	});

	it('are left out by choice, with what they cost', () => {
		const { held, document, totalCheck, warnings } = plan(jars(3), leaveOut);
		expect(held).toEqual([]);
		expect(document.lines.map(({ quantity, amount }) => [quantity, amount])).toEqual([[7, 31.5]]);
		expect(totalCheck).toMatchObject({ matches: true, orderTotal: '31.50', documentTotal: '31.50' });
		expect(codes(warnings)).toEqual(['REFUNDED_UNITS_LEFT_OUT']);
	});

	it('leave lines of which nothing is left', () => {
		const order = orderOf([line(1, '4.5000', 2, { quantity_refunded: 2 }), line(2, '1.0000', 1)]);
		const { document } = plan(order, leaveOut);
		expect(document.lines.map(({ item, amount }) => [item.name, amount])).toEqual([['Item 2', 1]]);
	});

	it('take their share of tax, discounts and coupons along', () => {
		const fields = {
			total_inc_tax: '44.0000',
			total_tax: '2.0000',
			discounted_total_inc_tax: '32.0000',
			applied_discounts: [
				{ id: 'a', amount: '6.0000', code: null },
				{ id: 'b', amount: '6.0000', code: 'SAVE' },
			],
			quantity_refunded: 3,
		};
		const totals = {
			subtotal_inc_tax: '44.0000',
			discount_amount: '6.0000',
			coupon_discount: '6.0000',
			total_ex_tax: '30.0000',
			total_inc_tax: '32.0000',
			total_tax: '2.0000',
		};
		const order = orderOf([line(1, '4.2000', 10, fields as never)], totals);
		const { held, document, totalCheck } = plan(order, {
			...leaveOut,
			amounts: { allowedRounding: 0 },
		});
		expect(codes(held)).toEqual([]);
		expect(document).toMatchObject({ discountAmount: -8.4, taxAmount: 1.4 });
		expect(document.lines[0]).toMatchObject({ quantity: 7, amount: 29.4 });
		expect(totalCheck).toMatchObject({ matches: true, orderTotal: '22.40' });
	});

	it('works where prices are with tax, too', () => {
		const fields = {
			price_ex_tax: '10.0000',
			price_inc_tax: '12.0000',
			total_ex_tax: '100.0000',
			total_inc_tax: '120.0000',
			total_tax: '20.0000',
			base_total: '120.0000',
			discounted_total_inc_tax: '120.0000',
			quantity_refunded: 4,
		};
		const order = orderOf([line(1, '10.0000', 10, fields)], {
			is_tax_inclusive_pricing: true,
			subtotal_inc_tax: '120.0000',
			total_inc_tax: '120.0000',
			total_tax: '20.0000',
		});
		const { held, totalCheck, document } = plan(order, leaveOut);
		expect(codes(held)).toEqual([]);
		expect(document.taxAmount).toBe(12);
		expect(totalCheck.documentTotal).toBe('72.00');
	});

	it.each<[string, BigCommerceOrder, string]>([
		['all units', jars(10), 'REFUND_NOT_CLEAR'],
		['more units than there are', jars(11), 'REFUND_NOT_CLEAR'],
		['part of a unit', jars(1.5), 'REFUND_NOT_CLEAR'],
		['fewer than none', jars(-1), 'REFUND_NOT_CLEAR'],
		['nobody knows how many', jars(0, { is_refunded: true }), 'REFUND_NOT_CLEAR'],
		['quantities that may have been lowered', { ...jars(3), items_total: 13 }, 'REFUND_NOT_CLEAR'],
		[
			'a discount that is on no line',
			{ ...jars(3), discount_amount: '5.0000', total_ex_tax: '40.0000', total_inc_tax: '40.0000' },
			'REFUND_NOT_CLEAR',
		],
		[
			'tax that does not divide',
			{
				...jars(3, { total_tax: '3.7100', total_inc_tax: '48.7100', discounted_total_inc_tax: '48.7100' }),
				subtotal_inc_tax: '48.7100',
				total_inc_tax: '48.7100',
				total_tax: '3.7100',
			},
			'REFUND_NOT_TO_THE_CENT',
		],
	])('hold where it cannot be told what is left: %s', (_, order, code) => {
		expect(codes(plan(order, leaveOut).held)).toEqual([code]);
	});

	it('are rounded where that is allowed, and come to a total that agrees', () => {
		const tax = { total_tax: '3.7100', total_inc_tax: '48.7100', discounted_total_inc_tax: '48.7100' };
		const order = {
			...jars(3, tax),
			subtotal_inc_tax: '48.7100',
			total_inc_tax: '48.7100',
			total_tax: '3.7100',
		};
		const { held, totalCheck } = plan(order, { ...leaveOut, amounts: { allowedRounding: 1 } });
		expect(codes(held)).toEqual([]);
		expect(totalCheck.documentTotal).toBe('34.10');
	});
});

describe('a payment that was refunded', () => {
	const paidOnly = { type: 'byPayment' as const, eligibility: { payment: 'paid' as const } };
	const paidBy = (payment_status: string) => orderOf([line(1, '20.0000', 3)], { payment_status });

	it.each([
		'partially refunded',
		'Partially Refunded ',
		'partially_refunded',
		'refund pending',
		'pending refund',
	])('is a payment: %s', (status) => {
		const { held, type, warnings } = plan(paidBy(status), paidOnly);
		expect([held, type, codes(warnings)]).toEqual([[], 'salesReceipt', ['PART_OF_PAYMENT_REFUNDED']]);
	});

	it.each(['refunded', 'Refunded', 'fully refunded'])('holds the order where all went back: %s', (status) => {
		const { held } = plan(paidBy(status), paidOnly);
		expect(codes(held)).toEqual(['PAYMENT_REFUNDED']);
		expect(held[0].fix).not.toContain('Capture');
	});

	describe('without a word on which units', () => {
		const byHand = (fields: object) => orderOf([line(1, '4.5000', 10)], fields);
		const settings = [undefined, leaveOut];
		const signs = { status_id: 14, status: 'Partially Refunded', payment_status: 'captured' };

		it.each<[string, object]>([
			['that nobody looked for', signs],
			['that is on no record', { ...signs, refunds_found: 'none' }],
			['of another line', { ...signs, refunds_found: 'units' }],
			['by the payment alone', { payment_status: 'partially refunded', refunds_found: 'none' }],
			['of all', { ...signs, status_id: 4, status: 'Refunded', refunds_found: 'none' }],
			['as text', { ...signs, status_id: '14' as never }],
		])('holds the order whatever is chosen: a refund %s', (_, fields) => {
			for (const chosen of settings) {
				const own = { eligibility: { statusIds: [], ...chosen?.eligibility } };
				const { held, warnings } = plan(byHand(fields), own);
				expect([codes(held), codes(warnings)]).toEqual([['REFUND_NOT_ON_RECORD'], []]);
			}
		});

		it('holds it where refunds may not be read, and names the scope', () => {
			for (const chosen of settings) {
				const { held } = plan(byHand({ ...signs, refunds_found: 'unreadable' }), chosen);
				expect(codes(held)).toEqual(['REFUNDS_UNREADABLE']);
				expect(held[0].fix).toContain('the scope Orders');
			}
		});

		it('warns where the refund is of money alone', () => {
			for (const chosen of settings) {
				const { held, warnings } = plan(byHand({ ...signs, refunds_found: 'money' }), chosen);
				expect([codes(held), codes(warnings)]).toEqual([[], ['PART_OF_PAYMENT_REFUNDED']]);
				expect(warnings[0].message).toContain('no line says which units');
			}
		});

		it('says nothing of an order without a sign of a refund', () => {
			const { held, warnings } = plan(byHand({ refunds_found: 'unreadable', payment_status: 'captured' }));
			expect([codes(held), codes(warnings)]).toEqual([[], []]);
		});
	});

	it.each(['pending', 'void', 'authorized', ''])('is not taken for one: %p', (status) => {
		expect(codes(plan(paidBy(status), paidOnly).held)).toEqual(['PAYMENT_NOT_MADE']);
	});
});

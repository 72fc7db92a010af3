import { createShop } from '../../sandbox/shop/createShop';
import { orderCases } from '../../sandbox/shop/orders/orderCases';
import type { OrderLine, OrderRecord } from '../../sandbox/shop/orders/orderRecord';

const lastOrderAt = Date.UTC(2026, 2, 1);

/** Ten-thousandths of a major unit: every amount is text with four decimals. */
function exact(amount: unknown): number {
	if (typeof amount !== 'string' || !/^-?\d+\.\d{4}$/.test(amount))
		throw new Error(`Not an amount: ${amount}`);
	return Math.round(Number(amount) * 10_000);
}

function total<T>(rows: T[], amount: (row: T) => number): number {
	return rows.reduce((sum, row) => sum + amount(row), 0);
}

function discountOf(line: OrderLine): number {
	return total(line.applied_discounts as Array<{ amount: string }>, ({ amount }) => exact(amount));
}

/** The tax mode, told from the money: where both are the same there was no tax and the mode does not matter. */
function isTaxInclusive(order: OrderRecord): boolean {
	return order.lines.every((line) => exact(line.base_total) === exact(line.total_inc_tax));
}

/** The sums that must agree in one line, as [what, one side, other side]. */
function lineSums(order: OrderRecord, line: OrderLine): Array<[string, number, number]> {
	const entered = isTaxInclusive(order) ? 'inc_tax' : 'ex_tax';
	const net = exact(line.discounted_total_inc_tax) - (isTaxInclusive(order) ? 0 : exact(line.total_tax));
	return [
		[
			'unit price x quantity',
			exact(line[`price_${entered}`]) * line.quantity,
			exact(line[`total_${entered}`]),
		],
		['discounted line', net, exact(line[`total_${entered}`]) - discountOf(line)],
		['discount below the line', Math.min(net, 0), 0],
	];
}

function orderSums(order: OrderRecord): Array<[string, number, number]> {
	const { fields, lines } = order;
	const costs = ['shipping_cost', 'handling_cost', 'wrapping_cost'];
	const extras = (suffix: string) =>
		total(costs, (name) => exact(fields[`${name}_${suffix}`])) +
		total(order.fees, (fee) => exact(fee[`cost_${suffix}`]));
	const shippingSaved =
		exact(fields.base_shipping_cost) -
		exact(fields[`shipping_cost_${isTaxInclusive(order) ? 'inc' : 'ex'}_tax`]);
	const paidOtherwise = exact(fields.gift_certificate_amount) + exact(fields.store_credit_amount);
	const minorUnit = fields.default_currency_code === 'JPY' ? 10_000 : 100;
	const atAddresses = (name: string) => total(order.addresses, (address) => exact(address[name]));
	return [
		[
			'total',
			exact(fields.total_inc_tax),
			total(lines, (line) => exact(line.discounted_total_inc_tax)) + extras('inc_tax'),
		],
		['tax', exact(fields.total_tax), total(lines, (line) => exact(line.total_tax)) + extras('tax')],
		['total without tax', exact(fields.total_ex_tax), exact(fields.total_inc_tax) - exact(fields.total_tax)],
		['subtotal', exact(fields.subtotal_inc_tax), total(lines, (line) => exact(line.total_inc_tax))],
		[
			'subtotal without tax',
			exact(fields.subtotal_ex_tax),
			exact(fields.subtotal_inc_tax) - exact(fields.subtotal_tax),
		],
		['discounts', exact(fields.discount_amount) + exact(fields.coupon_discount), total(lines, discountOf)],
		['whole minor units', exact(fields.total_inc_tax) % minorUnit, 0],
		['paid by credit', Math.max(paidOtherwise - exact(fields.total_inc_tax), 0), 0],
		[
			'tax rows',
			total(order.taxes, (tax) => exact(tax.line_amount)) + total(order.fees, (fee) => exact(fee.cost_tax)),
			exact(fields.total_tax),
		],
		[
			'coupons',
			total(order.coupons, (coupon) => Math.round(Number(coupon.discount) * 10_000)),
			exact(fields.coupon_discount) + shippingSaved,
		],
		[
			'shipping by address',
			order.addresses.length && atAddresses('cost_inc_tax'),
			order.addresses.length && exact(fields.shipping_cost_inc_tax),
		],
		[
			'handling by address',
			order.addresses.length && atAddresses('handling_cost_inc_tax'),
			order.addresses.length && exact(fields.handling_cost_inc_tax),
		],
	];
}

function wrongSums(order: OrderRecord): string[] {
	return [...order.lines.flatMap((line) => lineSums(order, line)), ...orderSums(order)]
		.filter(([, one, other]) => one !== other)
		.map(([what, one, other]) => `order ${order.id}: ${what}: ${one} is not ${other}`);
}

describe('made-up orders', () => {
	it.each([
		['prices without tax', false],
		['prices with tax', true],
	])('add up to the minor unit in a store with %s', (_, taxInclusive) => {
		const { orders } = createShop({ seed: 11, items: 200, orders: 3000, taxInclusive, lastOrderAt });
		expect(orders.flatMap(wrongSums)).toEqual([]);
		expect(
			orders.filter((order) => order.fields.is_tax_inclusive_pricing === undefined).length,
		).toBeGreaterThan(0);
		const taxed = orders.filter(({ fields }) => exact(fields.total_tax) > 0);
		expect(taxed.filter((order) => isTaxInclusive(order) !== taxInclusive).length).toBeGreaterThan(50);
		expect(orders.filter((order) => Number(order.fields.coupon_discount) > 0).length).toBeGreaterThan(100);
	});

	it('keep the line totals undiscounted and the line tax discounted', () => {
		const { orders } = createShop({
			seed: 3,
			orders: 1,
			orderOptions: { cases: ['couponPercentage'] },
			lastOrderAt,
		});
		const [line] = orders[0].lines;
		const discounted = exact(line.total_ex_tax) - discountOf(line);
		expect(exact(line.total_ex_tax)).toBe(exact(line.base_total));
		expect(exact(line.total_tax)).toBe(Math.round((discounted * 0.0825) / 100) * 100);
		expect(exact(line.total_inc_tax) - exact(line.total_ex_tax)).toBeGreaterThan(exact(line.total_tax));
	});

	it('are the same for the same seed and others for another', () => {
		const make = (seed: number) => JSON.stringify(createShop({ seed, orders: 100, lastOrderAt }).orders);
		expect(make(5)).toBe(make(5));
		expect(make(5)).not.toBe(make(6));
	});

	it('come in every kind in a shop of the usual size', () => {
		const { orders } = createShop({ lastOrderAt });
		expect(orders.length).toBeGreaterThanOrEqual(Object.keys(orderCases).length);
		expect(new Set(orders.map((order) => order.fields.status_id))).toEqual(
			new Set(Array.from({ length: 15 }, (_, id) => id)),
		);
		expect(orders.some((order) => order.fields.customer_id === 0)).toBe(true);
		expect(orders.some((order) => order.lines.length > 50)).toBe(true);
		expect(orders.some((order) => order.fields.is_deleted)).toBe(true);
		expect(
			orders.some((order) => order.lines.some((line) => line.product_id === 0 && line.type === 'physical')),
		).toBe(true);
		expect(orders.some((order) => order.lines.some((line) => line.is_bundled_product))).toBe(true);
		expect(orders.some((order) => order.addresses.length === 2)).toBe(true);
	});

	it('spread exactly as many lines and SKUs over the orders as asked for', () => {
		const orderOptions = { totalLines: 300, distinctSkus: 150 };
		const { orders, placeOrders } = createShop({ items: 2000, orders: 100, orderOptions, lastOrderAt });
		for (const batch of [orders, placeOrders(100, lastOrderAt + 3600_000, orderOptions)]) {
			const lines = batch.flatMap((order) => order.lines);
			expect(batch).toHaveLength(100);
			expect(lines).toHaveLength(300);
			expect(new Set(lines.map((line) => line.sku)).size).toBe(150);
			expect(batch.every((order) => order.fields.status_id === 11)).toBe(true);
		}
		expect(() =>
			createShop({ items: 50, orders: 10, orderOptions: { totalLines: 99, distinctSkus: 90 } }),
		).toThrow(/matching items/);
	});
});

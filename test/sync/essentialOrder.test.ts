import { omit } from 'lodash';
import { createShop } from '../../sandbox/shop/createShop';
import type { NormalizedOrder } from '../../sync/bigCommerceOrder';
import { essentialOrder } from '../../sync/essentialOrder';
import { planSalesDocument } from '../../sync/order/planSalesDocument';
import { withDefaultSettings, type PartialSettings } from '../../sync/order/settings';
import { indexBySku, matchOrder } from '../../sync/skuMatching';
import { fieldsAskedFor, filled } from './support/fieldsAskedFor';

const shop = createShop({ seed: 11, items: 150, orders: 300 });

const orders = shop.orders.map((record) => ({
	id: record.id,
	...record.fields,
	date_created: new Date(record.createdAt).toUTCString(),
	products: record.lines,
	shipping_addresses: record.addresses,
	fees: record.fees,
	coupons: record.coupons,
	...(record.pickups.length > 0 && { pickups: record.pickups }),
})) as unknown as NormalizedOrder[];

/** As older stores send them: the tax mode is worked out from the figures. */
const ordersWithoutTaxMode = orders.map(
	(order) => omit(order, 'is_tax_inclusive_pricing') as NormalizedOrder,
);

/** Nothing in it, so that whatever stands in for a missing field is asked for too. */
const bareOrder = {
	id: 1,
	products: [{ id: 1, quantity: 1, sku: 'NONE', applied_discounts: [{}], product_options: [{}] }],
	billing_address: {},
	shipping_addresses: [{}, {}],
	fees: [{}],
} as unknown as NormalizedOrder;

const index = indexBySku(
	shop.catalogue.map(({ sku, name }, id) => ({
		id: id + 1,
		sku,
		name,
		type: 'Inventory Item',
		taxable: true,
	})),
);

const everyFieldRead: PartialSettings = {
	type: 'byPayment',
	eligibility: {
		statusIds: [],
		testOrders: { minimumTotal: 10, emailPatterns: ['*test*'] },
		payment: 'paid',
	},
	lines: { unmatched: 'createItem', taxable: 'fromItem' },
	amounts: { discounts: { as: 'spread' }, shipping: { as: 'itemLine', item: { id: 1 } } },
	fields: { comment: { customerMessage: true, staffNotes: true, shippingMethod: true } },
	payment: { deposit: 'everythingPaid' },
};

describe('essentialOrder', () => {
	it.each<[string, PartialSettings, NormalizedOrder[]]>([
		['the default settings', {}, orders],
		['settings that read every field', everyFieldRead, orders],
		['no word on the tax mode', {}, ordersWithoutTaxMode],
	])('plans as the whole order does, with %s', (_, given, shopOrders) => {
		const settings = withDefaultSettings(given);
		for (const order of shopOrders) {
			const whole = planSalesDocument(matchOrder(order, index), settings);
			expect(planSalesDocument(matchOrder(essentialOrder(order), index), settings)).toEqual(whole);
		}
	});

	it('keeps every field that planning asks for', () => {
		const asked = fieldsAskedFor((ask) => {
			for (const order of [...orders, ...ordersWithoutTaxMode, bareOrder]) {
				for (const given of [{}, everyFieldRead]) {
					planSalesDocument(ask(matchOrder(order, index)), withDefaultSettings(given));
				}
			}
		});
		// Matching puts it there, after the order was read.
		asked.line.delete('sos');
		const kept = essentialOrder({
			...filled(asked.order),
			billing_address: filled(asked.address),
			shipping_addresses: [filled(asked.address)],
			fees: [filled(asked.fee)],
			products: [
				{
					...filled(asked.line),
					applied_discounts: [filled(asked.discount)],
					product_options: [filled(asked.option)],
				},
			],
		} as unknown as NormalizedOrder);
		const [line] = kept.products ?? [];
		const lost = (fields: Set<string>, left?: object | null) =>
			[...fields].filter((field) => !(field in (left ?? {})));
		expect({
			order: lost(asked.order, kept),
			billing: lost(asked.address, kept.billing_address),
			shipping: lost(asked.address, kept.shipping_addresses?.[0]),
			fee: lost(asked.fee, kept.fees?.[0]),
			line: lost(asked.line, line),
			discount: lost(asked.discount, line.applied_discounts?.[0]),
			option: lost(asked.option, line.product_options?.[0]),
		}).toEqual({ order: [], billing: [], shipping: [], fee: [], line: [], discount: [], option: [] });
		expect([...asked.line]).toEqual(expect.arrayContaining(['base_total', 'total_exc_tax']));
	});

	it('leaves links to parts that were not read as they are', () => {
		const links = { products: { url: 'a' }, shipping_addresses: { url: 'b' }, fees: { url: 'c' } };
		expect(essentialOrder({ id: 1, ...links } as unknown as NormalizedOrder)).toEqual({ id: 1, ...links });
	});

	it('is not much more than half as large', () => {
		const size = (all: NormalizedOrder[]) => JSON.stringify(all).length;
		expect(size(orders.map(essentialOrder))).toBeLessThan(0.6 * size(orders));
	});
});

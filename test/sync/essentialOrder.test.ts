import { createShop } from '../../sandbox/shop/createShop';
import type { BigCommerceOrder } from '../../sync/bigCommerceOrder';
import { essentialOrder } from '../../sync/essentialOrder';
import { planSalesDocument } from '../../sync/order/planSalesDocument';
import { withDefaultSettings, type PartialSettings } from '../../sync/order/settings';
import { indexBySku, matchOrder } from '../../sync/skuMatching';

const shop = createShop({ seed: 11, items: 150, orders: 300 });

const orders = shop.orders.map((record) => ({
	id: record.id,
	...record.fields,
	date_created: new Date(record.createdAt).toUTCString(),
	products: record.lines,
	shipping_addresses: record.addresses,
	fees: record.fees,
	coupons: record.coupons,
})) as unknown as BigCommerceOrder[];

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
	it.each([
		['the default settings', {}],
		['settings that read every field', everyFieldRead],
	])('plans as the whole order does, with %s', (_, given) => {
		const settings = withDefaultSettings(given);
		for (const order of orders) {
			const whole = planSalesDocument(matchOrder(order, index), settings);
			expect(planSalesDocument(matchOrder(essentialOrder(order), index), settings)).toEqual(whole);
		}
	});

	it('is not much more than half as large', () => {
		const size = (all: BigCommerceOrder[]) => JSON.stringify(all).length;
		expect(size(orders.map(essentialOrder))).toBeLessThan(0.6 * size(orders));
	});
});

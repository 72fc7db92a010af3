import { withLabels } from '../../../nodes/shared/parameters/settingLabels';
import type {
	MatchedLine,
	MatchedOrder,
	NormalizedOrder,
	OrderProduct,
} from '../../../sync/bigCommerceOrder';
import { normalizeOrder } from '../../../sync/normalizeOrder';
import type {
	AddressedPlan,
	DocumentPlan,
	HeldPlan,
	ItemsMissingPlan,
	SalesDocumentPlan,
} from '../../../sync/order/plan';
import { addressed } from '../../../sync/order/plan';
import { planSalesDocument } from '../../../sync/order/planSalesDocument';
import { withDefaultSettings, type PartialSettings } from '../../../sync/order/settings';
import { withMatches } from '../../../sync/skuMatching';

/** An order as a test writes it down; its parts may be missing, or links. */
export type BigCommerceOrder = Partial<NormalizedOrder> & { id: number };

/** The SOS item that a line of these orders is matched with: its id is the line's plus 8000. */
export function itemOf(lineId: number): { id: number; name: string } {
	return { id: 8000 + lineId, name: `Item ${lineId}` };
}

/** A matched line without tax or discounts; `price` and the totals follow from each other. */
export function line(
	id: number,
	price: string,
	quantity = 1,
	fields: Partial<OrderProduct> = {},
): MatchedLine {
	const total = (Number(price) * quantity).toFixed(4);
	return {
		id,
		product_id: 70 + id,
		sku: `SKU-${id}`,
		name: `Product ${id}`,
		type: 'physical',
		quantity,
		price_ex_tax: price,
		price_inc_tax: price,
		total_ex_tax: total,
		total_inc_tax: total,
		total_tax: '0.0000',
		discounted_total_inc_tax: total,
		applied_discounts: [],
		sos: { item: { ...itemOf(id), sku: `SKU-${id}`, type: 'Inventory Item' }, packSize: 1 },
		...fields,
	} as MatchedLine;
}

/** An order in dollars, tax-exclusive and without tax, whose figures follow from its lines; `fields` go over them. */
export function orderOf(products: MatchedLine[], fields: Partial<BigCommerceOrder> = {}): MatchedOrder {
	const total = products.reduce((sum, { total_ex_tax }) => sum + Number(total_ex_tax), 0).toFixed(4);
	return {
		id: 105,
		customer_id: 11,
		status_id: 11,
		status: 'Awaiting Fulfillment',
		date_created: 'Tue, 05 Mar 2019 21:40:11 +0000',
		default_currency_code: 'USD',
		is_tax_inclusive_pricing: false,
		subtotal_ex_tax: total,
		subtotal_inc_tax: total,
		total_ex_tax: total,
		total_inc_tax: total,
		total_tax: '0.0000',
		discount_amount: '0.0000',
		coupon_discount: '0.0000',
		billing_address: {
			first_name: 'Jane',
			last_name: 'Doe',
			company: '',
			street_1: '555 East Street',
			city: 'Austin',
			state: 'Texas',
			zip: '78108',
			country: 'United States',
			country_iso2: 'US',
			phone: '512-555-0100',
			email: 'Jane.Doe@example.com',
		},
		fees: [],
		shipping_addresses: [],
		products,
		...fields,
	} as MatchedOrder;
}

/** A plan of any kind, to look into: its reasons, as the node shows them, are empty where it is not held, and it has no document where it is. */
export type AnyPlan = Omit<DocumentPlan, 'kind'> &
	Pick<HeldPlan, 'held'> &
	Pick<ItemsMissingPlan, 'itemsToCreate'>;

export function opened(plan: SalesDocumentPlan): AnyPlan {
	const held = plan.kind === 'held' ? plan.held.map(withLabels) : [];
	return { itemsToCreate: [], ...plan, held } as unknown as AnyPlan;
}

/** The order as the node reads it. */
export function matchedOf(order: BigCommerceOrder): MatchedOrder {
	const normalized = normalizeOrder({ ...order, products: order.products ?? [] });
	if (normalized.reason) throw new Error(normalized.reason.message);
	return withMatches(normalized.order);
}

/** Plans with the default settings and those given. */
export function plan(order: BigCommerceOrder, settings: PartialSettings = {}): AnyPlan {
	return opened(planSalesDocument(matchedOf(order), withDefaultSettings(settings)));
}

/** A plan that may be written: with its customer. */
export function sentPlan(order: BigCommerceOrder): AddressedPlan {
	const ready = planSalesDocument(matchedOf(order), withDefaultSettings());
	if (ready.kind !== 'ready') throw new Error(`The plan is ${ready.kind}.`);
	return addressed(ready, { id: 15 });
}

export function codes(reasons: Array<{ code: string }>): string[] {
	return reasons.map(({ code }) => code);
}

/** What a document says about money, in the order SOS adds it up. */
export function moneyOn({ document }: AnyPlan): object {
	const { discountAmount, shippingAmount, taxAmount, lines } = document;
	return {
		lines: lines.map(({ item, quantity, unitprice, amount }) => [item.id, quantity, unitprice, amount]),
		...(discountAmount !== undefined && { discountAmount }),
		...(shippingAmount !== undefined && { shippingAmount }),
		...(taxAmount !== undefined && { taxAmount }),
	};
}

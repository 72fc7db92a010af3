import * as fc from 'fast-check';
import { planSalesDocument } from '../../../sync/order/planSalesDocument';
import type { MatchedOrder } from '../../../sync/bigCommerceOrder';
import { opened, type AnyPlan } from '../support/orders';
import { choices, knowing, matched, settingsFor, type Choice } from '../support/choices';
import { bigCommerceOrder, type ShopOrder } from '../support/shopModel';
import { shopOrders } from '../support/shopOrders';
import { exact, inexactLines, sosTotal } from '../support/sosArithmetic';

const runs = 20_000;

const settings = choices.map(settingsFor);
const choiceNumbers = fc.nat(choices.length - 1);

/** An amount as BigCommerce writes it, as 10⁻⁵ of the major unit. */
function stated(text: string | number | null | undefined): number {
	return exact(Number(text));
}

/** What is wrong with a plan, in words; nothing when it is right. */
function faults(plan: AnyPlan, order: MatchedOrder, shop: ShopOrder, choice: Choice): unknown[] {
	const { document, held, totalCheck } = plan;
	const ordered = [...shop.lines.keys()].filter((index) => !shop.lines[index].giftCertificate);
	const quantities = new Map<number | undefined, number>();
	for (const { item, quantity } of document.lines) {
		quantities.set(item.id, (quantities.get(item.id) ?? 0) + exact(quantity));
	}
	const discount = stated(order.discount_amount) + stated(order.coupon_discount);
	const checks: Record<string, boolean> = {
		held: held.length === 0,
		totalCheck: totalCheck.matches,
		total: sosTotal(document) === stated(order.total_inc_tax),
		tax: exact(document.taxAmount) === stated(order.total_tax),
		lines: inexactLines(document, shop.decimals).length === 0,
		parts: document.lines.length <= 2 * shop.lines.length + 1 + 4 + shop.fees.length,
		quantities: ordered.every((index) => {
			const { quantity, packSize } = shop.lines[index];
			return quantities.get(1000 + index) === exact(quantity * packSize);
		}),
		discount:
			choice.discounts === 'header'
				? shop.inclusive || -exact(document.discountAmount) === discount
				: document.discountAmount === undefined,
		shippingAmount:
			choice.shipping === 'shippingAmount' ||
			choice.others === 'shippingAmount' ||
			document.shippingAmount === undefined,
	};
	return [...held, ...Object.keys(checks).filter((name) => !checks[name])];
}

it(`lands ${runs} orders to the minor unit, whatever the choices`, () => {
	const count = { orders: 0, orderLines: 0, documentLines: 0, taxInclusive: 0, held: 0 };
	const perChoice = choices.map(() => 0);
	const currencies: Record<string, number> = {};
	fc.assert(
		fc.property(shopOrders, choiceNumbers, (shop, number) => {
			const order = matched(bigCommerceOrder(shop), shop);
			const plan = opened(planSalesDocument(order, knowing(settings[number], shop)));
			count.orders++;
			count.orderLines += shop.lines.length;
			count.documentLines += plan.document.lines.length;
			count.taxInclusive += Number(shop.inclusive);
			count.held += Number(plan.held.length > 0);
			perChoice[number]++;
			currencies[shop.currency] = (currencies[shop.currency] ?? 0) + 1;
			const found = faults(plan, order, shop, choices[number]);
			if (found.length > 0) throw new Error(JSON.stringify({ choice: choices[number], found }, undefined, 1));
		}),
		{ numRuns: runs },
	);
	const fewestPerChoice = Math.min(...perChoice);
	console.info(
		'orders to documents:',
		JSON.stringify({ ...count, ...currencies, choices: choices.length, fewestPerChoice }),
	);
	expect({ held: count.held, everyChoiceWasTried: fewestPerChoice > 0 }).toEqual({
		held: 0,
		everyChoiceWasTried: true,
	});
});

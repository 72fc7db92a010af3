import * as fc from 'fast-check';
import type { MatchedOrder } from '../../../sync/bigCommerceOrder';
import { planSalesDocument } from '../../../sync/order/planSalesDocument';
import { opened } from '../support/orders';
import { choices, knowing, matched, settingsFor } from '../support/choices';
import { bigCommerceOrder, money, ticksIn, ticksOf, type ShopOrder } from '../support/shopModel';
import { shopOrders } from '../support/shopOrders';
import { exact, sosTotal } from '../support/sosArithmetic';

const runs = 5_000;
const settings = choices.map(settingsFor);

/** A figure that a corruption changes: where it is, and what the reason has to call it. */
interface Figure {
	component: string;
	holder: Record<string, unknown>;
	field: string;
}

/** The figures that a document is made of, and that the order's other figures vouch for. */
function figuresOf(order: MatchedOrder, { inclusive }: ShopOrder, pick: number): Figure[] {
	const side = inclusive ? 'inc' : 'ex';
	const line = (order.products ?? [])[pick % (order.products ?? []).length];
	const fee = order.fees?.length ? order.fees[pick % order.fees.length] : undefined;
	const figure = (component: string, field: string, holder: object = order) => ({
		component,
		field,
		holder: holder as Record<string, unknown>,
	});
	const charges = ['shipping', 'handling', 'wrapping'];
	const taxes = [
		figure('lineTax', 'total_tax', line),
		...charges.map((name) => figure(`${name}Tax`, `${name}_cost_tax`)),
		...(fee ? [figure('feesTax', 'cost_tax', fee)] : []),
	];
	return [
		figure('subtotal', `subtotal_${side}_tax`),
		figure('lines', `total_${side}_tax`, line),
		figure('discount', 'discount_amount'),
		figure('coupon', 'coupon_discount'),
		...charges.map((name) => figure(name, `${name}_cost_${side}_tax`)),
		...(fee ? [figure('fees', `cost_${side}_tax`, fee)] : []),
		figure('tax', 'total_tax'),
		figure('total', 'total_inc_tax'),
		...(inclusive ? taxes : [figure('totalExTax', 'total_ex_tax')]),
	];
}

const corruptions = fc.record({
	shop: shopOrders,
	figure: fc.nat(),
	pick: fc.nat(),
	choice: fc.nat(choices.length - 1),
	minorUnits: fc.oneof(
		fc.constantFrom(1, -1),
		fc.integer({ min: -999, max: 999 }).filter((units) => units !== 0),
	),
});

it(`holds every one of ${runs} orders with one wrong figure, and names the figure`, () => {
	const named: Record<string, number> = {};
	let alone = 0;
	fc.assert(
		fc.property(corruptions, ({ shop, figure, pick, choice, minorUnits }) => {
			const order = matched(bigCommerceOrder(shop), shop);
			const figures = figuresOf(order, shop, pick);
			const { component, holder, field } = figures[figure % figures.length];
			holder[field] = money(ticksOf(holder[field]) + minorUnits * ticksIn(shop.decimals));
			const { held } = opened(planSalesDocument(order, knowing(settings[choice], shop)));
			const reason = held.find(({ code }) => code === 'TOTALS_DISAGREE');
			const components = (reason?.details?.components ?? []) as string[];
			if (!components.includes(component)) {
				throw new Error(JSON.stringify({ component, field, minorUnits, held }, undefined, 1));
			}
			named[component] = (named[component] ?? 0) + 1;
			alone += Number(components.length === 1);
		}),
		{ numRuns: runs },
	);
	console.info('wrong figures held:', JSON.stringify({ runs, namedAlone: alone, ...named }));
});

it(`never writes another total when a line's own account of its discounts is wrong`, () => {
	let held = 0;
	fc.assert(
		fc.property(corruptions, ({ shop, pick, choice, minorUnits }) => {
			const order = matched(bigCommerceOrder(shop), shop);
			const line = (order.products ?? [])[pick % shop.lines.length];
			const change = minorUnits * ticksIn(shop.decimals);
			const [discount] = line.applied_discounts ?? [];
			if (shop.inclusive && line.discounted_total_inc_tax !== undefined) {
				line.discounted_total_inc_tax = money(ticksOf(line.discounted_total_inc_tax) + change);
			} else if (discount) {
				discount.amount = money(ticksOf(discount.amount) + change);
			}
			const plan = opened(planSalesDocument(order, knowing(settings[choice], shop)));
			if (plan.held.length > 0) held++;
			else expect(sosTotal(plan.document)).toBe(exact(Number(order.total_inc_tax)));
		}),
		{ numRuns: runs },
	);
	console.info('wrong shares of discounts:', JSON.stringify({ runs, held }));
});

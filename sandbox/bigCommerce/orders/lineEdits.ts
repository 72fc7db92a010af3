import { sumBy } from 'lodash';
import type { OrderLine, OrderRecord } from '../../shop/orders/orderRecord';
import { ApiProblem } from '../http/apiProblem';
import { moveStock } from './orderStock';
import type { Store } from '../store';

type Body = Record<string, unknown>;

/**
 * Applies the `products` of an order PUT: with `id` a line is changed, with quantity 0 removed, without
 * `id` one is added. A touched line loses its discounts, and the order's totals move with its lines.
 */
export function editLines(store: Store, order: OrderRecord, edits: Body[]): OrderRecord {
	let lines = order.lines;
	for (const edit of edits) {
		const line = lines.find(({ id }) => id === edit.id);
		if (edit.id !== undefined && !line) throw new ApiProblem(400, `There is no order product ${edit.id}.`);
		if (line && edit.quantity === 0) lines = lines.filter((other) => other !== line);
		else if (line) lines = lines.map((other) => (other === line ? editedLine(line, edit) : other));
		else lines = [...lines, addedLine(store, order, edit)];
	}
	if (lines.length === 0) throw new ApiProblem(400, 'An order must have at least one product.');
	if (order.stockTaken && store.settings.editOrderStockAdjustment) {
		moveStock(store, order.lines, 1);
		moveStock(store, lines, -1);
	}
	return { ...order, lines, fields: { ...order.fields, ...movedTotals(order, lines) } };
}

function editedLine(line: OrderLine, edit: Body): OrderLine {
	const quantity = Number(edit.quantity ?? line.quantity);
	if (!Number.isInteger(quantity) || quantity < 1)
		throw new ApiProblem(400, "The field 'quantity' is invalid.");
	const unitExTax = Number(edit.price_ex_tax ?? line.price_ex_tax);
	const unitIncTax = Number(edit.price_inc_tax ?? line.price_inc_tax);
	return {
		...line,
		quantity,
		...priced(unitExTax, unitIncTax, quantity),
		name: String(edit.name ?? line.name),
		applied_discounts: [],
	};
}

/** A line typed in by staff (`name`), or a catalogue product at its price. */
function addedLine({ state }: Store, order: OrderRecord, edit: Body): OrderLine {
	const product = state.products.get(Number(edit.product_id ?? 0));
	if (!product && !edit.name) throw new ApiProblem(400, "The field 'product_id' is invalid.");
	const quantity = Number(edit.quantity ?? 1);
	const variantId = Number(edit.variant_id ?? product?.base_variant_id ?? 0);
	const unitExTax = Number(edit.price_ex_tax ?? product?.price ?? 0);
	const unitIncTax = Number(edit.price_inc_tax ?? unitExTax);
	return {
		...order.lines[0],
		...priced(unitExTax, unitIncTax, quantity),
		id: state.ids.next('line'),
		product_id: product?.id ?? 0,
		variant_id: variantId,
		sku: state.variants.get(variantId)?.sku ?? String(edit.sku ?? ''),
		name: String(edit.name ?? product?.name),
		type: product?.type ?? 'physical',
		quantity,
		quantity_shipped: 0,
		quantity_refunded: 0,
		parent_order_product_id: null,
		is_bundled_product: false,
		product_options: [],
		applied_discounts: [],
	};
}

function priced(unitExTax: number, unitIncTax: number, quantity: number) {
	const cents = (amount: number) => (Math.round(amount * 100) / 100).toFixed(4);
	return {
		base_price: unitExTax.toFixed(4),
		price_ex_tax: unitExTax.toFixed(4),
		price_inc_tax: unitIncTax.toFixed(4),
		price_tax: (unitIncTax - unitExTax).toFixed(4),
		base_total: cents(unitExTax * quantity),
		total_ex_tax: cents(unitExTax * quantity),
		total_inc_tax: cents(unitIncTax * quantity),
		total_tax: cents(Number(cents(unitIncTax * quantity)) - Number(cents(unitExTax * quantity))),
		discounted_total_inc_tax: cents(unitIncTax * quantity),
	};
}

/** Order totals changed by what the lines changed by. */
function movedTotals(
	{ fields, lines: before }: OrderRecord,
	after: OrderLine[],
): Partial<OrderRecord['fields']> {
	const difference = (name: string) =>
		sumBy(after, (line) => Number(line[name])) - sumBy(before, (line) => Number(line[name]));
	const moved = (name: string, by: number) => (Number(fields[name]) + by).toFixed(4);
	const [incTax, tax] = [difference('discounted_total_inc_tax'), difference('total_tax')];
	const [subtotalExTax, subtotalIncTax] = [difference('total_ex_tax'), difference('total_inc_tax')];
	const discounts = after.flatMap((line) => line.applied_discounts);
	const taken = (isCoupon: boolean) =>
		sumBy(
			discounts.filter(({ code }) => (code !== null) === isCoupon),
			({ amount }) => Number(amount),
		).toFixed(4);
	return {
		total_inc_tax: moved('total_inc_tax', incTax),
		total_tax: moved('total_tax', tax),
		total_ex_tax: moved('total_ex_tax', incTax - tax),
		subtotal_ex_tax: moved('subtotal_ex_tax', subtotalExTax),
		subtotal_inc_tax: moved('subtotal_inc_tax', subtotalIncTax),
		subtotal_tax: moved('subtotal_tax', subtotalIncTax - subtotalExTax),
		discount_amount: taken(false),
		coupon_discount: taken(true),
		items_total: sumBy(after, (line) => line.quantity),
	};
}

import type { BigCommerceOrder, OrderAddress, OrderPickup, OrderProduct } from '../bigCommerceOrder';
import { toMinor, toText } from '../money';
import type { TextCutter } from '../textLimits';
import { personName } from './address';
import type { OrderFigures } from './figures';
import type { SalesDocumentSettings } from './settings';

/** What the document's comment tells: messages, how it ships, where the rest of it goes, and what paid for it. */
export function commentOf(
	order: BigCommerceOrder,
	figures: OrderFigures,
	{ fields }: SalesDocumentSettings,
	cutter: TextCutter,
): string | undefined {
	const { customerMessage, staffNotes, shippingMethod } = fields.comment;
	const addresses = Array.isArray(order.shipping_addresses) ? order.shipping_addresses : [];
	const paragraphs = [
		customerMessage && order.customer_message?.trim(),
		staffNotes && order.staff_notes?.trim() && `Staff notes: ${order.staff_notes.trim()}`,
		shippingMethod && addresses[0]?.shipping_method && `Ship by: ${addresses[0].shipping_method}`,
		...(order.pickups ?? []).map(pickupText),
		...addresses.slice(1).map((address) => otherAddress(address, order.products ?? [])),
		paidBy('gift certificate', figures.giftCertificate, figures),
		paidBy('store credit', figures.storeCredit, figures),
	];
	return cutter.cut(paragraphs.filter(Boolean).join('\n'), 'comment', 'the comment');
}

function pickupText({ pickup_method_display_name: method, location }: OrderPickup): string {
	return `Pickup: ${[method, location?.name].filter(Boolean).join(', ')}`;
}

function otherAddress(address: OrderAddress, products: OrderProduct[]): string {
	const where = [
		personName(address),
		address.company,
		address.street_1,
		address.street_2,
		address.city,
		address.state,
		address.zip,
		address.country,
	];
	const what = products
		.filter((line) => line.order_address_id !== undefined && line.order_address_id === address.id)
		.map((line) => `${line.quantity} × ${line.sku || line.name}`);
	const method = address.shipping_method ? ` by ${address.shipping_method}` : '';
	return `Also ships to ${where.filter(Boolean).join(', ')}${method}: ${what.join(', ') || 'see BigCommerce'}`;
}

function paidBy(what: string, ticks: number, { decimals, currency }: OrderFigures): string | undefined {
	const amount = toText(toMinor(ticks, decimals), decimals);
	return ticks > 0 ? `Paid by ${what}: ${amount} ${currency}`.trim() : undefined;
}

import type { MatchedLine, OrderAddress, OrderPickup } from '../bigCommerceOrder';
import { toMinor, toText } from '../money';
import { personName } from './address';
import type { OrderFigures } from './figures';
import type { OrderContext } from './orderContext';

/** What the document's comment tells: messages, how it ships, where the rest of it goes, and what paid for it. */
export function commentOf({ order, settings, money, texts }: OrderContext): string | undefined {
	const { customerMessage, staffNotes, shippingMethod } = settings.fields.comment;
	const [first, ...others] = order.shipping_addresses;
	const { figures } = money;
	const paragraphs = [
		customerMessage && order.customer_message?.trim(),
		staffNotes && order.staff_notes?.trim() && `Staff notes: ${order.staff_notes.trim()}`,
		shippingMethod && first?.shipping_method && `Ship by: ${first.shipping_method}`,
		...(order.pickups ?? []).map(pickupText),
		...others.map((address) => otherAddress(address, order.products)),
		paidBy('gift certificate', figures.giftCertificate, figures),
		paidBy('store credit', figures.storeCredit, figures),
	];
	return texts.cut(paragraphs.filter(Boolean).join('\n'), 'comment', 'the comment');
}

function pickupText({ pickup_method_display_name: method, location }: OrderPickup): string {
	return `Pickup: ${[method, location?.name].filter(Boolean).join(', ')}`;
}

function otherAddress(address: OrderAddress, lines: MatchedLine[]): string {
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
	const what = lines
		.filter((line) => isSet(line.order_address_id) && line.order_address_id === address.id)
		.map((line) => `${line.quantity} × ${line.sku || line.name}`);
	const method = address.shipping_method ? ` by ${address.shipping_method}` : '';
	return `Also ships to ${where.filter(Boolean).join(', ')}${method}: ${what.join(', ') || 'see BigCommerce'}`;
}

function isSet(value: unknown): boolean {
	return value !== undefined && value !== null;
}

function paidBy(what: string, ticks: number, { decimals, currency }: OrderFigures): string | undefined {
	const amount = toText(toMinor(ticks, decimals), decimals);
	return ticks > 0 ? `Paid by ${what}: ${amount} ${currency}`.trim() : undefined;
}

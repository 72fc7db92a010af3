import type { BigCommerceOrder } from '../bigCommerceOrder';
import type { Reason } from '../reason';
import { textLimits } from '../textLimits';
import type { SalesDocumentSettings } from './settings';

/** The number of an order's document: the same order always gets the same one, so that it is never written twice. */
export function referenceNumber(
	order: Pick<BigCommerceOrder, 'id'>,
	{ number }: Pick<SalesDocumentSettings, 'number'>,
): string {
	return `${number.prefix}${order.id + number.offset}${number.suffix}`;
}

/** Why the number of one order cannot be used, if it cannot. */
export function reasonAgainstNumber(
	order: Pick<BigCommerceOrder, 'id'>,
	settings: Pick<SalesDocumentSettings, 'number'>,
): Reason | undefined {
	const number = referenceNumber(order, settings);
	const { offset } = settings.number;
	if (!Number.isSafeInteger(order.id + offset) || order.id + offset <= 0) {
		return {
			code: 'NUMBER_INVALID',
			message: `Order ${order.id}: with the offset ${offset} its number would be ${order.id + offset}.`,
			fix: 'Choose an offset that is a whole number and leaves every order number above 0.',
			details: { orderId: order.id, offset },
		};
	}
	if (number.length <= textLimits.number) return undefined;
	return {
		code: 'NUMBER_TOO_LONG',
		message: `Order ${order.id}: the reference number "${number}" has ${number.length} characters; SOS Inventory takes ${textLimits.number}.`,
		fix: 'Shorten the prefix or the suffix.',
		details: { number, length: number.length, limit: textLimits.number },
	};
}

/**
 * Finds numbers that two orders of a batch would get, before the first document is written.
 *
 * @returns for each order, in the order given, why its number cannot be used; the first to have a number keeps it
 */
export function checkReferenceNumbers(
	batch: Array<{ orderId: number; number: string }>,
): Array<Reason | undefined> {
	const owners = new Map<string, number>();
	return batch.map(({ orderId, number }) => {
		const owner = owners.get(number);
		if (owner !== undefined) return twice(orderId, owner, number);
		owners.set(number, orderId);
		return undefined;
	});
}

function twice(orderId: number, owner: number, number: string): Reason {
	if (orderId === owner) {
		return {
			code: 'ORDER_TWICE_IN_BATCH',
			message: `Order ${orderId} is in this batch more than once.`,
			fix: 'Hand each order on once; "Remove Duplicates" on the field id does that.',
			details: { orderId, number },
		};
	}
	return {
		code: 'NUMBER_TWICE_IN_BATCH',
		message: `Orders ${owner} and ${orderId} would both get the reference number "${number}".`,
		fix: 'Choose prefix, suffix and offset so that each store has a series of its own.',
		details: { orderId, otherOrderId: owner, number },
	};
}

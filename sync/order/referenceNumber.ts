import type { NormalizedOrder } from '../bigCommerceOrder';
import { ofOrder } from '../orderReasons';
import type { Reason } from '../reason';
import { textLimits } from '../textLimits';
import { settingReasons } from './reasons/settingReasons';
import type { SalesDocumentSettings } from './settings';

/** The number of an order's document: the same order always gets the same one, so that it is never written twice. */
export function referenceNumber(
	order: Pick<NormalizedOrder, 'id'>,
	{ number }: Pick<SalesDocumentSettings, 'number'>,
): string {
	return `${number.prefix}${order.id + number.offset}${number.suffix}`;
}

/** Why the number of one order cannot be used, if it cannot. */
export function reasonAgainstNumber(
	order: Pick<NormalizedOrder, 'id'>,
	settings: Pick<SalesDocumentSettings, 'number'>,
): Reason | undefined {
	const number = referenceNumber(order, settings);
	const { offset } = settings.number;
	if (!Number.isSafeInteger(order.id + offset) || order.id + offset <= 0) {
		return settingReasons.numberInvalid(order.id, offset);
	}
	return number.length > textLimits.number ? settingReasons.numberTooLong(number) : undefined;
}

/**
 * Tells whether prefix and suffix leave room for none of a batch's order numbers: then it is they who are at fault,
 * not the orders.
 */
export function numberThatFitsNone(numbers: string[]): Reason | undefined {
	const isNone = numbers.length > 0 && numbers.every(({ length }) => length > textLimits.number);
	return isNone ? settingReasons.numberTooLong(numbers[0]) : undefined;
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
	const reason =
		orderId === owner
			? settingReasons.orderTwiceInBatch(orderId, number)
			: settingReasons.numberTwiceInBatch(orderId, owner, number);
	return ofOrder(orderId, reason);
}

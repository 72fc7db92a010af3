import type { ApiFailure, FailureCategory } from '../../shared/request/apiFailure';
import { ofOrder } from '../../../sync/orderReasons';
import type { Reason } from '../../../sync/reason';

const CODES: Partial<Record<FailureCategory, string>> = {
	credential: 'SOS_CREDENTIAL_REFUSED',
	permission: 'SOS_PERMISSION_MISSING',
	throttled: 'SOS_BUSY',
	unavailable: 'SOS_UNAVAILABLE',
	unreadable: 'SOS_ANSWER_UNREADABLE',
};

/** SOS's refusal as the reason one order is held. */
export function failureReason(failure: ApiFailure): Reason {
	return {
		code: CODES[failure.category] ?? 'SOS_REFUSED',
		message: failure.message,
		fix: String(failure.description ?? ''),
	};
}

/**
 * Whether the next order would fail in the same way, so that trying it only costs time. A write without
 * an answer does not count: SOS answered the look-ups after it, so it may be about this order alone. Nor
 * does a flaw in a record that SOS sent: the customer of one order must not hold up all the others.
 */
export function stopsEverything({ category, isFlaw, mayHaveBeenDone }: ApiFailure): boolean {
	if (isFlaw) return false;
	if (category === 'credential' || category === 'throttled') return true;
	return (category === 'unavailable' || category === 'unreadable') && !mayHaveBeenDone;
}

/** Whether the failure stays until somebody does something about it, such as a token that was taken back. */
export function needsAPerson({ category }: ApiFailure): boolean {
	return category === 'credential' || category === 'permission';
}

/** For the orders behind the one at which SOS stopped answering. */
export function notTried(cause: Reason): Reason {
	return {
		code: 'NOT_TRIED',
		message: `This order was not tried because of what happened before its turn: ${cause.message}`,
		fix: 'Run the workflow again when that is solved. Orders that arrived are not imported twice.',
		details: { cause: cause.code },
	};
}

/**
 * For an order that the node could not cope with; the others go on.
 * @param failure as people may see it: see `presentable`
 */
export function unforeseen(orderId: number, failure: Error): Reason {
	return ofOrder(orderId, {
		code: 'UNFORESEEN',
		message: `${failure.message}.`,
		fix: 'Enter the order in SOS Inventory by hand, and report it with the order, so that the node learns it.',
	});
}

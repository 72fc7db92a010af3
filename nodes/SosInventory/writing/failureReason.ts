import type { ApiFailure, FailureCategory } from '../../shared/request/apiFailure';
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

/** Whether the next order would fail in the same way, so that trying it only costs time. */
export function stopsEverything({ category }: ApiFailure): boolean {
	return CODES[category] !== undefined;
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

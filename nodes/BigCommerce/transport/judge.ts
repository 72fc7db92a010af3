import type { FailureCategory, FailureText } from '../../shared/request/apiFailure';
import { aboutOf, type ApiRequest, type RawAnswer, type Verdict } from '../../shared/request/apiProfile';
import { MAX_UNREADABLE } from '../../shared/request/backOff';
import { apiMessage } from './apiMessage';

/** A refused batch may name hundreds of rows; people are shown the first. */
const LONGEST_SHOWN = 500;

/**
 * Statuses that concern the store or its plan rather than what was asked for: not implemented, not
 * supported, locked, the plan's limit reached (BigCommerce: status codes). The next request meets the same.
 */
const CONCERNS_STORE = new Set([423, 501, 505, 507]);

/** Timed out on the way, or closed by the client: nobody knows what was done. Beside all of 5xx, Cloudflare's too. */
const MAY_PASS = new Set([408, 499]);

/** Reads a BigCommerce answer: V2 and V3 styles, plain-text refusals and pages that are not JSON at all. */
export function judge(answer: RawAnswer, request: ApiRequest): Verdict {
	const said = apiMessage(answer);
	const about = aboutOf(request);
	const text = (category: FailureCategory, message: string, fix: string): FailureText => ({
		category,
		message: said === '' ? message : `${message}: ${said.slice(0, LONGEST_SHOWN)}`,
		fix,
		apiMessage: said,
	});

	if (answer.status === 429) {
		return {
			kind: 'throttled',
			waitMs: throttleWaitMs(answer),
			failure: text(
				'throttled',
				'BigCommerce kept refusing because the store’s request limit is used up',
				'Run the workflow again later, or less often. The limit is shared by all apps of the store.',
			),
		};
	}
	if (CONCERNS_STORE.has(answer.status)) {
		return {
			kind: 'refused',
			failure: text(
				'unavailable',
				`BigCommerce does not take requests for this store (HTTP ${answer.status})`,
				'Look at the store in BigCommerce: it may be locked, or at a limit of its plan. Then run the workflow again: nothing is done twice.',
			),
		};
	}
	if (MAY_PASS.has(answer.status) || answer.status >= 500) {
		return {
			kind: 'uncertain',
			failure: text(
				'unavailable',
				`BigCommerce is not available at the moment (HTTP ${answer.status})`,
				'Run the workflow again later. Nothing is done twice.',
			),
		};
	}
	if (answer.status < 300) {
		if (answer.body !== undefined) return { kind: 'done' };
		return {
			kind: 'uncertain',
			maxSends: MAX_UNREADABLE,
			failure: {
				category: 'unreadable',
				message: `The answer to ${about} is not from BigCommerce’s API: ${answer.text.trim() === '' ? 'nothing came' : 'it is not JSON'}`,
				fix: 'Check the API path and the base URL in the credential, and that no firewall or proxy answers in BigCommerce’s place.',
			},
		};
	}
	return { kind: 'refused', failure: refusal(answer.status, about, text) };
}

type TextOf = (category: FailureCategory, message: string, fix: string) => FailureText;

function refusal(status: number, about: string, text: TextOf): FailureText {
	switch (status) {
		case 401:
			return text(
				'credential',
				'BigCommerce does not accept the access token',
				'Open the BigCommerce credential and paste the access token of the API account again.',
			);
		case 403:
			return text(
				'permission',
				`BigCommerce refused ${about}`,
				'Either the API account lacks the scope for this, or the API path is another store’s. Scopes cannot be changed later: create a new API account with Orders (modify), Products (read-only), Store Inventory (modify), Store Locations (modify) and Information & Settings (read-only).',
			);
		case 404:
			return text(
				'notFound',
				`BigCommerce did not find ${about}`,
				'Check the number. If it is right, check that the credential is for the right store.',
			);
		case 409:
			return text(
				'conflict',
				`BigCommerce refused ${about} because it does not go with what is there`,
				'Look at what the message names. If it is there already, nothing needs to be done.',
			);
		case 413:
			return text(
				'tooLarge',
				`BigCommerce refused ${about} because it is too large`,
				'Ask for fewer rows at once.',
			);
		default:
			return text(
				'invalid',
				`BigCommerce refused ${about} (HTTP ${status})`,
				'Correct what the message names and run the node again.',
			);
	}
}

/** Milliseconds until the next try is welcome; undefined where BigCommerce does not say. */
function throttleWaitMs({ headers }: RawAnswer): number | undefined {
	const resetMs = Number(headers['x-rate-limit-time-reset-ms']);
	// The two headers speak in different units; where both are there the longer wait counts.
	const retryMs = Number(headers['x-retry-after'] ?? headers['retry-after']) * 1000;
	const waits = [resetMs, retryMs].filter((wait) => wait > 0);
	return waits.length === 0 ? undefined : Math.max(...waits);
}

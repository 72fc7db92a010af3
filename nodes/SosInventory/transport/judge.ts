import type { FailureCategory, FailureText } from '../../shared/request/apiFailure';
import { aboutOf, type ApiRequest, type RawAnswer, type Verdict } from '../../shared/request/apiProfile';
import { MAX_UNREADABLE } from '../../shared/request/backOff';

const LONGEST_MESSAGE = 500;

interface Envelope {
	status?: unknown;
	message?: unknown;
}

/**
 * Reads an SOS Inventory answer. The HTTP status is not enough: refusals come under HTTP 200 with
 * another `status` than "ok", and a throttle answer may be HTTP 429, 200 or 400 with a throttle text.
 */
export function judge(answer: RawAnswer, request: ApiRequest): Verdict {
	const { status, body } = answer;
	const envelope = (body !== null && typeof body === 'object' ? body : {}) as Envelope;
	const said = typeof envelope.message === 'string' ? envelope.message.slice(0, LONGEST_MESSAGE) : '';
	const about = aboutOf(request);
	const text = (category: FailureCategory, message: string, fix: string): FailureText => ({
		category,
		message: said === '' ? message : `${message}: ${said}`,
		fix,
		apiMessage: said,
	});

	// One account answered "unauthorized" under HTTP 200 when it was asked too often; a bad token is HTTP 401.
	const throttled =
		status === 429 || /throttle/i.test(said) || (status < 300 && envelope.status === 'unauthorized');
	if (throttled) {
		return {
			kind: 'throttled',
			waitMs: retryAfterMs(answer),
			failure: text(
				'throttled',
				'SOS Inventory kept refusing because it is asked too often',
				'Run the workflow again later. If other programs use the same SOS company, raise the request interval in the credential.',
			),
		};
	}
	// Timed out on the way, or closed by the client: nobody knows what was done.
	if (status >= 500 || status === 408 || status === 499) {
		return {
			kind: 'uncertain',
			failure: text(
				'unavailable',
				`SOS Inventory is not available at the moment (HTTP ${status})`,
				'Run the workflow again later. Nothing is done twice.',
			),
		};
	}
	if (status === 401) {
		return {
			kind: 'refused',
			failure: text(
				'credential',
				'SOS Inventory does not accept the access token',
				'A token lives for 90 days. Paste a new one into the credential, or connect the OAuth2 credential again.',
			),
		};
	}
	if (status < 300 && envelope.status === 'ok') return { kind: 'done' };
	if (status < 300 && envelope.status === undefined) {
		return {
			kind: 'uncertain',
			maxSends: MAX_UNREADABLE,
			failure: {
				category: 'unreadable',
				message: `The answer to ${about} is not from SOS Inventory’s API`,
				fix: 'Check the base URL in the credential, and that no firewall or proxy answers in SOS Inventory’s place.',
			},
		};
	}
	return {
		kind: 'refused',
		failure: text(
			categoryOf(status),
			`SOS Inventory refused ${about}`,
			'Correct what the message names and run the node again.',
		),
	};
}

function categoryOf(status: number): FailureCategory {
	if (status === 403) return 'permission';
	return status === 404 ? 'notFound' : 'invalid';
}

/** SOS documents no such header; where a proxy in front of it sends one it counts. */
function retryAfterMs({ headers }: RawAnswer): number | undefined {
	const seconds = Number(headers['retry-after']);
	return seconds > 0 ? seconds * 1000 : undefined;
}

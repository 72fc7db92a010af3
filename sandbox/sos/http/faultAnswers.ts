import type { Answer } from '../../shared/answer';
import { faultKinds, type FaultKind } from '../../shared/faultRule';
import { throttledUnder200, throttledUnder400, tooFrequent } from './throttle';
import type { SosSettings } from '../settings';

/** The faults this server can make. */
export const sosFaultKinds = faultKinds.filter((kind) => kind !== 'editDuringRead');

/** The answer to a token that is missing, unknown or has run out. */
export const unauthorized: Answer = {
	status: 401,
	body: {
		status: 'unauthorized',
		message: 'Authorization has been denied for this request.',
		data: null,
	},
};

/** How SOS Inventory words a refusal; undefined for kinds that are not refusals. */
export function faultAnswer(kind: FaultKind, settings: SosSettings): Answer | undefined {
	switch (kind) {
		case 'tooManyRequests':
			return { ...tooFrequent(settings), headers: { 'retry-after': '1' } };
		case 'tooManyRequestsBare':
			return tooFrequent(settings);
		case 'throttleText200':
			return throttledUnder200();
		case 'throttleText400':
			return throttledUnder400();
		case 'serverError500':
			return { status: 500, body: { status: 'error', message: 'An error has occurred.', data: null } };
		case 'serverError502':
			return {
				status: 502,
				contentType: 'text/html',
				body: '<html><body><h1>502 Bad Gateway</h1></body></html>',
			};
		case 'serverError503':
			return {
				status: 503,
				contentType: 'text/html',
				body: '<html><body><h1>Service Unavailable</h1></body></html>',
			};
		case 'tokenExpired':
			return unauthorized;
		default:
			return undefined;
	}
}

import type { FailureText } from './apiFailure';
import { aboutOf, type ApiProfile, type ApiRequest, type Verdict } from './apiProfile';
import { BodyTooLarge } from './readBody';

/** A request to which no whole answer came. */
export interface NoAnswer {
	/** The network's own code, such as ECONNRESET. */
	code: string;
	/**
	 * - `lost`: it was sent, and may have been carried out.
	 * - `timeout`: the same; the answer was not complete in time.
	 * - `tooLarge`: the same; the answer was larger than any can be.
	 * - `notSent`: the service did not take the connection.
	 * - `thisMachine`: it could not be sent from here, and cannot the next time: a bad address, an unknown
	 *   host, a certificate that is refused.
	 */
	kind: 'lost' | 'timeout' | 'tooLarge' | 'notSent' | 'thisMachine';
	/** What this machine says is wrong. */
	detail?: string;
}

const NOT_SENT = new Set(['ECONNREFUSED', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH', 'ENETDOWN']);

const TIMED_OUT = new Set(['ETIMEDOUT', 'ESOCKETTIMEDOUT']);

/** Node's codes for addresses, protocols, headers and certificates that it refuses, and for hosts nobody knows. */
const THIS_MACHINE =
	/^(ENOTFOUND|ERR_INVALID_\w+|ERR_UNESCAPED_CHARACTERS|ERR_BAD_OPTION\w*|ERR_TLS_\w+|CERT_\w+|\w*SELF_SIGNED\w*|UNABLE_TO_\w+|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED|CRL_\w+|ERROR_IN_C\w+)$/;

/** Each try of a read takes the whole timeout, and whatever waits behind it waits, too. */
const TIMED_OUT_SENDS = 3;

/** TLS that fails before anything is sent; the same codes can come later, on a connection that is in use. */
const FAILED_HANDSHAKE =
	/wrong version number|handshake|unsupported protocol|no protocols available|unknown ca/i;

/** An unknown host may be a name server that is only just starting: so often it is asked for. */
const NAME_LOOK_UPS = 3;

interface NetworkError {
	name?: string;
	message?: string;
	code?: string;
	response?: unknown;
	cause?: NetworkError;
}

/** What an exception of n8n's request helper says about a request that got no answer. */
export function noAnswer(error: unknown): NoAnswer {
	if (error instanceof BodyTooLarge) return { code: 'TOO_LARGE', kind: 'tooLarge' };
	const { cause, ...own } = flattened(error as NetworkError);
	const code = cause?.code ?? own.code ?? 'UNKNOWN';
	const detail = cause?.message ?? own.message;
	const isHandshake =
		/^(EPROTO|ERR_SSL_\w+)$/.test(code) && FAILED_HANDSHAKE.test(`${code.replace(/_/g, ' ')} ${detail}`);
	if (
		THIS_MACHINE.test(code) ||
		isHandshake ||
		isUnknownProtocol(detail) ||
		isRefusedByHost(error as NetworkError)
	) {
		return { code, kind: 'thisMachine', detail };
	}
	if (NOT_SENT.has(code)) return { code, kind: 'notSent' };
	return { code, kind: TIMED_OUT.has(code) || isTimeout(detail) ? 'timeout' : 'lost' };
}

function flattened({ code, message, cause }: NetworkError): NetworkError {
	return { code, message, cause: cause?.cause ?? cause };
}

/** The HTTP client reports it with the code of a refused request. */
function isUnknownProtocol(message = ''): boolean {
	return /unsupported protocol/i.test(message);
}

function isTimeout(message = ''): boolean {
	return /\btimeout of \d+ms exceeded/i.test(message);
}

/** n8n stops some requests itself, before they leave: no OAuth2 connection yet, an address it does not allow. */
function isRefusedByHost({ name = '', code, response, cause }: NetworkError): boolean {
	const isHosts = /^(UserError|OperationalError|NodeOperationError|Ssrf\w*)$/.test(name);
	return isHosts && code === undefined && response === undefined && cause?.code === undefined;
}

/** What no answer means for the request. */
export function judgeNoAnswer(profile: ApiProfile, request: ApiRequest, none: NoAnswer): Verdict {
	const { name, rootUrl } = profile;
	const failure = (message: string, fix: string): FailureText => ({ category: 'unavailable', message, fix });
	const about = aboutOf(request);
	switch (none.kind) {
		case 'thisMachine':
			return {
				kind: 'refused',
				failure: failure(
					`${name} cannot be reached from this machine (${none.code}${none.detail ? `: ${none.detail}` : ''})`,
					`Check the address in the ${name} credential (${rootUrl}), and this machine's name service, clock and certificates.`,
				),
			};
		case 'tooLarge':
			return {
				kind: 'uncertain',
				maxSends: 1,
				failure: {
					category: 'unreadable',
					message: `The answer to ${about} is larger than 100 MB and was not read`,
					fix: `Check the address in the ${name} credential, and that no firewall or proxy answers in ${name}'s place.`,
				},
			};
		case 'notSent':
			return {
				kind: 'throttled',
				...(none.code === 'EAI_AGAIN' && { maxSends: NAME_LOOK_UPS }),
				failure: failure(
					`${name} did not answer (${none.code})`,
					`Check that ${rootUrl} can be reached from this machine, then run the node again: nothing is done twice.`,
				),
			};
		case 'timeout':
			return {
				kind: 'uncertain',
				maxSends: TIMED_OUT_SENDS,
				failure: failure(
					`${name} did not answer in time: the request for ${about} was given up after ${profile.timeoutMs / 1000} s`,
					`Run the node again later: nothing is done twice. If it keeps happening, raise the request timeout in the ${name} credential.`,
				),
			};
		case 'lost':
			return {
				kind: 'uncertain',
				failure: failure(
					`${name} did not answer (${none.code})`,
					`Check that ${rootUrl} can be reached from this machine, then run the node again: nothing is done twice.`,
				),
			};
	}
}

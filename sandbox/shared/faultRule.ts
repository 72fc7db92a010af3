import type { MutationKind } from './mutation';

/** What goes wrong with services at work: they refuse, break off, answer late or with what is no longer so. */
export const outageKinds = [
	/** The API's own "too many requests", with its headers. */
	'tooManyRequests',
	/** The same status without any header that says how long to wait. */
	'tooManyRequestsBare',
	/** SOS only: the throttle text under HTTP 200, or under HTTP 400. */
	'throttleText200',
	'throttleText400',
	'serverError500',
	'serverError502',
	'serverError503',
	/** The connection is cut before anything was done. */
	'resetBeforeHandling',
	/** The request is carried out, then the connection is cut: the answer is lost. */
	'resetAfterHandling',
	/** The request is carried out at once and answered after `delayMs`. */
	'hang',
	/** The request is carried out; half of the answer's text arrives. */
	'truncatedBody',
	/** The request is carried out; the answer says JSON and is not. */
	'nonJsonBody',
	/** Nothing is done; a web page comes back under HTTP 200. */
	'htmlPage',
	/** The token is refused as if it had run out. */
	'tokenExpired',
	/** A list is answered as it was `delayMs` ago, before the last writes. */
	'staleRead',
	/** A later page starts one row too far or one row too early, as if a row before it had gone or come. */
	'shiftingPage',
	/** An order on the page is changed right after the page was read. */
	'editDuringRead',
] as const;

/** Answers that no service should give. The request is carried out as usual unless it says otherwise. */
export const wrongAnswerKinds = [
	/** HTTP 200 without a body. */
	'emptyBody',
	/** HTTP 200 with `null`, `[]` or `{}`. */
	'nullBody',
	'emptyList',
	'emptyObject',
	/** The headers and half of the body arrive, then the connection is cut. With `chunked` no length was announced. */
	'cutInBody',
	/** The body arrives one byte every `delayMs`. */
	'drip',
	/** Nothing is done; the answer sends the client to `location` by `status`. */
	'redirect',
	/** The usual JSON behind so much white space that the body has `bytes` bytes; its length is not announced. */
	'hugeBody',
	/** A later page of a list is answered by the first one; with `totals: 'leftOut'` it does not say how many rows there are. */
	'repeatedPage',
	/** One place in the JSON is changed, chosen by `seed` and by the count of requests that fitted. */
	'mutatedAnswer',
	/** Nothing is done; a proxy's error page (or JSON, by `format`) under `status` quotes the request, its token included. */
	'quotesRequest',
] as const;

/** What can be made to go wrong with one request. */
export const faultKinds = [...outageKinds, ...wrongAnswerKinds] as const;

export type FaultKind = (typeof faultKinds)[number];

/** When a fault happens. Without `every` and `probability` it happens to each request that fits. */
export interface FaultRule {
	kind: FaultKind;
	/** Only requests with this HTTP method. */
	method?: string;
	/** Only requests whose path with query contains this text or matches it as a regular expression. */
	path?: string;
	/** Chance per request, 0 to 1. */
	probability?: number;
	/** Every n-th request that fits: 3 is the third, sixth, … */
	every?: number;
	/** At most so often. */
	times?: number;
	/** Seed of the chance and of the place that is changed; the same requests in the same order then meet the same faults. */
	seed?: number;
	/**
	 * Milliseconds: how late a `hang` answers (default 60,000), how old a `staleRead` is (default 5,000), how
	 * far apart the bytes of a `drip` are (default 300).
	 */
	delayMs?: number;
	/** HTTP status of a `redirect` (default 302) or of the proxy that `quotesRequest` (default 502). */
	status?: number;
	/** Where a `redirect` leads; left out: the same path of this server under its other name, `localhost`. */
	location?: string;
	/** Size of a `hugeBody`; default 10,000,000. */
	bytes?: number;
	/** Whether a body that is cut had announced its length. */
	chunked?: boolean;
	/** How the proxy that `quotesRequest` writes; default `html`. */
	format?: 'html' | 'json';
	/** Whether a `repeatedPage` says how many rows and pages there are; default `kept`. */
	totals?: 'kept' | 'leftOut';
	/** Only places of a `mutatedAnswer` whose path, such as `data.0.id`, matches this regular expression. */
	field?: string;
	/** The one way in which a `mutatedAnswer` changes; left out: any that the place allows. */
	mutation?: MutationKind;
}

/** A fault that one request meets. */
export interface Fault extends FaultRule {
	/** How many requests had fitted the rule by then, this one included. */
	turn: number;
}

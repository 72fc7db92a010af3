import type { IExecuteFunctions, IHookFunctions, ILoadOptionsFunctions, IPollFunctions } from 'n8n-workflow';
import type { FailureText } from './apiFailure';
import type { RateBudget, Urgency } from './rateBudget';
import type { Cleaner } from './secrets';
import type { ServiceClock } from './serviceClock';

/** Where a request can come from: a running node, a drop-down, a trigger. */
export type ApiContext = IExecuteFunctions | ILoadOptionsFunctions | IPollFunctions | IHookFunctions;

export type QueryValue = string | number | boolean | undefined;

export interface ApiRequest {
	method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	/** Below the API's root, starting with a slash. */
	path: string;
	/** Undefined values are left out; everything else is URL-encoded. */
	query?: Record<string, QueryValue>;
	/** Sent as JSON. */
	body?: unknown;
	/**
	 * Whether sending it twice does no more than sending it once. Reads are; a write is only where the
	 * operation says so, because an answer that got lost does not mean that nothing was written.
	 */
	repeatable?: boolean;
	/** What the request is about, for messages: "order 10234". */
	subject?: string;
	/**
	 * What is wrong with an answer that came whole and is not what was asked for, in one clause that names
	 * the record and the field; undefined when nothing is. See `flawInRecord`.
	 */
	flawIn?(body: unknown): string | undefined;
}

/** What a request is about, for messages. */
export function aboutOf({ subject, method, path }: ApiRequest): string {
	return subject ?? `${method} ${path}`;
}

/** An answer before anybody judged it. */
export interface RawAnswer {
	status: number;
	/** Names in lower case. */
	headers: Record<string, string>;
	text: string;
	/**
	 * The parsed JSON, and null for the one way to say that there is nothing: HTTP 204. Undefined for
	 * what is not JSON, for `null`, and for an empty body under any other status.
	 */
	body: unknown;
}

/**
 * What an answer means, in the terms that decide whether the request is sent again. After `maxSends` answers
 * that have such a limit the last one stands; those without one do not count toward it.
 */
export type Verdict =
	| { kind: 'done' }
	/** Refused before anything was done: even a write may be sent again. */
	| { kind: 'throttled'; waitMs?: number; failure: FailureText; maxSends?: number }
	/** Nobody knows whether it was done: only repeatable requests may be sent again. */
	| { kind: 'uncertain'; failure: FailureText; maxSends?: number }
	/** Answered, and the answer is no. */
	| { kind: 'refused'; failure: FailureText; maxSends?: undefined };

/** All that is particular to one API for one credential. */
export interface ApiProfile {
	/** As users know it: "BigCommerce". */
	name: string;
	credentialType: string;
	/** No trailing slash. */
	rootUrl: string;
	timeoutMs: number;
	/** Shared by everything that uses the same credential in this process. */
	budget: RateBudget;
	urgency?: Urgency;
	/** First wait before a request is sent again, in ms; doubles from there. */
	firstWaitMs: number;
	judge(answer: RawAnswer, request: ApiRequest): Verdict;
	/** Of the service; every answer sets it. */
	clock: ServiceClock;
	/** Reads what an answer's headers say about the budget. */
	observe(answer: RawAnswer): void;
	/** Takes the credential's secrets out of a text that is shown to people. */
	clean: Cleaner;
}

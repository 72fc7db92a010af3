import type { IncomingHttpHeaders } from 'node:http';

/** A request as it came in. */
export interface Question {
	method: string;
	/** Path with query. */
	url: string;
	headers: IncomingHttpHeaders;
	body: string;
}

export interface Answer {
	status: number;
	headers: Record<string, string>;
	body: string;
}

/** What the client gets to see in place of an answer. */
export interface Reply extends Answer {
	/** Words behind the status, where a proxy speaks. */
	statusText?: string;
	/** How the sending of the body ends otherwise than well. */
	sending?: 'cut' | 'drip' | 'hang';
}

/** A question and the answer that the sandbox gave. */
export interface Exchange {
	question: Question;
	answer: Answer;
}

/** Any moment: as ISO text, as BigCommerce's V2 lists take it, or in milliseconds; URL-encoded or not. */
const MOMENT =
	/\d{4}-\d\d-\d\d[T ]\d\d(:|%3A)\d\d((:|%3A)\d\d)?(\.\d+)?(Z|([+-]|%2B)\d\d:?\d\d)?|[A-Z][a-z]{2}%2C\+\d\d\+[A-Z][a-z]{2}\+\d{4}\+\d\d%3A\d\d%3A\d\d\+%2B\d{4}|\b1\d{12}\b/g;

const PAGING = /[?&](page|start|maxresults|limit|after|before)=[^&]*/g;

/** Names a request whatever the time of day: the same in each run of the same thing. */
export function keyOf({ method, url, body }: Question): string {
	return `${method} ${url} ${body}`.replace(MOMENT, '<moment>');
}

/** As {@link keyOf}, the same for all pages of a list. */
export function listKeyOf(question: Question): string {
	return keyOf({ ...question, url: question.url.replace(PAGING, '') });
}

/** What kind of request it is: `GET /v3/orders/:id/metafields?namespace&key`. */
export function endpointOf({ method, url }: Question): string {
	const { pathname, searchParams } = new URL(url, 'http://127.0.0.1');
	const path = pathname.replace(/^\/stores\/[^/]+/, '').replace(/\/\d+(?=\/|$)/g, '/:id');
	const names = [...new Set(searchParams.keys())];
	return `${method} ${path}${names.length === 0 ? '' : `?${names.join('&')}`}`;
}

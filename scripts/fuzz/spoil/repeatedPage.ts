import type { Answer, Question, Reply } from '../exchange';

const PAGES = 1_000_000;

let pagesGiven = 0;

/**
 * The same rows as on the first page, and the word that there is more: what a list looks like that
 * never gets anywhere. Undefined for what is no list, or a list without rows.
 */
export function nextPageOf({ status, headers, body }: Answer, { method, url }: Question): Reply | undefined {
	if (method !== 'GET' || !body.startsWith('{')) {
		// A list of V2 goes on until a page is empty.
		return method === 'GET' && body.startsWith('[{') && /[?&]page=/.test(url)
			? { status, headers, body }
			: undefined;
	}
	const answer = JSON.parse(body) as Envelope;
	if (!Array.isArray(answer.data) || answer.data.length === 0) return undefined;
	if ('totalCount' in answer) answer.totalCount = PAGES;
	else if (answer.meta?.pagination)
		Object.assign(answer.meta.pagination, { total_pages: PAGES, total: PAGES });
	else if (answer.meta?.cursor_pagination) {
		// Cursors that are all different, as if they led somewhere.
		const end_cursor = `cursor${++pagesGiven}`;
		answer.meta.cursor_pagination = { end_cursor, links: { next: `?after=${end_cursor}` } };
	} else return undefined;
	return { status, headers, body: JSON.stringify(answer) };
}

interface Envelope {
	data?: unknown;
	totalCount?: number;
	meta?: { pagination?: object; cursor_pagination?: object };
}

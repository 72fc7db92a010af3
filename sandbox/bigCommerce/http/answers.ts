import type { Answer } from '../../shared/answer';

/** V2's answer with one record or with something that is no record. */
export function bare(body: unknown, status = 200): Answer {
	return { status, body };
}

/** V3's answer with one record, or with a list that says nothing about pages. */
export function enveloped(data: unknown, meta: object = {}, status = 200): Answer {
	return { status, body: { data, meta } };
}

/** V2's empty list, and what is left of something deleted. */
export const noContent: Answer = { status: 204 };

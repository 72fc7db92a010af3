import type { RawAnswer } from '../../shared/request/apiProfile';

/** A refused batch names its rows, of which there are at most some thousands. */
const LONGEST = 200_000;

/**
 * What BigCommerce says went wrong, in one line. V2 answers with a list of `{status, message}`, V3 with
 * `{title, errors: {field: text}}`, the gateway in front of both with plain text. HTML is left out, and
 * so is whatever is not text where text belongs.
 */
export function apiMessage({ status, body, text }: RawAnswer): string {
	return status < 400 ? '' : said(body, text).slice(0, LONGEST);
}

function said(body: unknown, text: string): string {
	if (Array.isArray(body)) {
		return joined(body.map((entry: { message?: unknown } | null) => entry?.message));
	}
	if (body !== null && typeof body === 'object') {
		const { title, detail, errors } = body as { title?: unknown; detail?: unknown; errors?: unknown };
		const fields = errors !== null && typeof errors === 'object' ? Object.values(errors) : [];
		return joined([title, detail, ...(fields as unknown[])]);
	}
	return body === undefined && !text.includes('<') ? text.trim() : '';
}

function joined(parts: unknown[]): string {
	return parts.filter((part) => typeof part === 'string' && part !== '').join('; ');
}

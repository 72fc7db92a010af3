import type { RawAnswer } from '../../shared/request/apiProfile';

/**
 * What BigCommerce says went wrong, in one line. V2 answers with a list of `{status, message}`, V3 with
 * `{title, errors: {field: text}}`, the gateway in front of both with plain text. HTML is left out.
 */
export function apiMessage({ status, body, text }: RawAnswer): string {
	if (status < 400) return '';
	if (Array.isArray(body)) {
		return body
			.map((entry: { message?: string }) => entry?.message ?? '')
			.filter(Boolean)
			.join('; ');
	}
	if (body !== null && typeof body === 'object') {
		const { title, detail, errors } = body as { title?: string; detail?: string; errors?: unknown };
		const fields = errors !== null && typeof errors === 'object' ? Object.values(errors).map(String) : [];
		return [title, detail, ...fields].filter(Boolean).join('; ');
	}
	return body === undefined && !text.includes('<') ? text.trim() : '';
}

import type { Draw } from '../draw';
import type { Question, Reply } from '../exchange';

/** A proxy that says what it was asked, tokens and all, in its own words or in those of the API. */
export function quoting({ method, url, headers, body }: Question, draw: Draw): Reply {
	const lines = Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}`);
	const quoted = [`${method} ${url} HTTP/1.1`, ...lines, '', body].join('\n');
	const tokens = [headers['x-auth-token'], headers.authorization].filter(Boolean).join(' ');
	const status = draw.pick([200, 400, 403, 404, 407, 409, 413, 422, 423, 500, 502, 503]);
	const inJson = draw.pick<unknown>([
		{ status, title: quoted, type: 'https://example.com/problem', errors: { request: quoted } },
		{ status, title: `Refused: ${tokens}`, errors: {} },
		[{ status, message: quoted }],
		{ count: 0, totalCount: 0, status: 'error', message: quoted, data: null, access: null },
		{ count: 0, totalCount: 0, status: 'ok', message: null, data: quoted, access: null },
		{ data: [], errors: [{ sku: quoted, message: tokens }], meta: { pagination: quoted } },
		{ error: quoted, error_description: quoted },
	]);
	const isPage = draw.chance(0.4);
	return {
		status,
		statusText: draw.chance(0.3) ? `Refused ${tokens}` : undefined,
		headers: {
			'content-type': isPage ? 'text/html' : 'application/json',
			'x-request': tokens,
		},
		body: isPage
			? `<html><head><title>${tokens}</title></head><body><pre>${quoted}</pre></body></html>`
			: JSON.stringify(inJson),
	};
}

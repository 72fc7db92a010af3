import type { FastifyRequest } from 'fastify';
import { escape } from 'lodash';
import type { Answer } from './answer';
import type { Fault } from './faultRule';

const title = 'The upstream server could not handle this request';

/** What a proxy in front of the API answers that shows its visitor all of the request: address, headers, body. */
export function quotingAnswer(request: FastifyRequest, { status = 502, format = 'html' }: Fault): Answer {
	const { method, headers, body } = request;
	const url = `${request.protocol}://${request.host}${request.url}`;
	if (format === 'json') return { status, body: { error: title, request: { method, url, headers, body } } };
	const lines = [
		`${method} ${url}`,
		...Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}`),
		'',
		body === undefined ? '' : JSON.stringify(body),
	];
	return {
		status,
		contentType: 'text/html',
		body: `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1><pre>${escape(lines.join('\n'))}</pre></body></html>`,
	};
}

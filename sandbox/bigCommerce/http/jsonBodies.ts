import type { FastifyInstance } from 'fastify';
import { ApiProblem } from './apiProblem';

/**
 * Reads JSON bodies. A request without a body may carry any content type: the vendor's own clients put one
 * on a DELETE.
 */
export function readJsonBodies(app: FastifyInstance): void {
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'string' }, (request, body, done) => {
		if (body === '') return done(null, undefined);
		if (!/\bjson\b/i.test(request.headers['content-type'] ?? ''))
			return done(new ApiProblem(415, 'Unsupported Media Type'));
		try {
			done(null, JSON.parse(body as string));
		} catch {
			done(new ApiProblem(400, 'Input is invalid.'));
		}
	});
}

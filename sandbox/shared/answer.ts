import type { FastifyReply } from 'fastify';

/** An HTTP answer as data. An object body is sent as JSON; no body at all means an empty one. */
export interface Answer {
	status: number;
	headers?: Record<string, string>;
	/** Left out: `application/json` for objects, `text/plain` for text. */
	contentType?: string;
	body?: unknown;
}

/** Sends `answer` and ends the request. */
export function sendAnswer(reply: FastifyReply, answer: Answer): FastifyReply {
	reply.code(answer.status).headers(answer.headers ?? {});
	if (answer.body === undefined) return reply.send();
	const isText = typeof answer.body === 'string';
	reply.header(
		'content-type',
		answer.contentType ?? (isText ? 'text/plain; charset=utf-8' : 'application/json'),
	);
	return reply.send(isText ? answer.body : JSON.stringify(answer.body));
}

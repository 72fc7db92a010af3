import type { FastifyRequest } from 'fastify';
import { omit } from 'lodash';

type ListQuery = Record<string, string | undefined>;

/** Whether a request asks for a later page of a list by one of the parameters that say where a page starts. */
export function asksLaterPage({ method, query }: FastifyRequest, parameters: readonly string[]): boolean {
	const asked = query as ListQuery;
	return method === 'GET' && parameters.some((name) => name in asked && !(Number(asked[name]) <= 1));
}

/** Makes the request one for the first page of its list. */
export function askFirstPage(request: FastifyRequest, parameters: readonly string[]): void {
	request.query = omit(request.query as ListQuery, parameters);
}

import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Answer } from '../../shared/answer';
import { sendAnswer } from '../../shared/answer';
import { accounts, type ApiAccount, type ScopeName } from './accounts';
import { ApiProblem } from './apiProblem';

declare module 'fastify' {
	interface FastifyRequest {
		account: ApiAccount;
	}
	interface FastifyContextConfig {
		/** One of these is needed to use the route; left out: any token will do. */
		scopes?: ScopeName[];
	}
}

/** What a token that is not, or no longer, known gets. */
export const unauthorized: Answer = {
	status: 401,
	body: {
		status: 401,
		title: 'Unauthorized',
		type: 'https://developer.bigcommerce.com/api-docs/getting-started/api-status-codes',
	},
};

const forbidden = "You don't have the required scope to access the endpoint.";

/**
 * Checks token, store and scope, in BigCommerce's order: an unknown route is 404 for everybody, a bad
 * token is 401 whatever the store, and only a good one learns that the store or the scope is wrong (403).
 */
export function addAuthentication(api: FastifyInstance, storeHash: string): void {
	api.addHook('onRequest', async (request, reply) => {
		if (request.is404) return;
		const token = request.headers['x-auth-token'];
		if (token === undefined)
			return sendAnswer(reply, {
				status: 401,
				contentType: 'text/plain',
				body: 'X-Auth-Token header is required',
			});
		if (token === '')
			return sendAnswer(reply, {
				status: 401,
				contentType: 'text/plain',
				body: 'X-Auth-Token header should have correct format',
			});
		const account = Object.values(accounts).find((known) => known.token === token);
		if (!account) return sendAnswer(reply, unauthorized);
		const { storeHash: asked } = request.params as { storeHash?: string };
		if (asked !== storeHash || !mayUse(account, request)) throw new ApiProblem(403, forbidden);
		request.account = account;
	});
}

function mayUse(account: ApiAccount, request: FastifyRequest): boolean {
	const { scopes } = request.routeOptions.config;
	if (!scopes) return true;
	const isRead = request.method === 'GET';
	return scopes.some(
		(scope) => account.grants[scope] === 'modify' || (isRead && account.grants[scope] === 'read'),
	);
}

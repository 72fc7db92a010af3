import type { FastifyInstance, FastifyRequest } from 'fastify';
import { notFound, unprocessable } from '../http/apiProblem';
import { v3Page } from '../http/paging';
import { Query } from '../http/query';
import type { Store } from '../state';

/** A subscription of one API account; times are Unix seconds, as the API shows them. */
export interface Webhook {
	id: number;
	client_id: string;
	store_hash: string;
	scope: string;
	destination: string;
	headers: Record<string, string>;
	is_active: boolean;
	created_at: number;
	updated_at: number;
}

type ById = { Params: { id: string } };

const mostPerScope = 10;

/** Webhook subscriptions: any token may manage its own account's and sees no others. Nothing is delivered. */
export function addWebhookRoutes(api: FastifyInstance, store: Store): void {
	const { state, settings } = store;

	api.get('/v3/hooks', async (request) => {
		const query = new Query(request);
		const [scope, destination, isActive] = [
			query.text('scope'),
			query.text('destination'),
			query.boolean('is_active'),
		];
		const isAsked = (hook: Webhook) =>
			(scope === undefined || hook.scope === scope) &&
			(destination === undefined || hook.destination === destination) &&
			(isActive === undefined || hook.is_active === isActive);
		return v3Page(request, hooksOf(request, store).filter(isAsked), (hook) => hook, {
			above: settings.limitAboveMaximum,
		});
	});

	api.get<ById>('/v3/hooks/:id', async (request) => ({ data: hookOf(request, store), meta: {} }));

	api.post('/v3/hooks', async (request) => {
		const now = Math.floor(Date.now() / 1000);
		const id = Math.max(10_000, ...state.webhooks.values().map((hook) => hook.id)) + 1;
		const empty = {
			id,
			client_id: request.account.clientId,
			store_hash: store.hash,
			scope: '',
			destination: '',
			headers: {},
			is_active: true,
		};
		const hook = changed(
			{ ...empty, created_at: now, updated_at: now },
			request.body,
			hooksOf(request, store),
		);
		return { data: state.webhooks.set(hook), meta: {} };
	});

	api.put<ById>('/v3/hooks/:id', async (request) => {
		const current = hookOf(request, store);
		const others = hooksOf(request, store).filter((hook) => hook !== current);
		return { data: state.webhooks.set(changed(current, request.body, others)), meta: {} };
	});

	api.delete<ById>('/v3/hooks/:id', async (request) => {
		const hook = hookOf(request, store);
		state.webhooks.delete(hook.id);
		return { data: hook, meta: {} };
	});
}

function hooksOf({ account }: FastifyRequest, { state }: Store): Webhook[] {
	return state.webhooks.values().filter((hook) => hook.client_id === account.clientId);
}

function hookOf(request: FastifyRequest<ById>, store: Store): Webhook {
	const hook = hooksOf(request, store).find(({ id }) => String(id) === request.params.id);
	if (!hook) throw notFound();
	return hook;
}

/**
 * The hook with what was sent.
 * @throws ApiProblem 422 for a destination that BigCommerce cannot call, or more hooks than a scope may have
 */
function changed(hook: Webhook, body: unknown, others: Webhook[]): Webhook {
	const sent = (body ?? {}) as Partial<Webhook>;
	const result: Webhook = {
		...hook,
		scope: sent.scope ?? hook.scope,
		destination: sent.destination ?? hook.destination,
		headers: sent.headers ?? hook.headers,
		is_active: sent.is_active ?? hook.is_active,
		updated_at: Math.floor(Date.now() / 1000),
	};
	if (!/^store\/[a-z0-9/*_A-Z]+$/.test(result.scope))
		throw unprocessable('Invalid scope', { scope: 'Please provide a valid scope.' });
	if (!isReachable(result.destination))
		throw unprocessable('Invalid destination', {
			destination: 'The destination must be an HTTPS address on port 443.',
		});
	const sameScope = others.filter((other) => other.scope === result.scope);
	if (sameScope.some((other) => other.destination === result.destination))
		throw unprocessable('This webhook exists already.', { destination: 'Already subscribed.' });
	if (sameScope.length >= mostPerScope)
		throw unprocessable(`A client can have ${mostPerScope} webhooks per scope.`, { scope: 'Limit reached.' });
	return result;
}

function isReachable(destination: string): boolean {
	if (!URL.canParse(destination)) return false;
	const { protocol, port } = new URL(destination);
	return protocol === 'https:' && port === '';
}

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ApiProblem, unprocessable } from '../http/apiProblem';
import { v3Page } from '../http/paging';
import { Query } from '../http/query';
import { readSent, texts, type SentValues } from '../reading/fields';
import { webhookFields, type Webhook } from '../records/webhook';
import { deliveryException, isKnownScope } from './webhookScopes';
import type { Store } from '../store';

type ById = { Params: { id: string } };

const mostPerScope = 10;

/** Webhook subscriptions: any token may manage its own account's and sees no others. Nothing is delivered. */
export function addWebhookRoutes(api: FastifyInstance, store: Store): void {
	const { state, settings } = store;
	const answer = (hook: Webhook) => (settings.hookAnswer === 'bare' ? hook : { data: hook, meta: {} });

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

	api.get('/v3/hooks/admin', async (request) => {
		const isActive = new Query(request).boolean('is_active');
		const hooks = hooksOf(request, store)
			.filter((hook) => isActive === undefined || hook.is_active === isActive)
			.map((hook) => ({ ...hook, status: hook.is_active ? 'active' : 'inactive' }));
		return { data: { emails: state.webhookEmails, hooks_list: hooks, blocked_domains: [] }, meta: {} };
	});

	api.put('/v3/hooks/admin', async (request, reply) => {
		const sent = readSent({ emails: texts }, bodyOf(request), { ...wording, required: ['emails'] });
		state.webhookEmails = sent.emails ?? [];
		return reply.code(204).send();
	});

	api.get<ById>('/v3/hooks/:id', async (request) => ({ data: hookOf(request, store), meta: {} }));

	api.post('/v3/hooks', async (request) => {
		const now = Math.floor(Date.now() / 1000);
		const sent = readSent(webhookFields, bodyOf(request), {
			...wording,
			required: ['scope', 'destination'],
		});
		const hook = {
			id: Math.max(10_000, ...state.webhooks.values().map(({ id }) => id)) + 1,
			client_id: request.account.clientId,
			store_hash: store.hash,
			scope: '',
			destination: '',
			headers: null,
			is_active: true,
			created_at: now,
			updated_at: now,
		};
		return answer(state.webhooks.set(checked(hook, sent, hooksOf(request, store), store)));
	});

	api.put<ById>('/v3/hooks/:id', async (request) => {
		const current = hookOf(request, store);
		const sent = readSent(webhookFields, bodyOf(request), wording);
		if (Object.keys(sent).length === 0) throw invalidInput();
		const others = hooksOf(request, store).filter((hook) => hook !== current);
		return answer(state.webhooks.set(checked(current, sent, others, store)));
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
	if (!hook) throw new ApiProblem(404, `There is no webhook with the id ${request.params.id}.`);
	return hook;
}

function bodyOf({ body }: FastifyRequest): Record<string, unknown> {
	if (typeof body !== 'object' || body === null || Array.isArray(body)) throw invalidInput();
	return body as Record<string, unknown>;
}

function invalidInput(): ApiProblem {
	return new ApiProblem(400, 'Input is invalid.');
}

const wording = { missing: () => 'error.path.missing.', refuse };

function refuse(errors: Record<string, string>): ApiProblem {
	return unprocessable('Unprocessable Entity', errors);
}

/**
 * The hook with what was sent.
 * @throws ApiProblem 422 for an unknown scope, a destination that is taken, or more hooks than a scope may have
 */
function checked(
	hook: Webhook,
	sent: SentValues<typeof webhookFields>,
	others: Webhook[],
	{ settings }: Store,
): Webhook {
	const result: Webhook = { ...hook, ...sent, updated_at: Math.floor(Date.now() / 1000) };
	if (!isKnownScope(result.scope) && settings.unknownHookScope === 'refused')
		throw refuse({ scope: 'Please provide a valid scope.' });
	const sameScope = others.filter((other) => other.scope === result.scope);
	if (sameScope.some((other) => other.destination === result.destination))
		throw refuse({ destination: 'This webhook exists already.' });
	if (sameScope.length >= (result.scope === deliveryException ? 1 : mostPerScope))
		throw refuse({ scope: 'The client has as many webhooks for this scope as it can have.' });
	return result;
}

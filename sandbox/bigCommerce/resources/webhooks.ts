import { bare, enveloped, noContent } from '../http/answers';
import { ApiProblem } from '../http/apiProblem';
import { bodyOf, type Call } from '../http/call';
import type { Route } from '../http/routes';
import { booleanIs, textIs } from '../listing/filters';
import { readSent, texts } from '../reading/fields';
import type { Webhook } from '../records/webhook';
import { checkedWebhook, sentWebhook, wording } from '../webhooks/webhookRules';
import type { Resource } from './resource';

const written = ({ store }: Call, shown: unknown) =>
	store.settings.hookAnswer === 'bare' ? bare(shown) : enveloped(shown);

/** `/v3/hooks`: any token may manage its own account's and sees no others. Nothing is delivered. */
export const webhooks: Resource<Webhook> = {
	path: '/v3/hooks',
	form: 'v3',
	records: ownWebhooks,
	filters: [
		textIs('scope', ({ scope }) => scope),
		textIs('destination', ({ destination }) => destination),
		booleanIs('is_active', ({ is_active }) => is_active),
	],
	idName: 'id',
	find: (call, id) => {
		const hook = ownWebhooks(call).find((candidate) => String(candidate.id) === id);
		if (!hook) throw new ApiProblem(404, `There is no webhook with the id ${id}.`);
		return hook;
	},
	create: (call) => {
		const { store, account } = call;
		const sent = sentWebhook(call, ['scope', 'destination']);
		const now = Math.floor(Date.now() / 1000);
		const hook = {
			id: Math.max(10_000, ...store.state.webhooks.values().map(({ id }) => id)) + 1,
			client_id: account.clientId,
			store_hash: store.hash,
			scope: '',
			destination: '',
			headers: null,
			is_active: true,
			created_at: now,
			updated_at: now,
		};
		return store.state.webhooks.set(checkedWebhook(hook, sent, ownWebhooks(call), store));
	},
	createdAnswer: written,
	change: (call, hook) => {
		const others = ownWebhooks(call).filter((other) => other !== hook);
		return call.store.state.webhooks.set(checkedWebhook(hook, sentWebhook(call), others, call.store));
	},
	changedAnswer: written,
	remove: ({ store }, { id }) => {
		store.state.webhooks.delete(id);
	},
	removedAnswer: (shown) => enveloped(shown),
};

/** Who is told of deliveries that fail, and which webhooks rest. */
export const webhookAdminRoutes: readonly Route[] = [
	{
		method: 'GET',
		path: '/v3/hooks/admin',
		answer: (call) => {
			const isActive = call.query.boolean('is_active');
			const hooks_list = ownWebhooks(call)
				.filter(({ is_active }) => isActive === undefined || is_active === isActive)
				.map((hook) => ({ ...hook, status: hook.is_active ? 'active' : 'inactive' }));
			return enveloped({ emails: call.store.state.webhookEmails, hooks_list, blocked_domains: [] });
		},
	},
	{
		method: 'PUT',
		path: '/v3/hooks/admin',
		answer: (call) => {
			const sent = readSent({ emails: texts }, bodyOf(call), { ...wording, required: ['emails'] });
			call.store.state.webhookEmails = sent.emails ?? [];
			return noContent;
		},
	},
];

function ownWebhooks({ store, account }: Call): Webhook[] {
	return store.state.webhooks.values().filter(({ client_id }) => client_id === account.clientId);
}

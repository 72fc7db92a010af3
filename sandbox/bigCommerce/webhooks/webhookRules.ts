import { ApiProblem, unprocessable } from '../http/apiProblem';
import { bodyOf, type Call } from '../http/call';
import { readSent, type SentValues } from '../reading/fields';
import { webhookFields, type Webhook } from '../records/webhook';
import type { Store } from '../store';
import { deliveryException, isKnownScope } from './webhookScopes';

type Sent = SentValues<typeof webhookFields>;

const mostPerScope = 10;

/** How refusals of webhook bodies are worded. */
export const wording = {
	missing: () => 'error.path.missing.',
	refuse: (errors: Record<string, string>) => unprocessable('Unprocessable Entity', errors),
};

/**
 * The fields of a webhook that a request sent.
 * @throws ApiProblem 400 for nothing at all, 422 for a value that does not fit or a required field that is missing
 */
export function sentWebhook(call: Call, required: string[] = []): Sent {
	if (Array.isArray(call.body) || typeof call.body !== 'object' || call.body === null) throw invalidInput();
	const sent = readSent(webhookFields, bodyOf(call), { ...wording, required });
	if (Object.keys(sent).length === 0) throw invalidInput();
	return sent;
}

/**
 * The webhook with what was sent.
 * @throws ApiProblem 422 for an unknown scope, a destination that is taken, or more webhooks than a scope may have
 */
export function checkedWebhook(hook: Webhook, sent: Sent, others: Webhook[], { settings }: Store): Webhook {
	const result: Webhook = { ...hook, ...sent, updated_at: Math.floor(Date.now() / 1000) };
	if (!isKnownScope(result.scope) && settings.unknownHookScope === 'refused')
		throw wording.refuse({ scope: 'Please provide a valid scope.' });
	const sameScope = others.filter((other) => other.scope === result.scope);
	if (sameScope.some((other) => other.destination === result.destination))
		throw wording.refuse({ destination: 'This webhook exists already.' });
	if (sameScope.length >= (result.scope === deliveryException ? 1 : mostPerScope))
		throw wording.refuse({ scope: 'The client has as many webhooks for this scope as it can have.' });
	return result;
}

function invalidInput(): ApiProblem {
	return new ApiProblem(400, 'Input is invalid.');
}

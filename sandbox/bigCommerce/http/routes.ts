import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sendAnswer, type Answer } from '../../shared/answer';
import type { Resource } from '../resources/resource';
import type { Store } from '../store';
import type { ScopeName } from './accounts';
import { noContent } from './answers';
import type { Call } from './call';
import { Query } from './query';
import { listAnswer, oneAnswer, recordOf, shownOf } from './resourceAnswers';

/** One way to call the API that no resource has. */
export interface Route {
	method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	path: string;
	/** One of these scopes is needed; left out: any token will do. */
	scopes?: ScopeName[];
	answer(call: Call): Answer;
}

export function addRoute(api: FastifyInstance, store: Store, { method, path, scopes, answer }: Route): void {
	api.route({
		method,
		url: path,
		config: { scopes },
		handler: async (request, reply) => sendAnswer(reply, answer(callOf(request, store))),
	});
}

/** Adds all that a resource can do: its list, and reading, creating, changing and removing one of its records. */
export function addResource<T extends { id: number }>(
	api: FastifyInstance,
	store: Store,
	resource: Resource<T>,
): void {
	const { path, scopes, idName, create, change, remove } = resource;
	const add = (method: Route['method'], where: string, answer: Route['answer']) =>
		addRoute(api, store, { method, path: where, scopes, answer });

	add('GET', path, (call) => listAnswer(resource, call));
	if (create)
		add('POST', path, (call) => {
			const shown = shownOf(resource, call, create(call));
			return resource.createdAnswer?.(call, shown) ?? oneAnswer(resource, shown);
		});
	if (idName === undefined) return;
	const single = `${path}/:${idName}`;
	add('GET', single, (call) => oneAnswer(resource, shownOf(resource, call, recordOf(resource, call))));
	if (change)
		add('PUT', single, (call) => {
			const shown = shownOf(resource, call, change(call, recordOf(resource, call)));
			return resource.changedAnswer?.(call, shown) ?? oneAnswer(resource, shown);
		});
	if (remove)
		add('DELETE', single, (call) => {
			const record = recordOf(resource, call);
			const shown = shownOf(resource, call, record);
			remove(call, record);
			return resource.removedAnswer?.(shown) ?? noContent;
		});
}

function callOf(request: FastifyRequest, store: Store): Call {
	return {
		store,
		account: request.account,
		params: request.params as Record<string, string>,
		query: new Query(request.query as Record<string, string | string[]>),
		body: request.body,
		fault: request.fault,
	};
}

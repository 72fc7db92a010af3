import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isoDate } from '../catalog/catalogView';
import { ApiProblem, notFound, unprocessable } from '../http/apiProblem';
import { cursorPage } from '../http/cursorPaging';
import { Query } from '../http/query';
import type { Store } from '../state';
import {
	changeMetafield,
	createMetafield,
	deleteMetafield,
	isVisibleTo,
	metafieldsOf,
	type Metafield,
} from './metafields';

type ById = { Params: { id: string; metafieldId: string } };
type Body = Record<string, unknown>;

const scopes = { config: { scopes: ['orders' as const] } };

/** Metafields of one order, and of all orders with cursors and in batches. */
export function addMetafieldRoutes(api: FastifyInstance, store: Store): void {
	const { state } = store;

	api.get('/v3/orders/metafields', scopes, async (request) =>
		list(request, store, metafieldsAt(request, store)),
	);

	api.get<ById>('/v3/orders/:id/metafields', scopes, async (request) => {
		const id = orderId(request.params.id);
		return list(request, store, metafieldsAt(request, store, id));
	});

	api.get<ById>('/v3/orders/:id/metafields/:metafieldId', scopes, async (request) => ({
		data: show(metafieldOf(request, store)),
		meta: {},
	}));

	api.post<ById>('/v3/orders/:id/metafields', scopes, async (request) => {
		const created = createMetafield(state, request.account, orderId(request.params.id), request.body);
		touch(store, created.resource_id);
		return { data: show(created), meta: {} };
	});

	api.put<ById>('/v3/orders/:id/metafields/:metafieldId', scopes, async (request) => {
		const changed = changeMetafield(state, request.account, metafieldOf(request, store), request.body);
		touch(store, changed.resource_id);
		return { data: show(changed), meta: {} };
	});

	api.delete<ById>('/v3/orders/:id/metafields/:metafieldId', scopes, async (request, reply) => {
		deleteMetafield(state, request.account, metafieldOf(request, store));
		return reply.code(204).send();
	});

	api.post('/v3/orders/metafields', scopes, async (request, reply) =>
		batch(request, reply, (row: Body) =>
			show(createMetafield(state, request.account, Number(row.resource_id), row)),
		),
	);

	api.put('/v3/orders/metafields', scopes, async (request, reply) =>
		batch(request, reply, (row: Body) =>
			show(changeMetafield(state, request.account, known(store, request, Number(row.id)), row)),
		),
	);

	api.delete('/v3/orders/metafields', scopes, async (request, reply) =>
		batch(request, reply, (id: number) => {
			deleteMetafield(state, request.account, known(store, request, id));
			return id;
		}),
	);
}

function list(request: FastifyRequest, { settings }: Store, metafields: Metafield[]) {
	const query = new Query(request);
	const keys = query.list('key:in') ?? (query.text('key') === undefined ? undefined : [query.text('key')]);
	const spaces =
		query.list('namespace:in') ??
		(query.text('namespace') === undefined ? undefined : [query.text('namespace')]);
	const from = query.date('date_modified:min') ?? -Infinity;
	const to = query.date('date_modified:max') ?? Infinity;
	const found = metafields
		.filter((metafield) => isVisibleTo(request.account, metafield))
		.filter(({ key, namespace }) => (keys?.includes(key) ?? true) && (spaces?.includes(namespace) ?? true))
		.filter(({ modifiedAt }) => modifiedAt >= from && modifiedAt <= to);
	return cursorPage(
		request,
		query.text('direction') === 'desc' ? found.reverse() : found,
		show,
		settings.limitAboveMaximum,
	);
}

/** The metafields of one order or of all; as they were a while ago where the request meets a stale read. */
function metafieldsAt({ fault }: FastifyRequest, { state }: Store, orderId?: number): Metafield[] {
	if (fault?.kind === 'staleRead') {
		const before = state.metafields.asOf(Date.now() - (fault.delayMs ?? 5000));
		return before.filter(({ resource_id }) => orderId === undefined || resource_id === orderId);
	}
	return orderId === undefined ? state.metafields.values() : metafieldsOf(state, orderId);
}

function show({ createdAt, modifiedAt, ...fields }: Metafield) {
	return { ...fields, date_created: isoDate(createdAt), date_modified: isoDate(modifiedAt) };
}

function orderId(text: string): number {
	if (!/^\d+$/.test(text)) throw notFound();
	return Number(text);
}

function known({ state }: Store, { account }: FastifyRequest, id: number): Metafield {
	const metafield = state.metafields.get(id);
	if (!metafield || !isVisibleTo(account, metafield)) throw notFound();
	return metafield;
}

function metafieldOf(request: FastifyRequest<ById>, store: Store): Metafield {
	const metafield = known(store, request, Number(request.params.metafieldId));
	if (metafield.resource_id !== orderId(request.params.id)) throw notFound();
	return metafield;
}

function touch({ state, settings }: Store, id: number): void {
	if (settings.metafieldTouchesOrder && state.orders.get(id))
		state.orders.update(id, { modifiedAt: Date.now() });
}

/** Does one row after the other; 422 with an error per failed row when not all went well, the others being done. */
function batch<T, R>(request: FastifyRequest, reply: FastifyReply, apply: (row: T) => R) {
	if (!Array.isArray(request.body)) throw unprocessable('The request body must be an array.');
	const data: R[] = [];
	const errors: Body[] = [];
	request.body.forEach((row: T, position) => {
		try {
			data.push(apply(row));
		} catch (error) {
			if (!(error instanceof ApiProblem)) throw error;
			errors.push({
				status: error.status,
				title: error.title,
				type: '',
				errors: { ...error.errors, position: String(position) },
			});
		}
	});
	const meta = { total: request.body.length, success: data.length, failed: errors.length };
	return reply.code(errors.length > 0 ? 422 : 200).send({ data, errors, meta });
}

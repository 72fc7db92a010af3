import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isoDate } from '../catalog/catalogView';
import type { ScopeName } from '../http/accounts';
import { ApiProblem, notFound, unprocessable } from '../http/apiProblem';
import { cursorPage } from '../http/cursorPaging';
import { Query } from '../http/query';
import { changeMetafield, createMetafield, deleteMetafield, isVisibleTo, metafieldsOf } from './metafields';
import { locations } from '../seed/locations';
import type { Store } from '../store';
import type { Metafield, Resource } from '../records/metafield';

type ById = { Params: { id: string; metafieldId: string } };
type Body = Record<string, unknown>;

/** A kind of resource that has metafields. */
interface Kind {
	path: string;
	type: Resource['type'];
	scope: ScopeName;
	/** Whether the id may be written on. */
	isKnown(id: number): boolean;
	/** Called with the id of a resource whose metafields were created or changed. */
	touch(id: number): void;
}

/** Metafields of orders, which need not exist. */
export function addOrderMetafieldRoutes(api: FastifyInstance, store: Store): void {
	const { state, settings } = store;
	addMetafieldRoutes(api, store, {
		path: '/v3/orders',
		type: 'order',
		scope: 'orders',
		isKnown: () => true,
		touch: (id) => {
			if (settings.metafieldTouchesOrder && state.orders.get(id))
				state.orders.update(id, { modifiedAt: Date.now() });
		},
	});
}

/** Metafields of inventory locations. */
export function addLocationMetafieldRoutes(api: FastifyInstance, store: Store): void {
	addMetafieldRoutes(api, store, {
		path: '/v3/inventory/locations',
		type: 'location',
		scope: 'locations',
		isKnown: (id) => locations.some((location) => location.id === id),
		touch: () => {},
	});
}

/** Metafields of one resource, and of all of its kind with cursors and in batches. */
function addMetafieldRoutes(api: FastifyInstance, store: Store, kind: Kind): void {
	const { state } = store;
	const scopes = { config: { scopes: [kind.scope] } };
	const one = `${kind.path}/:id/metafields`;
	const all = `${kind.path}/metafields`;

	const create = ({ account }: FastifyRequest, id: number, body: unknown) => {
		if (!kind.isKnown(id)) throw notFound();
		const created = createMetafield(state, account, { type: kind.type, id }, body);
		kind.touch(id);
		return show(created);
	};
	const change = ({ account }: FastifyRequest, metafield: Metafield, body: unknown) => {
		const changed = changeMetafield(state, account, metafield, body);
		kind.touch(changed.resource_id);
		return show(changed);
	};
	const known = ({ account }: FastifyRequest, id: number): Metafield => {
		const metafield = state.metafields.get(id);
		if (metafield?.resource_type !== kind.type || !isVisibleTo(account, metafield)) throw notFound();
		return metafield;
	};
	const named = (request: FastifyRequest<ById>): Metafield => {
		const metafield = known(request, Number(request.params.metafieldId));
		if (metafield.resource_id !== resourceId(request)) throw notFound();
		return metafield;
	};

	api.get(all, scopes, async (request) => list(request, store, kind));
	api.get<ById>(one, scopes, async (request) => list(request, store, kind, resourceId(request)));
	api.get<ById>(`${one}/:metafieldId`, scopes, async (request) => ({ data: show(named(request)), meta: {} }));

	api.post<ById>(one, scopes, async (request) => ({
		data: create(request, resourceId(request), request.body),
		meta: {},
	}));
	api.put<ById>(`${one}/:metafieldId`, scopes, async (request) => ({
		data: change(request, named(request), request.body),
		meta: {},
	}));
	api.delete<ById>(`${one}/:metafieldId`, scopes, async (request, reply) => {
		deleteMetafield(state, request.account, named(request));
		return reply.code(204).send();
	});

	api.post(all, scopes, async (request, reply) =>
		batch(request, reply, (row: Body) => create(request, Number(row.resource_id), row)),
	);
	api.put(all, scopes, async (request, reply) =>
		batch(request, reply, (row: Body) => change(request, known(request, Number(row.id)), row)),
	);
	api.delete(all, scopes, async (request, reply) =>
		batch(request, reply, (id: number) => {
			deleteMetafield(state, request.account, known(request, id));
			return id;
		}),
	);
}

function list(request: FastifyRequest, store: Store, { type }: Kind, id?: number) {
	const query = new Query(request);
	const keys = query.list('key:in') ?? (query.text('key') === undefined ? undefined : [query.text('key')]);
	const spaces =
		query.list('namespace:in') ??
		(query.text('namespace') === undefined ? undefined : [query.text('namespace')]);
	const isWithin = (name: string, moment: number) =>
		moment >= (query.date(`${name}:min`) ?? -Infinity) && moment <= (query.date(`${name}:max`) ?? Infinity);
	const found = metafieldsAt(request, store, type, id)
		.filter((metafield) => isVisibleTo(request.account, metafield))
		.filter(({ key, namespace }) => (keys?.includes(key) ?? true) && (spaces?.includes(namespace) ?? true))
		.filter(({ createdAt }) => isWithin('date_created', createdAt))
		.filter(({ modifiedAt }) => isWithin('date_modified', modifiedAt));
	return cursorPage(
		request,
		query.text('direction') === 'desc' ? found.reverse() : found,
		show,
		store.settings.limitAboveMaximum,
	);
}

/** The metafields of one resource or of all of a kind; as they were a while ago where the request meets a stale read. */
function metafieldsAt(
	{ fault }: FastifyRequest,
	{ state }: Store,
	type: Resource['type'],
	id?: number,
): Metafield[] {
	const isStale = fault?.kind === 'staleRead';
	if (id !== undefined && !isStale) return metafieldsOf(state, { type, id });
	const all = isStale
		? state.metafields.asOf(Date.now() - (fault.delayMs ?? 5000))
		: state.metafields.values();
	return all.filter(
		(metafield) => metafield.resource_type === type && (id === undefined || metafield.resource_id === id),
	);
}

function show({ createdAt, modifiedAt, ...fields }: Metafield) {
	return { ...fields, date_created: isoDate(createdAt), date_modified: isoDate(modifiedAt) };
}

function resourceId({ params }: FastifyRequest<ById>): number {
	if (!/^\d+$/.test(params.id)) throw notFound();
	return Number(params.id);
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

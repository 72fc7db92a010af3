import type { ScopeName } from '../http/accounts';
import { notFound } from '../http/apiProblem';
import { bodyOf, staleMoment, type Call } from '../http/call';
import { isoDate, serverTime } from '../http/dates';
import type { Route } from '../http/routes';
import { textIn, textIs, timeWithin, type Filter } from '../listing/filters';
import { batchAnswer } from '../metafields/batch';
import {
	changeMetafield,
	createMetafield,
	deleteMetafield,
	isVisibleTo,
	metafieldsOf,
} from '../metafields/metafields';
import type { Metafield, Owner } from '../records/metafield';
import { locations } from '../seed/locations';
import type { Store } from '../store';
import type { Resource } from './resource';

/** A kind of record that has metafields. */
interface Kind {
	path: string;
	type: Owner['type'];
	scopes: ScopeName[];
	/** Whether the id may be written on. */
	isKnown(id: number): boolean;
	/** Called with the id of an owner whose metafields were created, changed or deleted. */
	touch(store: Store, id: number): void;
}

/** Metafields of orders, which need not exist. */
const ofOrders: Kind = {
	path: '/v3/orders',
	type: 'order',
	scopes: ['orders'],
	isKnown: () => true,
	touch: ({ state, settings }, id) => {
		if (settings.metafieldTouchesOrder && state.orders.get(id))
			state.orders.update(id, { modifiedAt: Date.now() });
	},
};

const ofLocations: Kind = {
	path: '/v3/inventory/locations',
	type: 'location',
	scopes: ['locations'],
	isKnown: (id) => locations.some((location) => location.id === id),
	touch: () => {},
};

const filters: ReadonlyArray<Filter<Metafield>> = [
	textIs('key', ({ key }) => key),
	textIn('key:in', ({ key }) => key),
	textIs('namespace', ({ namespace }) => namespace),
	textIn('namespace:in', ({ namespace }) => namespace),
	...timeWithin<Metafield>('date_created', ({ createdAt }, { settings }) => serverTime(settings, createdAt)),
	...timeWithin<Metafield>('date_modified', ({ modifiedAt }, { settings }) =>
		serverTime(settings, modifiedAt),
	),
];

const common = {
	form: 'v3Cursor' as const,
	filters,
	sort: ({ query, store }: Call, records: Metafield[]) =>
		query.text('direction') === 'desc' && store.settings.metafieldsTurn ? [...records].reverse() : records,
	render:
		({ store }: Call) =>
		(metafield: Metafield) =>
			show(store, metafield),
};

function show({ settings }: Store, { createdAt, modifiedAt, ...fields }: Metafield): object {
	const [date_created, date_modified] = [createdAt, modifiedAt].map((time) =>
		isoDate(serverTime(settings, time)),
	);
	return { ...fields, date_created, date_modified };
}

/** The metafields of one owner. */
function ofOne(kind: Kind): Resource<Metafield> {
	return {
		...common,
		path: `${kind.path}/:id/metafields`,
		scopes: kind.scopes,
		records: (call) => visible(call, kind, ownerId(call)),
		idName: 'metafieldId',
		find: (call, id) => {
			const metafield = known(call, kind, Number(id));
			if (metafield.resource_id !== ownerId(call)) throw notFound();
			return metafield;
		},
		create: (call) => create(call, kind, ownerId(call), bodyOf(call)),
		change: (call, metafield) => change(call, kind, metafield, bodyOf(call)),
		remove: (call, metafield) => remove(call, kind, metafield),
	};
}

/** The metafields of all owners of a kind. */
function ofAll(kind: Kind): Resource<Metafield> {
	return {
		...common,
		path: `${kind.path}/metafields`,
		scopes: kind.scopes,
		records: (call) => visible(call, kind),
	};
}

type Row = Readonly<Record<string, unknown>>;

/** The three writes of many metafields at once. */
function batches(kind: Kind): Route[] {
	const where = { path: `${kind.path}/metafields`, scopes: kind.scopes };
	return [
		{
			...where,
			method: 'POST',
			answer: (call) =>
				batchAnswer(call, (row: Row) => show(call.store, create(call, kind, Number(row.resource_id), row))),
		},
		{
			...where,
			method: 'PUT',
			answer: (call) =>
				batchAnswer(call, (row: Row) =>
					show(call.store, change(call, kind, known(call, kind, Number(row.id)), row)),
				),
		},
		{
			...where,
			method: 'DELETE',
			answer: (call) =>
				batchAnswer(call, (id: number) => {
					remove(call, kind, known(call, kind, id));
					return id;
				}),
		},
	];
}

export const metafieldsOfOrder = ofOne(ofOrders);
export const metafieldsOfOrders = ofAll(ofOrders);
export const metafieldsOfLocation = ofOne(ofLocations);
export const metafieldsOfLocations = ofAll(ofLocations);
export const metafieldBatches: readonly Route[] = [...batches(ofOrders), ...batches(ofLocations)];

function create({ store, account }: Call, kind: Kind, id: number, body: Row): Metafield {
	if (!kind.isKnown(id)) throw notFound();
	const created = createMetafield(store.state, account, { type: kind.type, id }, body);
	kind.touch(store, id);
	return created;
}

function change({ store, account }: Call, kind: Kind, metafield: Metafield, body: Row): Metafield {
	const changed = changeMetafield(store.state, account, metafield, body);
	kind.touch(store, changed.resource_id);
	return changed;
}

function remove({ store, account }: Call, kind: Kind, metafield: Metafield): void {
	deleteMetafield(store.state, account, metafield);
	kind.touch(store, metafield.resource_id);
}

/** @throws ApiProblem 404 for one that does not exist, is of another kind, or is hidden from the account */
function known({ store, account }: Call, { type }: Kind, id: number): Metafield {
	const metafield = store.state.metafields.get(id);
	if (metafield?.resource_type !== type || !isVisibleTo(account, metafield)) throw notFound();
	return metafield;
}

/** Those that the account sees; as they were a while ago where the call meets a stale read or lists lag. */
function visible(call: Call, { type }: Kind, id?: number): Metafield[] {
	const { state } = call.store;
	const moment = listedMoment(call);
	const isSeen = (metafield: Metafield) =>
		metafield.resource_type === type &&
		(id === undefined || metafield.resource_id === id) &&
		isVisibleTo(call.account, metafield);
	if (moment !== undefined) return state.metafields.asOf(moment).filter(isSeen);
	const all = id === undefined ? state.metafields.values() : metafieldsOf(state, { type, id });
	return all.filter(isSeen);
}

/** The moment a list of metafields is to show, milliseconds since 1970; undefined for now. */
function listedMoment(call: Call): number | undefined {
	const { metafieldsListedAfterMs } = call.store.settings;
	return (
		staleMoment(call) ?? (metafieldsListedAfterMs > 0 ? Date.now() - metafieldsListedAfterMs : undefined)
	);
}

function ownerId({ params }: Call): number {
	if (!/^\d+$/.test(params.id)) throw notFound();
	return Number(params.id);
}

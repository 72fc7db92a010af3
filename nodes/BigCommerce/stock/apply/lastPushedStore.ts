import { groupBy } from 'lodash';
import {
	decodeLastPushed,
	encodeLastPushed,
	stockKey,
	type LastPushed,
} from '../../../../sync/stock/lastPushed';
import type { StockWrite } from '../../../../sync/stock/stockPlan';
import type { Noun } from '../../../shared/request/noun';
import { id, record, text, type Shaped } from '../../../shared/request/shape';
import { call, type BigCommerceClient } from '../../transport/client';
import { listByCursor } from '../../transport/cursor';
import { one } from '../../transport/envelope';

const NAMESPACE = 'n8n-bigcommerce-sos';

/** The values of a location are `last-pushed-1`, `last-pushed-2` and so on. */
const KEY = /^last-pushed-(\d+)$/;

const ALL_LOCATIONS = '/v3/inventory/locations/metafields';

const metafieldShape = record({ id, resource_id: id, namespace: text, key: text, value: text });

type LocationMetafield = Shaped<typeof metafieldShape>;

const locationMetafield: Noun<LocationMetafield> = {
	words: 'metafield',
	shape: metafieldShape,
	keyOf: ({ id: own }) => own,
};

/** What earlier runs left the shop with, by location id. */
export type LastPushedByLocation = Map<number, LastPushed & { metafields: LocationMetafield[] }>;

/** Reads the figures last pushed to all locations, with one list. */
export async function readLastPushed(store: BigCommerceClient): Promise<LastPushedByLocation> {
	const request = {
		noun: locationMetafield,
		path: ALL_LOCATIONS,
		query: { namespace: NAMESPACE },
		subject: 'the stock figures last pushed',
	};
	const metafields: LocationMetafield[] = [];
	for await (const metafield of listByCursor(store, request)) {
		if (metafield.namespace === NAMESPACE && KEY.test(metafield.key)) metafields.push(metafield);
	}
	const locations = Object.values(groupBy(metafields, ({ resource_id }) => resource_id));
	return new Map(
		locations.map((own) => [
			own[0].resource_id,
			{ ...decodeLastPushed(own.map(({ value }) => value)), metafields: own },
		]),
	);
}

/**
 * Keeps the figures the shop has after a run: those that were written and those that were right. Figures
 * of other SKUs stay, and of the values they are packed in only those that change are written.
 *
 * @param push when the run began, in ms
 */
export async function rememberPushed(
	store: BigCommerceClient,
	known: LastPushedByLocation,
	figures: StockWrite[],
	push: number,
): Promise<void> {
	for (const atLocation of Object.values(groupBy(figures, ({ locationId }) => locationId))) {
		const [{ locationId }] = atLocation;
		const { figures: before, metafields = [] } = known.get(locationId) ?? {};
		const after = new Map(before);
		for (const { identity, after: figure } of atLocation) {
			const key = stockKey(identity);
			if (key !== null) after.set(key, figure);
		}
		const values = encodeLastPushed(
			after,
			push,
			metafields.map(({ value }) => value),
		);
		await writeValues(store, locationId, values, metafields);
	}
}

async function writeValues(
	store: BigCommerceClient,
	locationId: number,
	values: string[],
	metafields: LocationMetafield[],
): Promise<void> {
	const byKey = new Map(metafields.map((metafield) => [metafield.key, metafield]));
	const path = `/v3/inventory/locations/${locationId}/metafields`;
	for (const [index, value] of values.entries()) {
		const key = `last-pushed-${index + 1}`;
		const present = byKey.get(key);
		if (present?.value === value) continue;
		await call(store, one(locationMetafield), {
			method: present === undefined ? 'POST' : 'PUT',
			path: present === undefined ? path : `${path}/${present.id}`,
			// Open for writing, so that another API account of the store can go on with it.
			body: {
				namespace: NAMESPACE,
				key,
				value,
				permission_set: 'write',
				description: 'Stock figures last pushed, for the check of the next run',
			},
			repeatable: true,
			subject: `keeping the stock figures pushed to location ${locationId}`,
		});
	}
}

import { groupBy } from 'lodash';
import {
	decodeLastPushed,
	encodeLastPushed,
	stockKey,
	type LastPushed,
} from '../../../../sync/stock/lastPushed';
import type { StockWrite } from '../../../../sync/stock/stockPlan';
import {
	listLocationMetafields,
	writeLocationMetafield,
	type LocationMetafield,
} from '../../api/locationMetafields';
import type { BigCommerceClient } from '../../transport/client';

const NAMESPACE = 'n8n-bigcommerce-sos';

/** The values of a location are `last-pushed-1`, `last-pushed-2` and so on. */
const KEY = /^last-pushed-(\d+)$/;

/** What earlier runs left the shop with, by location id. */
export type LastPushedByLocation = Map<number, LastPushed & { metafields: LocationMetafield[] }>;

/**
 * Reads the quantities last pushed to all locations, with one list. A value that cannot be decoded is as
 * good as none: nobody can say then what was pushed, and the next push writes it anew.
 *
 * @throws {ApiFailure}
 */
export async function readLastPushed(store: BigCommerceClient): Promise<LastPushedByLocation> {
	const metafields: LocationMetafield[] = [];
	for await (const metafield of listLocationMetafields(store, NAMESPACE, 'the quantities last pushed')) {
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
 * @throws {ApiFailure}
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
			if (key !== undefined) after.set(key, figure);
		}
		const previous = metafields.map(({ value }) => value);
		await writeValues(store, locationId, encodeLastPushed(after, push, previous), metafields);
	}
}

async function writeValues(
	store: BigCommerceClient,
	locationId: number,
	values: string[],
	metafields: LocationMetafield[],
): Promise<void> {
	const byKey = new Map(metafields.map((metafield) => [metafield.key, metafield]));
	for (const [index, value] of values.entries()) {
		const key = `last-pushed-${index + 1}`;
		const present = byKey.get(key);
		if (present?.value === value) continue;
		const body = {
			namespace: NAMESPACE,
			key,
			value,
			permission_set: 'write' as const,
			description: 'Stock figures last pushed, for the check of the next run',
		};
		await writeLocationMetafield(store, locationId, body, present);
	}
}

import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { DateTime } from 'luxon';
import { mapValues } from 'lodash';
import { readFilters } from '../shared/parameters/filters';
import {
	channels,
	locations,
	type NamedRecord,
	orderStages,
	type ReferenceTables,
} from './api/referenceTables';
import { chosenNames } from './chosenNames';
import type { SosNoun } from './transport/noun';
import { sosMoment } from './transport/time';

export const archivedFilter: INodeProperties = {
	displayName: 'Archived',
	name: 'archived',
	type: 'options',
	default: 'no',
	options: [
		{ name: 'Archived Only', value: 'yes' },
		{ name: 'Both', value: 'any' },
		{ name: 'Not Archived', value: 'no' },
	],
};

export const createdSinceFilter: INodeProperties = {
	displayName: 'Created Since',
	name: 'createdsince',
	type: 'dateTime',
	default: '',
};

export const updatedSinceFilter: INodeProperties = {
	displayName: 'Updated Since',
	name: 'updatedsince',
	type: 'dateTime',
	default: '',
};

/** The filters that SOS takes by the name of a record. */
const BY_NAME: Record<string, SosNoun<NamedRecord>> = {
	channel: channels,
	location: locations,
	orderStage: orderStages,
};

/**
 * The filters of a Get Many as the arguments of SOS's lists, whose names they have.
 *
 * @param collection as `filtersCollection` made it
 * @throws {NodeOperationError} for an empty filter, an unreadable date, a record that SOS does not have
 */
export async function listArguments(
	context: IExecuteFunctions,
	tables: ReferenceTables,
	collection: INodeProperties,
	itemIndex: number,
): Promise<Record<string, string>> {
	const filters = readFilters(context, collection.options as INodeProperties[], itemIndex);
	const query = mapValues(filters, (value) =>
		value instanceof DateTime ? sosMoment(value.toMillis()) : String(value),
	);
	for (const name of Object.keys(query).filter((filter) => filter in BY_NAME)) {
		[query[name]] = await chosenNames(context, tables, BY_NAME[name], [query[name]], itemIndex);
	}
	return query;
}

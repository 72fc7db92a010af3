import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { DateTime } from 'luxon';
import { mapValues } from 'lodash';
import { readFilters } from '../shared/filters';
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

/**
 * The filters of a Get Many as the arguments of SOS's lists, whose names they have.
 *
 * @param collection as `filtersCollection` made it
 * @throws {NodeOperationError} for an empty filter or an unreadable date
 */
export function listArguments(
	context: IExecuteFunctions,
	collection: INodeProperties,
	itemIndex: number,
): Record<string, string> {
	const filters = readFilters(context, collection.options as INodeProperties[], itemIndex);
	return mapValues(filters, (value) =>
		value instanceof DateTime ? sosMoment(value.toMillis()) : String(value),
	);
}

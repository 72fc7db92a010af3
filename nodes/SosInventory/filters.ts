import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { DateTime } from 'luxon';
import { sosMoment } from './transport/time';

/** A `Filters` collection whose entries are named as SOS's list arguments are. */
export function filtersCollection(options: INodeProperties[]): INodeProperties {
	return {
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options,
	};
}

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
 * The filters as SOS takes them. One that was added but is empty is refused: SOS ignores an empty
 * filter silently and answers with everything.
 *
 * @param collection as `filtersCollection` made it
 * @throws {NodeOperationError} for an empty filter or an unreadable date
 */
export function readFilters(
	context: IExecuteFunctions,
	collection: INodeProperties,
	itemIndex: number,
): Record<string, string> {
	const filters = context.getNodeParameter('filters', itemIndex, {}) as Record<string, unknown>;
	const known = (collection.options ?? []) as INodeProperties[];
	const entries = Object.entries(filters).map(([name, value]): [string, string] => {
		const { displayName = name, type } = known.find((option) => option.name === name) ?? {};
		const text = String(value ?? '').trim();
		if (text === '') {
			throw new NodeOperationError(context.getNode(), `The filter '${displayName}' is empty`, {
				description:
					'Give it a value or remove it. SOS Inventory would answer an empty filter with everything.',
				itemIndex,
			});
		}
		return [name, type === 'dateTime' ? moment(context, displayName, text, itemIndex) : text];
	});
	return Object.fromEntries(entries);
}

function moment(context: IExecuteFunctions, name: string, text: string, itemIndex: number): string {
	// Without an offset the time is one of the workflow's time zone, which is luxon's default inside n8n.
	const date = DateTime.fromISO(text, { zone: context.getTimezone() });
	if (!date.isValid) {
		throw new NodeOperationError(context.getNode(), `The filter '${name}' is "${text}", which is no date`, {
			description: 'Choose a date, or give one such as 2026-03-31T08:00:00Z.',
			itemIndex,
		});
	}
	return sosMoment(date.toMillis());
}

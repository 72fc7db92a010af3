import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { DateTime } from 'luxon';
import { readQuantity } from '../../../sync/stock/quantity';
import { hasOwnChoices } from './collection';
import { givenMoment } from './moment';
import { choice } from './oneOf';
import { refuse } from './refuse';
import { separated } from './separated';
import { onOrOff } from './yesOrNo';

/** A filter as the user gave it: a multiple choice is a list, a date is a moment. */
export type FilterValue = string | number | boolean | string[] | DateTime;

/** The `Filters` collection of a Get Many. */
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

/**
 * The filters that were added, by the name of their field. One that was added but is empty is refused:
 * both services ignore an empty filter, and what was meant to find one record would find them all.
 *
 * @throws {NodeOperationError} for an empty filter, a number that is none, a date that cannot be read
 */
export function readFilters(
	context: IExecuteFunctions,
	fields: INodeProperties[],
	itemIndex: number,
): Record<string, FilterValue | undefined> {
	const given = context.getNodeParameter('filters', itemIndex, {}) as Record<string, unknown>;
	const entries = fields
		.filter(({ name }) => name in given)
		.map((field): [string, FilterValue] => [
			field.name,
			readFilter(context, field, given[field.name], itemIndex),
		]);
	return Object.fromEntries(entries);
}

function readFilter(
	context: IExecuteFunctions,
	field: INodeProperties,
	value: unknown,
	itemIndex: number,
): FilterValue {
	const { displayName, type } = field;
	const refused = (what: string, fix: string) =>
		refuse(context, `The filter '${displayName}' is ${what}`, fix, itemIndex);
	if (isEmpty(value)) {
		throw refused('empty', 'Give it a value or remove it: an empty filter would find everything.');
	}
	if (type === 'boolean') return onOrOff(context, value, displayName, itemIndex);
	if (type === 'dateTime') return givenMoment(context, value, `The filter '${displayName}'`, itemIndex);
	if (type === 'multiOptions') return separated(value).flatMap(separated);
	if (Array.isArray(value)) return separated(value);
	if (hasOwnChoices(field)) return choice(context, field, value, `The filter '${displayName}'`, itemIndex);
	const text = String(value).trim();
	if (type !== 'number') return text;
	const number = readQuantity(value);
	if (number !== undefined) return number;
	throw refused(`"${text}", which is not a number`, 'Give a plain number such as 12 or 12.5.');
}

/** A list of nothing but empty entries is as empty as no text. */
function isEmpty(value: unknown): boolean {
	return String(value ?? '').replace(/[\s,]|^\[\]$/g, '') === '';
}

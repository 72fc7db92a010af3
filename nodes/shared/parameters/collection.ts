import type { IDataObject, IExecuteFunctions, INodeProperties, INodePropertyCollection } from 'n8n-workflow';
import { castArray, isPlainObject } from 'lodash';
import { isBlank } from '../../../sync/stock/quantity';
import { isoText, notADate } from './moment';
import { numberOf } from './number';
import { choice } from './oneOf';
import { separated } from './separated';
import { onOrOff } from './yesOrNo';

/**
 * What was added to a collection, each field read by its type, so that text which means false, a number or a
 * choice is that. Fields that are empty are left out, like those that nobody added, and so are empty rows of
 * tables.
 *
 * @throws {NodeOperationError} for a value that its field cannot have
 */
export function readCollection(
	context: IExecuteFunctions,
	{ name, options = [] }: INodeProperties,
	itemIndex: number,
): IDataObject {
	const given = context.getNodeParameter(name, itemIndex, {});
	return readFields(context, options as INodeProperties[], given, '', itemIndex);
}

function readFields(
	context: IExecuteFunctions,
	fields: INodeProperties[],
	given: unknown,
	where: string,
	itemIndex: number,
): IDataObject {
	const values = isPlainObject(given) ? (given as IDataObject) : {};
	const read = fields.flatMap((field) => {
		const value = fieldValue(context, field, values[field.name], where, itemIndex);
		return value === undefined ? [] : [[field.name, value]];
	});
	return Object.fromEntries(read) as IDataObject;
}

/**
 * A value by the type of its field; undefined where it is empty. Fields whose choices n8n loads from a service
 * and locators stay as they are.
 *
 * @param where added to the field's name in a message: " in row 2 of 'Other Currencies'"
 */
function fieldValue(
	context: IExecuteFunctions,
	field: INodeProperties,
	value: unknown,
	where: string,
	itemIndex: number,
): unknown {
	if (isBlank(value)) return undefined;
	const label = `'${field.displayName}'${where}`;
	switch (field.type) {
		case 'boolean':
			return onOrOff(context, value, `${field.displayName}`, itemIndex);
		case 'number':
			return numberOf(context, value, field, label, itemIndex);
		case 'dateTime': {
			const date = isoText(value);
			if (date === undefined) throw notADate(context, value, label, itemIndex);
			return date;
		}
		case 'options':
			return hasOwnChoices(field) ? choice(context, field, value, label, itemIndex) : value;
		case 'multiOptions': {
			const chosen = separated(value).flatMap(separated);
			if (!hasOwnChoices(field)) return chosen;
			return chosen.map((one) => choice(context, field, one, label, itemIndex));
		}
		case 'string':
			return typeof value === 'object' ? value : String(value);
		case 'fixedCollection':
			return readTables(context, field, value, itemIndex);
		default:
			return value;
	}
}

/** Whether the choices of a drop-down are known here, and not loaded from a service. */
export function hasOwnChoices({ options = [] }: INodeProperties): boolean {
	return options.length > 0;
}

/** The tables of a fixed collection, by name; one that holds a single row is that row. */
function readTables(
	context: IExecuteFunctions,
	{ displayName, options = [], typeOptions }: INodeProperties,
	value: unknown,
	itemIndex: number,
): IDataObject {
	const given = isPlainObject(value) ? (value as IDataObject) : {};
	const tables: IDataObject = {};
	for (const { name, values } of options as INodePropertyCollection[]) {
		if (given[name] === undefined) continue;
		if (typeOptions?.multipleValues) {
			tables[name] = castArray(given[name]).flatMap((row, index) => {
				if (isEmptyRow(values, row)) return [];
				return [readFields(context, values, row, ` in row ${index + 1} of '${displayName}'`, itemIndex)];
			});
		} else {
			tables[name] = readFields(context, values, given[name], ` under '${displayName}'`, itemIndex);
		}
	}
	return tables;
}

/**
 * Whether a row of a table says nothing: its cells are empty, or as they come in a new row. A row that has none
 * of the table's columns says something else.
 */
export function isEmptyRow(columns: INodeProperties[], row: unknown): boolean {
	if (!isPlainObject(row)) return false;
	const cells = row as IDataObject;
	const own = columns.filter(({ name }) => name in cells);
	if (own.length === 0) return Object.values(cells).every(isBlank);
	return own.every(({ name, default: fresh }) => isBlank(cells[name]) || cells[name] === fresh);
}

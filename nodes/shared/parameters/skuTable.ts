import type { IDataObject, IExecuteFunctions, INodeProperties, INodePropertyCollection } from 'n8n-workflow';
import { castArray, isPlainObject } from 'lodash';
import { isBlank } from '../../../sync/stock/quantity';
import { isEmptyRow } from './collection';
import { parseJsonList } from './jsonList';
import { refuse } from './refuse';

/** A table that can be typed in row by row or given as JSON, from a spreadsheet or another node. */
export interface SkuTable {
	/** The rows that are typed in. */
	typed: INodeProperties;
	/** In the typed table's value: `{ alias: [ … ] }`. */
	group: string;
	asJson: INodeProperties;
	/** What its rows are, in the plural, and an example of the list. */
	words: string;
	example: string;
}

/** A row, and what is wrong with it: "has no SKU". Without a SKU that it is about there is no row. */
export type ReadRow<T> = { row: T; flaw?: string } | { row?: undefined; flaw: string };

/** How many bad rows one message names. */
const SHOWN = 5;

/**
 * All rows of a table, typed in or listed, as `read` reads them. A row without anything in it is none. What is
 * wrong with a row is told beside the output, by its number, and the other rows count.
 *
 * @param read gets the cells of a row, and how messages call the row: "row 2 of 'Aliases (JSON)'"
 * @throws {NodeOperationError} when the JSON is not a list of rows
 */
export function readSkuTable<T>(
	context: IExecuteFunctions,
	options: Record<string, unknown>,
	{ typed, group, asJson, words, example }: SkuTable,
	read: (cells: IDataObject, where: string) => ReadRow<T>,
): T[] {
	const byHand = castArray((options[typed.name] as IDataObject | undefined)?.[group] ?? []);
	const listed = parseJsonList(options[asJson.name]);
	const flaws: string[] = [];
	const { values } = (typed.options as INodePropertyCollection[])[0];
	const readAll = (rows: unknown[], table: string) =>
		rows.flatMap((cells, index) => {
			if (isBlank(cells) || isEmptyRow(values, cells)) return [];
			const where = `row ${index + 1} of '${table}'`;
			const { row, flaw }: ReadRow<T> = isPlainObject(cells)
				? read(cells as IDataObject, where)
				: { flaw: 'is not a row' };
			if (flaw !== undefined) flaws.push(`${where} ${flaw}`);
			return row === undefined ? [] : [row];
		});
	const rows = readAll(byHand, typed.displayName);
	if (listed === undefined || (listed.length > 0 && listed.every(isScalar))) {
		throw refuse(
			context,
			`'${asJson.displayName}' is not a list of ${words}`,
			`Give a list such as ${example}.`,
		);
	}
	const fromJson = readAll(listed, asJson.displayName);
	if (flaws.length > 0) warn(context, flaws);
	return [...rows, ...fromJson];
}

function isScalar(cells: unknown): boolean {
	return typeof cells !== 'object';
}

function warn(context: IExecuteFunctions, flaws: string[]): void {
	const more = flaws.length > SHOWN ? `; and ${flaws.length - SHOWN} more` : '';
	context.addExecutionHints({
		message: `Rows left out: ${flaws.slice(0, SHOWN).join('; ')}${more}`,
		type: 'warning',
		location: 'outputPane',
	});
}

import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { readQuantity } from '../../../sync/stock/quantity';
import { refuse } from './refuse';

/**
 * A number of a field, also as the text that expressions and spreadsheets make of it.
 *
 * @param label the field, as the message begins: `'Exchange Rate'`
 * @returns a number within the bounds that the field's `typeOptions` state
 * @throws {NodeOperationError} for text that is not a plain number, and for one beyond a bound
 */
export function numberOf(
	context: IExecuteFunctions,
	value: unknown,
	{ typeOptions }: Pick<INodeProperties, 'typeOptions'>,
	label: string,
	itemIndex: number,
): number {
	const number = readQuantity(value);
	const { minValue = -Infinity, maxValue = Infinity } = typeOptions ?? {};
	if (number !== undefined && number >= minValue && number <= maxValue) return number;
	const bounds = [
		...(Number.isFinite(minValue) ? [`${minValue} or more`] : []),
		...(Number.isFinite(maxValue) ? [`${maxValue} or less`] : []),
	].join(' and ');
	throw refuse(
		context,
		`${label} is "${String(value)}", which is not a number${bounds && ` of ${bounds}`}`,
		'Give a plain number such as 12 or 12.5.',
		itemIndex,
	);
}

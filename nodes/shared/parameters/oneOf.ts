import type { IExecuteFunctions, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { refuse } from './refuse';

/**
 * Reads a drop-down. An expression can give it any text, and n8n lets that through: a typing error must
 * not choose something by accident.
 *
 * @throws {NodeOperationError} for a value that is not in the list, naming those that are
 */
export function oneOf<T extends string>(
	context: IExecuteFunctions,
	field: INodeProperties,
	itemIndex: number,
): T {
	const value = context.getNodeParameter(field.name, itemIndex);
	return choice(context, field, value, `'${field.displayName}'`, itemIndex) as T;
}

/**
 * A value as the choice of a drop-down that it is; spaces around it do not count, and numbers may be text.
 *
 * @param label what messages call the drop-down
 * @throws {NodeOperationError} for a value that is not one of the field's choices, naming those that are
 */
export function choice(
	context: IExecuteFunctions,
	{ options = [] }: INodeProperties,
	value: unknown,
	label: string,
	itemIndex: number,
): string | number | boolean {
	const allowed = options.map((option) => (option as INodePropertyOptions).value);
	const found = allowed.find((one) => String(one) === String(value).trim());
	if (found !== undefined) return found;
	const given = String(value ?? '');
	throw refuse(context, `${label} is "${given}"`, `Give one of: ${allowed.join(', ')}.`, itemIndex);
}

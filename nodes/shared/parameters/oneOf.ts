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
	{ name, displayName, options = [] }: INodeProperties,
	itemIndex: number,
): T {
	const value = context.getNodeParameter(name, itemIndex) as T;
	const allowed = options.map((option) => (option as INodePropertyOptions).value);
	if (allowed.includes(value)) return value;
	throw refuse(
		context,
		`'${displayName}' is "${String(value ?? '')}"`,
		`Give one of: ${allowed.join(', ')}.`,
		itemIndex,
	);
}

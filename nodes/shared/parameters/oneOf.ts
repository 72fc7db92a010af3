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

/**
 * Reads a switch that decides whether something is written.
 *
 * @throws {NodeOperationError} for anything but true and false, such as an expression that found nothing
 */
export function yesOrNo(context: IExecuteFunctions, name: string, label: string, itemIndex: number): boolean {
	return trueOrFalse(context, context.getNodeParameter(name, itemIndex), label, itemIndex);
}

/**
 * As {@link yesOrNo} for a switch in a collection, which is as its parameter says where nobody has added it.
 *
 * @throws {NodeOperationError}
 */
export function yesOrNoOption(
	context: IExecuteFunctions,
	options: Record<string, unknown>,
	{ name, displayName, default: otherwise }: INodeProperties,
	itemIndex: number,
): boolean {
	return trueOrFalse(context, name in options ? options[name] : otherwise, displayName, itemIndex);
}

function trueOrFalse(context: IExecuteFunctions, value: unknown, label: string, itemIndex: number): boolean {
	if (typeof value === 'boolean') return value;
	throw refuse(context, `'${label}' is "${String(value ?? '')}"`, 'Give true or false.', itemIndex);
}

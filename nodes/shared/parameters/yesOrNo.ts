import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { isBlank } from '../../../sync/stock/quantity';
import { refuse } from './refuse';

/** What expressions and spreadsheets give in place of true and false, in lower case. */
const WORDS = new Map([
	['true', true],
	['yes', true],
	['1', true],
	['false', false],
	['no', false],
	['0', false],
]);

/**
 * A switch as people type it: true and false, the same or "yes" and "no" as text in any case, 1 and 0.
 * Undefined for anything else, which is neither on nor off.
 * @example readYesNo('FALSE') // false
 */
export function readYesNo(value: unknown): boolean | undefined {
	const isScalar = typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string';
	return isScalar ? WORDS.get(String(value).trim().toLowerCase()) : undefined;
}

/**
 * A switch that decides what is written. An empty one, such as an expression that found nothing, leaves that
 * open and is refused.
 *
 * @throws {NodeOperationError} for what {@link readYesNo} does not know
 */
export function yesOrNo(
	context: IExecuteFunctions,
	{ name, displayName }: INodeProperties,
	itemIndex: number,
): boolean {
	return onOrOff(context, context.getNodeParameter(name, itemIndex), displayName, itemIndex);
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
	return onOrOff(context, name in options ? options[name] : otherwise, displayName, itemIndex);
}

/**
 * A switch that only decides what is read or shown: an empty one is as its parameter comes.
 *
 * @throws {NodeOperationError} for what is neither on nor off
 */
export function yesOrDefault(
	context: IExecuteFunctions,
	{ name, displayName, default: otherwise }: INodeProperties,
	itemIndex: number,
): boolean {
	const value = context.getNodeParameter(name, itemIndex, otherwise);
	return onOrOff(context, isBlank(value) ? otherwise : value, displayName, itemIndex);
}

/**
 * As {@link yesOrDefault} for a switch in a collection.
 *
 * @throws {NodeOperationError}
 */
export function optionOrDefault(
	context: IExecuteFunctions,
	options: Record<string, unknown>,
	{ name, displayName, default: otherwise }: INodeProperties,
	itemIndex: number,
): boolean {
	const value = options[name];
	return onOrOff(context, isBlank(value) ? otherwise : value, displayName, itemIndex);
}

/**
 * Whether `value` means on.
 *
 * @throws {NodeOperationError} for what is neither on nor off, which `label` names
 */
export function onOrOff(
	context: IExecuteFunctions,
	value: unknown,
	label: string,
	itemIndex: number,
): boolean {
	const isOn = readYesNo(value);
	if (isOn !== undefined) return isOn;
	throw refuse(context, `'${label}' is "${String(value ?? '')}"`, 'Give true or false.', itemIndex);
}

import { get } from 'lodash';
import type { IExecuteFunctions, NodeParameterValueType } from 'n8n-workflow';

/** Names one field of the input item: `={{ $json.sos.id }}`. */
const FIELD = /^=\{\{\s*\$json((?:\.[A-Za-z_]\w*)+)\s*\}\}$/;

/** Names one field of another node's first item: `={{ $('Settings').first().json.prefix }}`. */
const SETTING = /^=\{\{\s*\$\('[^'\\]+'\)\.first\(\)\.json(?:\.[A-Za-z_]\w*)+\s*\}\}$/;

/**
 * Reads a parameter for one input item. n8n takes up to half a millisecond to work out an expression,
 * which is most of what thousands of items cost: one that only names a field of the item is looked up.
 */
export function itemParameter(context: IExecuteFunctions, name: string, itemIndex: number): unknown {
	const written = context.getNode().parameters[name];
	const path = typeof written === 'string' ? FIELD.exec(written)?.[1] : undefined;
	if (path === undefined) return context.getNodeParameter(name, itemIndex, '', { extractValue: true });
	return get(context.getInputData()[itemIndex].json, path.slice(1).split('.')) as unknown;
}

/**
 * Whether the node's parameters come out the same for all input items, so that reading them once will
 * do: they hold no expression, or only such as name a field of another node's first item.
 */
export function areSameForAllItems(context: IExecuteFunctions): boolean {
	return isSame(context.getNode().parameters);
}

function isSame(value: NodeParameterValueType): boolean {
	if (typeof value === 'string') return !value.startsWith('=') || SETTING.test(value);
	return value === null || typeof value !== 'object' || Object.values(value).every(isSame);
}

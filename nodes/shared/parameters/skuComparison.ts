import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { settingLabels } from './settingLabels';
import { optionOrDefault } from './yesOrNo';

/** BigCommerce tells no SKUs apart by case, so that a SKU in SOS which differs in nothing else is the same. */
export const ignoreCase: INodeProperties = {
	displayName: settingLabels['match.ignoreCase'],
	name: 'ignoreCase',
	type: 'boolean',
	default: true,
	description:
		'Whether "mug-1" and "MUG-1" are the same SKU. BigCommerce tells no SKUs apart by case. Where SOS Inventory has both, the one spelled like the order\'s is meant.',
};

export const ignoreOuterSpaces: INodeProperties = {
	displayName: settingLabels['match.ignoreOuterSpaces'],
	name: 'ignoreOuterSpaces',
	type: 'boolean',
	default: false,
	description: 'Whether spaces before and after a SKU do not count',
};

/**
 * Which differences between SKUs do not count.
 *
 * @param options the collection that has the two fields
 * @throws {NodeOperationError} for one that is neither on nor off
 */
export function readSkuComparison(
	context: IExecuteFunctions,
	options: Record<string, unknown>,
): { ignoreCase: boolean; ignoreOuterSpaces: boolean } {
	return {
		ignoreCase: optionOrDefault(context, options, ignoreCase, 0),
		ignoreOuterSpaces: optionOrDefault(context, options, ignoreOuterSpaces, 0),
	};
}

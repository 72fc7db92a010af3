import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { settingLabels } from './settingLabels';
import { skuText } from '../../../sync/sku';
import type { SkuAlias } from '../../../sync/skuMatching';
import { readQuantity } from '../../../sync/stock/quantity';
import { parseJsonList } from './jsonList';
import { refuse } from './refuse';

/** The alias table, as rows typed in or as JSON from a spreadsheet or another node. */
export const aliasParameters: INodeProperties[] = [
	{
		displayName: settingLabels['match.aliases'],
		name: 'aliases',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		default: {},
		placeholder: 'Add Alias',
		description: 'SKUs of the shop that SOS Inventory knows under another SKU or in another pack',
		options: [
			{
				displayName: 'Alias',
				name: 'alias',
				values: [
					{
						displayName: 'Pack Size',
						name: 'packSize',
						type: 'number',
						default: 1,
						description: 'SOS units in one unit sold: 6 for a six-pack',
					},
					{ displayName: 'SKU in BigCommerce', name: 'shopSku', type: 'string', default: '' },
					{ displayName: 'SKU in SOS Inventory', name: 'sosSku', type: 'string', default: '' },
				],
			},
		],
	},
	{
		displayName: 'Aliases (JSON)',
		name: 'aliasesJson',
		type: 'json',
		default: '[]',
		description: 'The same as a list, e.g. [{"shopSku": "MUG-6", "sosSku": "MUG", "packSize": 6}]',
	},
];

/**
 * All aliases of the two parameters.
 *
 * @throws {NodeOperationError} when the JSON is not a list of aliases
 */
export function readAliases(context: IExecuteFunctions, options: Record<string, unknown>): SkuAlias[] {
	const rows = (options.aliases as { alias?: SkuAlias[] } | undefined)?.alias ?? [];
	const listed = parseJsonList(options.aliasesJson);
	const aliases = listed?.every(isAlias) ? [...rows, ...listed] : undefined;
	if (aliases === undefined) {
		throw refuse(
			context,
			"'Aliases (JSON)' is not a list of aliases",
			'Give a list such as [{"shopSku": "MUG-6", "sosSku": "MUG", "packSize": 6}].',
		);
	}
	return aliases.flatMap((alias) => {
		const [shopSku, sosSku] = [skuText(alias.shopSku), skuText(alias.sosSku)];
		if (shopSku === undefined || sosSku === undefined) return [];
		// Spreadsheets give numbers as text; what is no number becomes the reason that the line is not matched.
		const packSize = readQuantity(alias.packSize) ?? alias.packSize;
		return [{ ...alias, shopSku, sosSku, packSize }];
	});
}

function isAlias(value: unknown): value is SkuAlias {
	const { shopSku, sosSku } = (value ?? {}) as Partial<SkuAlias>;
	return isSku(shopSku) && isSku(sosSku);
}

/** Spreadsheets and expressions turn some SKUs into numbers. */
function isSku(value: unknown): boolean {
	return typeof value === 'string' || typeof value === 'number';
}

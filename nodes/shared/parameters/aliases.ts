import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { settingLabels } from './settingLabels';
import { skuText } from '../../../sync/sku';
import type { SkuAlias } from '../../../sync/skuAliases';
import { readQuantity } from '../../../sync/stock/quantity';
import { readSkuTable, type ReadRow } from './skuTable';

const typed: INodeProperties = {
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
};

const EXAMPLE = '[{"shopSku": "MUG-6", "sosSku": "MUG", "packSize": 6}]';

const asJson: INodeProperties = {
	displayName: 'Aliases (JSON)',
	name: 'aliasesJson',
	type: 'json',
	default: '[]',
	description: `The same as a list, e.g. ${EXAMPLE}`,
};

/** The alias table, as rows typed in or as JSON from a spreadsheet or another node. */
export const aliasParameters: INodeProperties[] = [typed, asJson];

const table = { typed, group: 'alias', asJson, words: 'aliases', example: EXAMPLE };

/**
 * All aliases of the two parameters. Spaces around a SKU do not count in them, and numbers are text: both are
 * what spreadsheets make of SKUs.
 *
 * @throws {NodeOperationError} when the JSON is not a list of aliases
 */
export function readAliases(context: IExecuteFunctions, options: Record<string, unknown>): SkuAlias[] {
	return readSkuTable(context, options, table, readAlias);
}

function readAlias(cells: IDataObject, where: string): ReadRow<SkuAlias> {
	const [shopSku, sosSku] = [skuText(cells.shopSku)?.trim(), skuText(cells.sosSku)?.trim()];
	if (shopSku === undefined) return { flaw: 'has no SKU of the shop (shopSku)' };
	// What is no number becomes the reason why the lines with this SKU are held, and so does a missing SKU: an
	// alias that is passed over would let the SKU be taken for itself.
	const packSize = (readQuantity(cells.packSize) ?? cells.packSize) as number | undefined;
	return {
		row: { shopSku, sosSku, packSize, where },
		...(sosSku === undefined && { flaw: `has no SKU of SOS Inventory (sosSku) for ${shopSku}` }),
	};
}

import type { Reason } from '../../reason';
import { setting } from '../../settingName';
import { rivalAliases, rowInText, type SkuAlias, type UnusableAlias } from '../../skuAliases';
import { rivalRows } from '../../skuRows';
import type { StockOverride } from '../stockPlan';
import { ruleText, type InvalidRule } from '../stockRule';

/** Why the tables of the settings do not say what to do with a SKU. */
export const tableReasons = {
	aliasUnusable,
	ruleInvalid,
	ruleAmbiguous,
};

/** The row for a SKU of the shop, or the rows, cannot be gone by. */
function aliasUnusable(sku: string, { flaw, rows }: UnusableAlias): Reason {
	if (flaw === 'rivals') return aliasAmbiguous(sku, rows);
	return flaw === 'packSize' ? packSizeInvalid(sku, rows[0]) : aliasIncomplete(sku, rows[0]);
}

function ruleInvalid(sku: string, { part, value }: InvalidRule): Reason {
	return {
		code: 'STOCK_RULE_INVALID',
		message: `The ${part} of SKU ${sku} cannot be used: ${JSON.stringify(value)}.`,
		fix: 'Give a number of 0 or more, and a minimum no higher than the maximum.',
		details: { part },
	};
}

/** @param overrides the rows for one SKU of the shop, which say different things */
function ruleAmbiguous(sku: string, overrides: readonly StockOverride[]): Reason {
	return {
		code: 'STOCK_RULE_AMBIGUOUS',
		message: `SKU ${sku} has more than one rule: ${rivalRows(overrides, ruleText)}.`,
		fix: `Leave one row for this SKU in ${setting('stock.skuRules')}.`,
	};
}

function aliasIncomplete(sku: string, alias: SkuAlias): Reason {
	return {
		code: 'STOCK_ALIAS_INCOMPLETE',
		message: `The alias of SKU ${sku}${rowInText(alias)} names no SKU of SOS Inventory.`,
		fix: 'Complete the row in the alias table, also where the SKU is the same in SOS Inventory, or remove it.',
	};
}

function packSizeInvalid(sku: string, alias: SkuAlias): Reason {
	const { packSize } = alias;
	return {
		code: 'STOCK_PACK_SIZE_INVALID',
		message: `The alias of SKU ${sku}${rowInText(alias)} has the pack size "${packSize}", which is not a number above 0.`,
		fix: 'Correct the pack size in the alias table: the number of SOS units in one unit sold.',
		details: { packSize },
	};
}

/** @param aliases the rows for one SKU of the shop, which say different things */
function aliasAmbiguous(sku: string, aliases: readonly SkuAlias[]): Reason {
	return {
		code: 'STOCK_ALIAS_AMBIGUOUS',
		message: `SKU ${sku} has more than one alias: ${rivalAliases(aliases)}.`,
		fix: 'Leave one row for this SKU in the alias table.',
		details: { sosSkus: aliases.map(({ sosSku }) => sosSku) },
	};
}

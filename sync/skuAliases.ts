import { rivalRows, rowsBySku } from './skuRows';
import { isBlank } from './stock/quantity';

/** One row of the alias table: a SKU of the shop that SOS knows under another name or in another pack. */
export interface SkuAlias {
	shopSku: string;
	/** undefined where the row has none; lines with its `shopSku` are held then, as if it were a false one. */
	sosSku?: string;
	/** SOS units in one sold: a six-pack is 6. 1 when blank or left out. */
	packSize?: number;
	/** Which row it is, as messages name it: "row 2 of 'Aliases (JSON)'". */
	where?: string;
}

/** Rows for one SKU that do not say what it is in SOS, and what is wrong with them. */
export interface UnusableAlias {
	flaw: 'rivals' | 'withoutSosSku' | 'packSize';
	rows: readonly SkuAlias[];
	/** The SKUs in SOS that may be meant. */
	sosSkus: string[];
}

/** What a SKU of the shop is in SOS: a SKU and how many units of it, or the alias that should say so. */
export type StandsFor = { sku: string; packSize: number; unusable?: undefined } | { unusable: UnusableAlias };

/** Tells what a SKU of the shop is in SOS; without an alias, one unit of the same SKU. */
export type SkuAliases = (shopSku: string) => StandsFor;

/** @param key what SKUs have in common that count as the same, as `keyOf` gives it */
export function skuAliases(aliases: readonly SkuAlias[], key: (sku: string) => string): SkuAliases {
	const rowsOf = rowsBySku(aliases, ({ shopSku }) => shopSku, key, saysTheSame);
	return (shopSku) => {
		const rows = rowsOf(shopSku);
		const [alias] = rows;
		const unusable = (flaw: UnusableAlias['flaw']) => ({
			unusable: { flaw, rows, sosSkus: rows.map(({ sosSku }) => sosSku ?? shopSku) },
		});
		if (alias === undefined) return { sku: shopSku, packSize: 1 };
		if (rows.length > 1) return unusable('rivals');
		if (alias.sosSku === undefined) return unusable('withoutSosSku');
		const packSize = packSizeOf(alias);
		return isPackSize(packSize) ? { sku: alias.sosSku, packSize } : unusable('packSize');
	};
}

function saysTheSame(first: SkuAlias, second: SkuAlias): boolean {
	return first.sosSku === second.sosSku && packSizeOf(first) === packSizeOf(second);
}

/** SOS units in one unit sold, which may be no number where the row says so. */
function packSizeOf({ packSize }: SkuAlias): unknown {
	return isBlank(packSize) ? 1 : packSize;
}

function isPackSize(packSize: unknown): packSize is number {
	return typeof packSize === 'number' && packSize > 0 && Number.isFinite(packSize);
}

/** What a message says about aliases for one SKU: `MUG × 6 (row 2 …) and MUG × 12 (row 5 …)`. */
export function rivalAliases(aliases: readonly SkuAlias[]): string {
	return rivalRows(aliases, (alias) => {
		const packSize = packSizeOf(alias);
		return `${alias.sosSku ?? 'no SKU'}${packSize === 1 ? '' : ` × ${String(packSize)}`}`;
	});
}

/** Names the row in the middle of a sentence: ", row 2 of 'Aliases (JSON)',"; '' where it is not known. */
export function rowInText({ where }: SkuAlias): string {
	return where === undefined ? '' : `, ${where},`;
}

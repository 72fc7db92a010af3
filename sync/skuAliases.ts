import { isBlank } from './stock/quantity';

/** One row of the alias table: a SKU of the shop that SOS knows under another name or in another pack. */
export interface SkuAlias {
	shopSku: string;
	sosSku: string;
	/** SOS units in one sold: a six-pack is 6. 1 when left out. */
	packSize?: number;
	/** Which row it is, as messages name it: "row 2 of 'Aliases (JSON)'". */
	where?: string;
}

/** Aliases by what their shop SKU has in common with others that count as the same. */
export interface SkuAliases {
	/** The alias for a SKU of the shop. Spaces around it do not count: nobody sees them in a table. */
	of(shopSku: string): SkuAlias | undefined;
	/** The rows that say something else about the SKU than the first one does. */
	rivalsOf(alias: SkuAlias): SkuAlias[];
}

/** @param key what SKUs have in common that count as the same, as `keyOf` gives it */
export function skuAliases(aliases: readonly SkuAlias[], key: (sku: string) => string): SkuAliases {
	const byKey = new Map<string, SkuAlias>();
	const rivals = new Map<SkuAlias, SkuAlias[]>();
	for (const alias of aliases) {
		const shopKey = key(alias.shopSku.trim());
		const first = byKey.get(shopKey);
		if (first === undefined) byKey.set(shopKey, alias);
		else if (!saysTheSame(first, alias)) rivals.set(first, [...(rivals.get(first) ?? []), alias]);
	}
	return {
		of: (shopSku) => byKey.get(key(shopSku.trim())),
		rivalsOf: (alias) => rivals.get(alias) ?? [],
	};
}

function saysTheSame(first: SkuAlias, second: SkuAlias): boolean {
	return first.sosSku === second.sosSku && packSizeOf(first) === packSizeOf(second);
}

/** SOS units in one unit sold, which may be no number where the row says so. */
export function packSizeOf(alias: SkuAlias | undefined): number {
	return alias?.packSize ?? 1;
}

/** Whether that many SOS units can be in one unit sold. */
export function isPackSize(packSize: unknown): boolean {
	return typeof packSize === 'number' && packSize > 0 && Number.isFinite(packSize);
}

/** What a message says about two rows for one SKU: `MUG × 6 (row 2 …) and MUG × 12 (row 5 …)`. */
export function rivalRows(aliases: SkuAlias[]): string {
	return aliases.map(rowText).join(' and ');
}

function rowText(alias: SkuAlias): string {
	const { sosSku, packSize, where } = alias;
	const pack = isBlank(packSize) || packSize === 1 ? '' : ` × ${packSize}`;
	return `${sosSku}${pack}${where === undefined ? '' : ` (${where})`}`;
}

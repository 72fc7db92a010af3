/** What two SKUs have in common to be the same: BigCommerce keeps them unique whatever their case. */
export function skuKey(sku: string): string {
	return sku.toLowerCase();
}

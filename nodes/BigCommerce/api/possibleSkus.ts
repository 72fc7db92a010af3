import { isTooLong } from '../../../sync/sku';

/**
 * Those of the SKUs that a product or variant can have. A longer one finds nothing, and is not asked for:
 * in the address of a request it would fail everything that is asked for with it.
 */
export function possibleSkus(skus: string[]): string[] {
	return skus.filter((sku) => !isTooLong(sku));
}

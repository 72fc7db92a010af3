/** An SOS Inventory item, as much of it as the rules read. Quantities may be fractional, negative or null. */
export interface SosItem {
	id: number;
	name?: string | null;
	/** `Category:Sub:Name`. */
	fullname?: string | null;
	/** Not unique in SOS; may be empty or missing. */
	sku?: string | null;
	type: string;
	description?: string | null;
	taxable?: boolean | null;
	class?: { id: number; name?: string | null } | null;
	archived?: boolean | null;
	minimumPrice?: number | string | null;
	/** "Update inventory in BigCommerce" on the SOS item. */
	updateBigCommerce?: boolean | null;
	onhand?: number | string | null;
	available?: number | string | null;
	/** On open sales orders. */
	onSO?: number | string | null;
}

/** Whether an item's type is that of kits: `Item Group` in payloads, `Kit` in SOS's documents. */
export function isKit(type: unknown): boolean {
	return type === 'Item Group' || type === 'Kit';
}

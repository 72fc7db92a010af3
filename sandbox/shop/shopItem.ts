/** How SOS Inventory knows an item of the shop. */
export interface SosSide {
	/** May differ from the shop's SKU in case or outer spaces, be another one altogether, or be empty. */
	sku: string;
	type: 'Inventory Item' | 'Item Group' | 'Assembly' | 'Service' | 'Non-inventory';
	/** "Update inventory in BigCommerce" on the SOS item. */
	updateBigCommerce: boolean;
	archived: boolean;
	/** May be fractional or negative. 0 for types that hold no stock. */
	onhand: number;
	/** The shop SKU of the item whose SOS SKU this item carries as well, so that SOS has it twice. */
	duplicateOf?: string;
	/** What a kit (`Item Group`) or an `Assembly` is made of, by shop SKU. */
	components?: Array<{ sku: string; quantity: number }>;
}

/** One thing the shop sells, as both sides see it. The two local servers seed themselves from the same list. */
export interface ShopItem {
	/** BigCommerce's SKU; unique whatever its case, "" for a product that has none. */
	sku: string;
	name: string;
	description: string;
	/** Price in minor units of the store's currency (cents), as the store enters prices. */
	priceMinor: number;
	/** What the merchant pays, in minor units. */
	costMinor: number;
	/** In the store's unit. */
	weight: number;
	/** Items with the same product key are variants of one product. */
	product: string;
	/** What sets this variant apart; absent on a simple product. */
	variantOptions?: Array<{ option: string; value: string }>;
	/** Where the shop counts stock. Variants of a product tracked by `product` share one number. */
	tracking: 'none' | 'product' | 'variant';
	shopStock: number;
	isDigital?: boolean;
	/** null: SOS Inventory does not have it. */
	sos: SosSide | null;
}

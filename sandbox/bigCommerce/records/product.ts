import { boolean, integer, nullable, number, oneOf, text } from '../reading/fields';

const longestSku = 255;

/** A product as the store keeps it; prices are numbers, as everywhere in V3. */
export interface Product {
	id: number;
	name: string;
	type: 'physical' | 'digital';
	/** "" where it has none; products with options have one apart from their variants'. */
	sku: string;
	description: string;
	price: number;
	cost_price: number;
	weight: number;
	inventory_tracking: 'none' | 'product' | 'variant';
	inventory_warning_level: number;
	is_visible: boolean;
	availability: 'available' | 'disabled' | 'preorder';
	/** null for a product with options. */
	base_variant_id: number | null;
	variantIds: number[];
	/** Milliseconds since 1970. */
	createdAt: number;
	modifiedAt: number;
}

export interface Variant {
	id: number;
	product_id: number;
	/** A base variant's is its product's. */
	sku: string;
	/** null for the base variant of a simple product. */
	sku_id: number | null;
	price: number | null;
	option_values: Array<{ id: number; option_id: number; option_display_name: string; label: string }>;
}

/** The plain fields of a product that can be changed; how it is tracked and its stock have rules of their own. */
export const productFields = {
	name: text(),
	sku: text(longestSku),
	description: text(),
	price: number,
	cost_price: number,
	weight: number,
	inventory_warning_level: integer,
	is_visible: boolean,
	availability: oneOf(['available', 'disabled', 'preorder']),
};

/** The plain fields of a variant that can be changed. */
export const variantFields = { sku: text(longestSku), price: nullable(number) };

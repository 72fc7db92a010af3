import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { QueryValue } from '../../../shared/request/apiProfile';
import { simplify as simplifyParameter } from '../../../shared/parameters/simplify';

export const simplify: INodeProperties = { ...simplifyParameter, default: true };

export const productIdsFilter: INodeProperties = {
	displayName: 'Product IDs',
	name: 'productIds',
	type: 'string',
	default: '',
	placeholder: 'e.g. 112, 113',
	description: 'Separated by commas or lines, or a list from an expression',
};

export const includeVariants: INodeProperties = {
	displayName: 'Include Variants',
	name: 'includeVariants',
	type: 'boolean',
	default: false,
	description: 'Whether each product comes with its variants',
};

/** With `id`, which always comes: what tells a product apart and decides about its stock. */
const SIMPLE_FIELDS = [
	'name',
	'sku',
	'type',
	'price',
	'inventory_tracking',
	'inventory_level',
	'is_visible',
	'availability',
	'date_modified',
];

export interface ProductShape {
	simplify: boolean;
	includeVariants: boolean;
}

export function chosenShape(context: IExecuteFunctions, itemIndex: number): ProductShape {
	return {
		simplify: context.getNodeParameter('simplify', itemIndex, true) as boolean,
		includeVariants: context.getNodeParameter('includeVariants', itemIndex, false) as boolean,
	};
}

/** Asks for no more than will be shown. */
export function shapeQuery({ simplify, includeVariants }: ProductShape): Record<string, QueryValue> {
	return {
		include_fields: simplify ? SIMPLE_FIELDS.join(',') : undefined,
		include: includeVariants ? 'variants' : undefined,
	};
}

const SIMPLE_VARIANT_FIELDS = [
	'id',
	'product_id',
	'sku',
	'price',
	'calculated_price',
	'inventory_level',
	'purchasing_disabled',
];

/** A variant with the fields that tell it apart, and its options in one line: "Red, L". */
export function simpleVariant(variant: IDataObject): IDataObject {
	const options = (variant.option_values ?? []) as Array<{ label?: string }>;
	return {
		...Object.fromEntries(SIMPLE_VARIANT_FIELDS.map((field) => [field, variant[field]])),
		options: options.map(({ label }) => label).join(', '),
	};
}

/** A product as it leaves the node. */
export function shaped(product: IDataObject, { simplify }: ProductShape): IDataObject {
	if (!simplify || !Array.isArray(product.variants)) return product;
	return { ...product, variants: (product.variants as IDataObject[]).map(simpleVariant) };
}

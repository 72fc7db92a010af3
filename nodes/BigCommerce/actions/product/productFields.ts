import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { ProductFields, ProductRow } from '../../api/products';
import type { VariantRow } from '../../api/variants';
import { simplify as simplifyParameter } from '../../../shared/parameters/simplify';
import { yesOrDefault } from '../../../shared/parameters/yesOrNo';

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

export function chosenFields(context: IExecuteFunctions, itemIndex: number): ProductFields {
	return {
		simplify: yesOrDefault(context, simplify, itemIndex),
		includeVariants: yesOrDefault(context, includeVariants, itemIndex),
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
export function simpleVariant(variant: VariantRow): IDataObject {
	const options = variant.option_values ?? [];
	return {
		...Object.fromEntries(SIMPLE_VARIANT_FIELDS.map((field) => [field, variant[field]])),
		options: options.map(({ label }) => label).join(', '),
	};
}

/** A product as it leaves the node. */
export function shaped(product: ProductRow, { simplify }: ProductFields): IDataObject {
	return simplify && product.variants
		? { ...product, variants: product.variants.map(simpleVariant) }
		: product;
}

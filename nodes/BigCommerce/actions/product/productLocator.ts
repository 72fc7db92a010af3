import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { refuse } from '../../../shared/parameters/refuse';
import { isTooLong, shopKey, skuTooLong } from '../../../../sync/sku';
import { recordId } from '../../../shared/parameters/recordId';
import { listProductsBySku } from '../../api/products';
import type { BigCommerceClient } from '../../transport/client';

/** Picks a product: from a searchable list, by its ID, by its SKU or by its address in the control panel. */
export const productLocator: INodeProperties = {
	displayName: 'Product',
	name: 'productId',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	description: 'The product to work on',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchProducts', searchable: true },
		},
		{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 112' },
		{ displayName: 'By SKU', name: 'sku', type: 'string', placeholder: 'e.g. MUG-BLUE' },
		{
			displayName: 'By URL',
			name: 'url',
			type: 'string',
			placeholder: 'e.g. https://store-abc123.mybigcommerce.com/manage/products/edit/112',
			extractValue: { type: 'regex', regex: '/products/(?:edit/)?(\\d+)' },
			validation: [
				{
					type: 'regex',
					properties: {
						regex: '.*/products/(?:edit/)?\\d+.*',
						errorMessage: 'This is not the address of a product in the control panel',
					},
				},
			],
		},
	],
};

/**
 * The id of the product that was picked.
 *
 * @throws {NodeOperationError} for an empty choice, and for an SKU that is too long, or that no product or several have
 */
export async function pickedProductId(
	context: IExecuteFunctions,
	store: BigCommerceClient,
	itemIndex: number,
): Promise<number> {
	const { mode, value } = context.getNodeParameter('productId', itemIndex) as {
		mode: string;
		value: unknown;
	};
	if (mode !== 'sku') return recordId(context, 'productId', 'Product', itemIndex);

	const refused = (message: string, fix: string) => refuse(context, message, fix, itemIndex);
	const sku = String(value ?? '').trim();
	if (sku === '') throw refused("The SKU in 'Product' is empty", 'Give the SKU of a product.');
	if (isTooLong(sku)) {
		const { message, fix } = skuTooLong(sku);
		throw refused(message, fix);
	}
	const found: number[] = [];
	for await (const product of listProductsBySku(store, sku)) {
		if (shopKey(product.sku ?? '') === shopKey(sku)) found.push(product.id);
	}
	if (found.length === 1) return found[0];
	throw found.length === 0
		? refused(
				`No product in BigCommerce has SKU ${sku}`,
				'Check the SKU. If it is the SKU of a variant, use Variant: Get Many with the filter SKUs.',
			)
		: refused(
				`SKU ${sku} is on ${found.length} products in BigCommerce: ${found.join(', ')}`,
				'Give the ID of one of them, and change the SKU of the others.',
			);
}

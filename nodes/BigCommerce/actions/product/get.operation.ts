import { forEachItem } from '../../../shared/run/forEachItem';
import type { Operation } from '../../../shared/run/operation';
import { readProduct } from '../../api/products';
import type { BigCommerceClient } from '../../transport/client';
import { chosenFields, includeVariants, shaped, simplify } from './productFields';
import { pickedProductId, productLocator } from './productLocator';

export const get: Operation<BigCommerceClient> = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get product',
		description: 'Retrieve one product',
	},
	parameters: [productLocator, simplify, includeVariants],
	async execute(context, store) {
		const products = await forEachItem(context, async (itemIndex) => {
			const fields = chosenFields(context, itemIndex);
			const id = await pickedProductId(context, store, itemIndex);
			return shaped(await readProduct(store, id, fields), fields);
		});
		return [products];
	},
};

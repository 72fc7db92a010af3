import type { IDataObject } from 'n8n-workflow';
import { forEachItem } from '../../../shared/run/forEachItem';
import type { Operation } from '../../../shared/run/operation';
import { call, type BigCommerceClient } from '../../transport/client';
import { chosenShape, includeVariants, shaped, shapeQuery, simplify } from './productFields';
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
			const shape = chosenShape(context, itemIndex);
			const id = await pickedProductId(context, store, itemIndex);
			const product = await call<IDataObject>(store, {
				method: 'GET',
				path: `/v3/catalog/products/${id}`,
				query: shapeQuery(shape),
				subject: `product ${id}`,
			});
			return shaped(product, shape);
		});
		return [products];
	},
};

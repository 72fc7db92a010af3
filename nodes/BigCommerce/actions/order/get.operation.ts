import type { INodeProperties } from 'n8n-workflow';
import { forEachItem } from '../../../shared/run/forEachItem';
import type { Operation } from '../../../shared/run/operation';
import { recordId } from '../../../shared/parameters/recordId';
import { completeOrder } from '../../api/orderParts';
import { readOrder } from '../../api/orders';
import { readRefundedUnits } from '../../api/refunds';
import type { BigCommerceClient } from '../../transport/client';
import { chosenParts, includeCoupons, includeLines } from './partParameters';

export const orderNumber: INodeProperties = {
	displayName: 'Order Number',
	name: 'orderId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 10234',
	description: 'The number that the shopper and the control panel show',
};

export const get: Operation<BigCommerceClient> = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get order',
		description: 'Retrieve one order by its number',
	},
	parameters: [orderNumber, includeLines, includeCoupons],
	async execute(context, store) {
		const orders = await forEachItem(context, async (itemIndex) => {
			const id = recordId(context, 'orderId', 'Order Number', itemIndex);
			const parts = chosenParts(context, itemIndex);
			const order = await readOrder(store, id, parts.lines);
			const refunds = parts.lines ? await readRefundedUnits(store, [order]) : undefined;
			return await completeOrder(store, order, parts, refunds?.get(id));
		});
		return [orders];
	},
};

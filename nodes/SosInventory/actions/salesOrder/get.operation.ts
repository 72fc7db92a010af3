import { forEachItem } from '../../../shared/forEachItem';
import type { Operation } from '../../../shared/operation';
import { NodeOperationError } from 'n8n-workflow';
import { getOne } from '../../getOne';
import { recordId } from '../../../shared/recordId';
import type { SosClient } from '../../transport/client';
import { findByNumber } from '../../transport/salesDocuments';

export const get: Operation<SosClient> = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get sales order',
		description: 'Retrieve one sales order, by its reference number or its ID',
	},
	parameters: [
		{
			displayName: 'Find By',
			name: 'findBy',
			type: 'options',
			default: 'number',
			options: [
				{ name: 'ID', value: 'id' },
				{ name: 'Reference Number', value: 'number' },
			],
		},
		{
			displayName: 'Reference Number',
			name: 'number',
			type: 'string',
			required: true,
			displayOptions: { show: { findBy: ['number'] } },
			default: '',
			placeholder: 'e.g. BC-10234',
		},
		{
			displayName: 'Sales Order ID',
			name: 'salesOrderId',
			type: 'string',
			required: true,
			displayOptions: { show: { findBy: ['id'] } },
			default: '',
			placeholder: 'e.g. 1234',
		},
	],
	async execute(context, company) {
		const items = await forEachItem(context, async (itemIndex) => {
			if (context.getNodeParameter('findBy', itemIndex) === 'id') {
				const id = recordId(context, 'salesOrderId', 'Sales Order ID', itemIndex);
				return await getOne(context, company, { entity: 'salesorder', id, label: 'sales order' }, itemIndex);
			}
			const number = (context.getNodeParameter('number', itemIndex) as string).trim();
			const found = number === '' ? null : await findByNumber(company, 'salesorder', number);
			if (found === null) {
				throw new NodeOperationError(
					context.getNode(),
					number === '' ? "'Reference Number' is empty" : `SOS Inventory has no sales order ${number}`,
					{ description: 'Give the whole number, with its prefix and suffix.', itemIndex },
				);
			}
			// The list may leave fields out that the single record has.
			return await getOne(
				context,
				company,
				{ entity: 'salesorder', id: found.id, label: 'sales order' },
				itemIndex,
			);
		});
		return [items];
	},
};

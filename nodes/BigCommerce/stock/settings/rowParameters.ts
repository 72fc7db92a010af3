import type { INodeProperties } from 'n8n-workflow';
import { referenceField } from '../../../shared/parameters/referenceField';

/** Whose stock it is, and how much: what every input item holds. */
export const rowParameters: INodeProperties[] = [
	{
		displayName: 'SKU Field',
		name: 'skuField',
		type: 'string',
		requiresDataPath: 'single',
		default: 'sku',
		description: 'The field of the input that holds the SKU of the product or variant. Case does not matter.',
		hint: 'Type its name or drag it here',
	},
	{
		displayName: 'Quantity',
		name: 'quantityFrom',
		type: 'options',
		default: 'available',
		options: [
			{
				name: 'Another Field',
				value: 'field',
				description: 'Any field of the input, such as a column of a spreadsheet',
			},
			{
				name: 'Available',
				value: 'available',
				description: 'What SOS Inventory has for sale: on hand less open sales orders',
			},
			{
				name: 'By Expression',
				value: 'expression',
				description: 'Worked out for each item, which takes long for ten thousands of them',
			},
			{
				name: 'On Hand',
				value: 'onHand',
				description: 'What lies in the warehouses. Kits count by available.',
			},
		],
		description: 'The units the shop may sell. Fractions are rounded down; SOS items below zero count as 0.',
	},
	{
		displayName: 'Quantity Field',
		name: 'quantityField',
		type: 'string',
		requiresDataPath: 'single',
		default: 'quantity',
		displayOptions: { show: { quantityFrom: ['field'] } },
		description: 'The field of the input that holds the quantity',
		hint: 'Type its name or drag it here',
	},
	{
		displayName: 'Quantity Expression',
		name: 'quantity',
		type: 'string',
		default: '={{ $json.available }}',
		displayOptions: { show: { quantityFrom: ['expression'] } },
	},
	referenceField('Location', 'locationId', 'getLocationOrDefault'),
];

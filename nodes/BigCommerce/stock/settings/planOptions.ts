import type { INodeProperties } from 'n8n-workflow';
import { aliasParameters } from '../../../shared/parameters/aliases';
import { referenceField } from '../../../shared/parameters/referenceField';
import { skuRuleParameters } from './skuRules';

const locationMap: INodeProperties = {
	displayName: 'Location Map',
	name: 'locationMap',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	default: {},
	placeholder: 'Add Location',
	description:
		'Which location of the shop shows the stock of which SOS location, for items read location by location. Without a map they are added up. SOS locations that go to the same location are added up, too.',
	options: [
		{
			displayName: 'Location',
			name: 'row',
			values: [
				referenceField('Location in BigCommerce', 'locationId', 'getLocationOrDefault'),
				{
					displayName: 'Location in SOS Inventory',
					name: 'sosLocation',
					type: 'string',
					default: '',
					placeholder: 'e.g. Main Warehouse',
				},
			],
		},
	],
};

const ruleField = (displayName: string, name: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	placeholder: 'e.g. Web buffer',
});

const ruleFields: INodeProperties = {
	displayName: 'Rules From SOS Custom Fields',
	name: 'ruleFields',
	type: 'fixedCollection',
	default: {},
	placeholder: 'Add Fields',
	description: 'The names of the custom fields of SOS items that hold a rule of their own',
	options: [
		{
			displayName: 'Custom Fields',
			name: 'fields',
			values: [
				ruleField('Buffer', 'buffer'),
				ruleField('Maximum', 'maximum'),
				ruleField('Minimum', 'minimum'),
				ruleField('Percentage', 'percentage'),
				ruleField('Threshold', 'threshold'),
			],
		},
	],
};

/** The options of everything that plans stock. */
export const planOptions: INodeProperties[] = [
	...aliasParameters,
	{
		displayName: 'Ignore Outer Spaces',
		name: 'ignoreOuterSpaces',
		type: 'boolean',
		default: false,
		description: 'Whether spaces before and after a SKU do not count',
	},
	locationMap,
	{
		displayName: 'Only Items to Update in BigCommerce',
		name: 'requireUpdateBigCommerce',
		type: 'boolean',
		default: true,
		description: 'Whether to leave SOS items alone whose "Update inventory in BigCommerce" is off',
	},
	ruleFields,
	...skuRuleParameters,
	{
		displayName: 'Safety Stock',
		name: 'safetyStock',
		type: 'options',
		default: 'addBack',
		options: [
			{
				name: 'Add to the Quantity',
				value: 'addBack',
				description: 'The shop sells exactly the quantity',
			},
			{
				name: 'Hold Back From the Quantity',
				value: 'heldBack',
				description: 'The quantity is what is on hand, and the shop sells that less its safety stock',
			},
		],
		description: 'BigCommerce sells what is on hand less the safety stock set on the item',
	},
];

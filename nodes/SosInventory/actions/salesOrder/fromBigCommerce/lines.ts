import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { LineSettings, PartialSettings } from '../../../../../sync/order/settings';
import { reference, referenceField } from '../../../referenceFields';
import { given } from './given';

export const linesCollection: INodeProperties = {
	displayName: 'Lines',
	name: 'lines',
	type: 'collection',
	placeholder: 'Add Setting',
	default: {},
	options: [
		referenceField('Class', 'class', 'getClasses', "Put on every line. Each item's own class when left out"),
		{
			displayName: 'Gift Certificates Sold: Item ID',
			name: 'giftCertificateItem',
			type: 'string',
			default: '',
			description: 'The SOS item for gift certificates that were bought',
		},
		{
			displayName: 'Lines Without a SKU: Item ID',
			name: 'itemWithoutSku',
			type: 'string',
			default: '',
			description: 'The SOS item for lines without a SKU, such as those typed in by staff',
		},
		referenceField('New Items: Income Account', 'newItemIncomeAccount', 'getAccounts'),
		{
			displayName: 'New Items: Taxable',
			name: 'newItemTaxable',
			type: 'boolean',
			default: true,
			description: 'Whether items that are created are taxable',
		},
		{
			displayName: 'New Items: Type',
			name: 'newItemType',
			type: 'options',
			default: 'Inventory Item',
			options: ['Inventory Item', 'Non-inventory', 'Other', 'Service'].map((type) => ({
				name: type,
				value: type,
			})),
		},
		{
			displayName: 'New Items: Update Inventory in BigCommerce',
			name: 'newItemUpdateBigCommerce',
			type: 'boolean',
			default: false,
			description: 'Whether the stock of items that are created goes to BigCommerce',
		},
		{
			displayName: 'Override Description',
			name: 'overrideDescription',
			type: 'boolean',
			default: false,
			description: "Whether lines carry the SOS item's description instead of the product name from the shop",
		},
		{
			displayName: 'Placeholder Item ID',
			name: 'placeholderItem',
			type: 'string',
			default: '',
			description: 'The SOS item that stands in for SKUs without an item',
		},
		{
			displayName: 'Taxable',
			name: 'taxable',
			type: 'options',
			default: 'fromOrder',
			options: [
				{ name: 'As the Item Is in SOS Inventory', value: 'fromItem' },
				{ name: 'If the Order Charged Tax on the Line', value: 'fromOrder' },
			],
		},
	],
};

export function readLines(values: IDataObject): PartialSettings<LineSettings> {
	return given({
		placeholderItem: reference(values.placeholderItem),
		itemWithoutSku: reference(values.itemWithoutSku),
		giftCertificateItem: reference(values.giftCertificateItem),
		class: reference(values.class),
		overrideDescription: values.overrideDescription as boolean | undefined,
		taxable: values.taxable as LineSettings['taxable'] | undefined,
		newItem: given({
			type: values.newItemType as string | undefined,
			incomeAccount: reference(values.newItemIncomeAccount),
			taxable: values.newItemTaxable as boolean | undefined,
			updateBigCommerce: values.newItemUpdateBigCommerce as boolean | undefined,
		}),
	});
}

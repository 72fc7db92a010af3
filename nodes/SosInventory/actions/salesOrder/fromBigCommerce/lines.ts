import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { settingLabels } from '../../../../shared/parameters/settingLabels';
import type { LineSettings, PartialSettings } from '../../../../../sync/order/settings';
import { referenceField } from '../../../../shared/parameters/referenceField';
import { optionalLocator } from '../../../recordLocator';
import { reference } from '../../../reference';
import { given } from './given';

export const linesCollection: INodeProperties = {
	displayName: settingLabels['import.lines'],
	name: 'lines',
	type: 'collection',
	placeholder: 'Add Setting',
	default: {},
	options: [
		referenceField(
			settingLabels['import.lines.class'],
			'class',
			'getClasses',
			"Put on every line. Each item's own class when left out",
		),
		optionalLocator(
			settingLabels['import.lines.giftCertificateItem'],
			'giftCertificateItem',
			'searchItems',
			'Gift certificates have no SKU. Orders that sell one are held when this is left out.',
		),
		optionalLocator(
			settingLabels['import.lines.itemWithoutSku'],
			'itemWithoutSku',
			'searchItems',
			"For lines such as those typed in by staff. 'SKUs Without an Item' applies when left out.",
		),
		referenceField(
			settingLabels['import.lines.newItemIncomeAccount'],
			'newItemIncomeAccount',
			'getAccounts',
			"Of items that 'Create the Item' adds",
		),
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
			description: "Of items that 'Create the Item' adds",
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
		optionalLocator(
			settingLabels['import.lines.placeholderItem'],
			'placeholderItem',
			'searchItems',
			"Stands in for SKUs that SOS Inventory does not have, when 'SKUs Without an Item' says so",
		),
		{
			displayName: 'Taxable',
			name: 'taxable',
			type: 'options',
			default: 'fromOrder',
			description: 'Which lines are marked as taxable; the amount of tax is always the one of the order',
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

import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { settingLabels } from '../../../../shared/parameters/settingLabels';
import type { AmountSettings, ChargeSettings, PartialSettings } from '../../../../../sync/order/settings';
import { referenceField } from '../../../../shared/parameters/referenceField';
import { optionalLocator } from '../../../recordLocator';
import { reference } from '../../../reference';
import { given } from './given';

const CHARGES = ['shipping', 'handling', 'wrapping', 'fees'] as const;

const chargeFields = CHARGES.flatMap((charge): INodeProperties[] => {
	const label = settingLabels[`import.amounts.${charge}As`];
	return [
		{
			displayName: label,
			name: `${charge}As`,
			type: 'options',
			default: 'shippingAmount',
			description: `Where ${label.toLowerCase()} goes on the document`,
			options: [
				{ name: 'In the Shipping Amount', value: 'shippingAmount' },
				{ name: 'On a Line of Its Own', value: 'itemLine' },
			],
		},
		optionalLocator(
			settingLabels[`import.amounts.${charge}Item`],
			`${charge}Item`,
			'searchItems',
			`Stands on the line when ${label.toLowerCase()} has one of its own`,
		),
	];
});

export const amountsCollection: INodeProperties = {
	displayName: settingLabels['import.amounts'],
	name: 'amounts',
	type: 'collection',
	placeholder: 'Add Setting',
	default: {},
	options: [
		{
			displayName: settingLabels['import.amounts.allowedRounding'],
			name: 'allowedRounding',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 5 },
			default: 0,
			description:
				"By how many of the currency's smallest unit (cents, for dollars) the figures of an order may contradict each other. More, and the order is held.",
		},
		{
			displayName: settingLabels['import.amounts.discountsAs'],
			name: 'discountsAs',
			type: 'options',
			default: 'header',
			description: 'Where discounts and coupons go on the document',
			options: [
				{ name: 'As the Discount of the Document', value: 'header' },
				{ name: 'On a Line of Their Own', value: 'itemLine' },
				{ name: 'Spread Over the Lines They Apply To', value: 'spread' },
			],
		},
		optionalLocator(
			settingLabels['import.amounts.discountsItem'],
			'discountsItem',
			'searchItems',
			'Stands on the discount line when discounts have one of their own',
		),
		...chargeFields,
		{
			displayName: 'Prices Are Entered with Tax',
			name: 'pricesEnteredWithTax',
			type: 'boolean',
			default: false,
			description: 'Whether the store enters prices with tax. Only read where an order does not say itself.',
		},
		{
			displayName: 'Tax',
			name: 'taxAs',
			type: 'options',
			default: 'amount',
			description: 'The amount is the one the shopper paid in both cases; tax codes say what it is for',
			options: [
				{ name: 'As the Tax Amount of the Document', value: 'amount' },
				{ name: 'As the Tax Amount, with Tax Codes', value: 'taxCode' },
			],
		},
		referenceField(
			settingLabels['import.amounts.taxCode'],
			'taxCode',
			'getTaxCodes',
			'Of the document and its taxed lines',
		),
		referenceField(
			settingLabels['import.amounts.exemptTaxCode'],
			'exemptTaxCode',
			'getTaxCodes',
			'Of lines without tax',
		),
	],
};

export function readAmounts(values: IDataObject): PartialSettings<AmountSettings> {
	const charge = (name: (typeof CHARGES)[number]) =>
		given({
			as: values[`${name}As`] as ChargeSettings['as'] | undefined,
			item: reference(values[`${name}Item`]),
		});
	return given({
		discounts: given({
			as: values.discountsAs as AmountSettings['discounts']['as'] | undefined,
			item: reference(values.discountsItem),
		}),
		shipping: charge('shipping'),
		handling: charge('handling'),
		wrapping: charge('wrapping'),
		fees: charge('fees'),
		tax: given({
			as: values.taxAs as AmountSettings['tax']['as'] | undefined,
			taxCode: reference(values.taxCode),
			exemptTaxCode: reference(values.exemptTaxCode),
		}),
		pricesEnteredWithTax: values.pricesEnteredWithTax as boolean | undefined,
		allowedRounding: values.allowedRounding as number | undefined,
	});
}

import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { AmountSettings, ChargeSettings, PartialSettings } from '../../../../../sync/order/settings';
import { reference, referenceField } from '../../../referenceFields';
import { given } from './given';

const CHARGES = ['shipping', 'handling', 'wrapping', 'fees'] as const;

const LABELS = { shipping: 'Shipping', handling: 'Handling', wrapping: 'Gift Wrapping', fees: 'Fees' };

const chargeFields = CHARGES.flatMap((charge): INodeProperties[] => [
	{
		displayName: LABELS[charge],
		name: `${charge}As`,
		type: 'options',
		default: 'shippingAmount',
		options: [
			{ name: 'In the Shipping Amount', value: 'shippingAmount' },
			{ name: 'On a Line of Its Own', value: 'itemLine' },
		],
	},
	{
		displayName: `${LABELS[charge]}: Item ID`,
		name: `${charge}Item`,
		type: 'string',
		default: '',
		description: 'The SOS item that stands on the line when it has one of its own',
	},
]);

export const amountsCollection: INodeProperties = {
	displayName: 'Amounts',
	name: 'amounts',
	type: 'collection',
	placeholder: 'Add Setting',
	default: {},
	options: [
		{
			displayName: 'Allowed Rounding Difference',
			name: 'allowedRounding',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 5 },
			default: 0,
			description:
				'By how many cents the figures of an order may contradict each other. More, and the order is held.',
		},
		{
			displayName: 'Discounts',
			name: 'discountsAs',
			type: 'options',
			default: 'header',
			options: [
				{ name: 'As the Discount of the Document', value: 'header' },
				{ name: 'On a Line of Their Own', value: 'itemLine' },
				{ name: 'Spread Over the Lines They Apply To', value: 'spread' },
			],
		},
		{
			displayName: 'Discounts: Item ID',
			name: 'discountsItem',
			type: 'string',
			default: '',
			description: 'The SOS item that stands on the discount line',
		},
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
			options: [
				{ name: 'As the Tax Amount of the Document', value: 'amount' },
				{ name: 'As the Tax Amount, with Tax Codes', value: 'taxCode' },
			],
		},
		referenceField('Tax: Tax Code', 'taxCode', 'getTaxCodes'),
		referenceField('Tax: Tax Code Where No Tax Is Due', 'exemptTaxCode', 'getTaxCodes'),
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

import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { AmountSettings, ChargeSettings, PartialSettings } from '../../../../../sync/order/settings';
import { referenceField } from '../../../../shared/parameters/referenceField';
import { optionalLocator } from '../../../recordLocator';
import { reference } from '../../../reference';
import { given } from './given';

const CHARGES = ['shipping', 'handling', 'wrapping', 'fees'] as const;

const LABELS = { shipping: 'Shipping', handling: 'Handling', wrapping: 'Gift Wrapping', fees: 'Fees' };

const chargeFields = CHARGES.flatMap((charge): INodeProperties[] => [
	{
		displayName: LABELS[charge],
		name: `${charge}As`,
		type: 'options',
		default: 'shippingAmount',
		description: `Where ${LABELS[charge].toLowerCase()} goes on the document`,
		options: [
			{ name: 'In the Shipping Amount', value: 'shippingAmount' },
			{ name: 'On a Line of Its Own', value: 'itemLine' },
		],
	},
	optionalLocator(
		`${LABELS[charge]}: Item`,
		`${charge}Item`,
		'searchItems',
		`Stands on the line when ${LABELS[charge].toLowerCase()} has one of its own`,
	),
]);

export const amountsCollection: INodeProperties = {
	displayName: 'Discounts, Shipping and Tax',
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
				"By how many of the currency's smallest unit (cents, for dollars) the figures of an order may contradict each other. More, and the order is held.",
		},
		{
			displayName: 'Discounts',
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
			'Discounts: Item',
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
		referenceField('Tax Code', 'taxCode', 'getTaxCodes', 'Of the document and its taxed lines'),
		referenceField('Tax Code Where No Tax Is Due', 'exemptTaxCode', 'getTaxCodes', 'Of lines without tax'),
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

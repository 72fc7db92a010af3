import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { channelWords, idList, statusWords, type IdWords } from '../../../../shared/parameters/idList';
import { settingLabels } from '../../../../shared/parameters/settingLabels';
import type { EligibilitySettings, PaymentRule } from '../../../../../sync/order/settings';
import { statusesToShip } from '../../../../../sync/order/orderStatuses';
import { given, textList } from './given';

const PAYMENT_RULES = [
	{ name: 'Always', value: 'always' },
	{ name: 'When Authorized or Paid', value: 'authorised' },
	{ name: 'When Paid', value: 'paid' },
];

/** BigCommerce's statuses; their ids are fixed, a store can only change the labels. */
const STATUSES = [
	{ name: 'Awaiting Fulfillment', value: 11 },
	{ name: 'Awaiting Payment', value: 7 },
	{ name: 'Awaiting Pickup', value: 8 },
	{ name: 'Awaiting Shipment', value: 9 },
	{ name: 'Cancelled', value: 5 },
	{ name: 'Completed', value: 10 },
	{ name: 'Declined', value: 6 },
	{ name: 'Disputed', value: 13 },
	{ name: 'Manual Verification Required', value: 12 },
	{ name: 'Partially Refunded', value: 14 },
	{ name: 'Partially Shipped', value: 3 },
	{ name: 'Pending', value: 1 },
	{ name: 'Refunded', value: 4 },
	{ name: 'Shipped', value: 2 },
];

export const eligibilityCollection: INodeProperties = {
	displayName: settingLabels['import.eligibility'],
	name: 'eligibility',
	type: 'collection',
	placeholder: 'Add Rule',
	default: {},
	description: 'Orders that do not meet a rule are held, and each rule is reported with the value it saw',
	options: [
		{
			displayName: settingLabels['import.eligibility.channelIds'],
			name: 'channelIds',
			type: 'string',
			default: '',
			placeholder: 'e.g. 1, 3',
			description: 'BigCommerce channels to import from, separated by commas. All when left out.',
		},
		{
			displayName: settingLabels['import.eligibility.createdFrom'],
			name: 'createdFrom',
			type: 'dateTime',
			default: '',
			description: 'Older orders are held. Set it when going live, so that the past is not imported.',
		},
		{
			displayName: settingLabels['import.eligibility.includeArchived'],
			name: 'includeArchived',
			type: 'boolean',
			default: false,
			description: 'Whether orders archived in BigCommerce are imported',
		},
		{
			displayName: settingLabels['import.eligibility.payment'],
			name: 'payment',
			type: 'options',
			default: 'always',
			options: PAYMENT_RULES,
			description: 'From which state of the payment on orders are imported',
		},
		{
			displayName: settingLabels['import.eligibility.paymentByMethod'],
			name: 'paymentByMethod',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			default: {},
			placeholder: 'Add Method',
			description: 'Another rule for some payment methods, such as Always for Purchase Order',
			options: [
				{
					displayName: 'Method',
					name: 'method',
					values: [
						{
							displayName: 'Payment Method',
							name: 'name',
							type: 'string',
							default: '',
							description: 'As the order in BigCommerce shows it',
						},
						{ displayName: 'Rule', name: 'rule', type: 'options', default: 'always', options: PAYMENT_RULES },
					],
				},
			],
		},
		{
			displayName: settingLabels['import.eligibility.refundedUnits'],
			name: 'refundedUnits',
			type: 'options',
			default: 'hold',
			description: 'What to do with an order of which units were refunded before the import',
			options: [
				{ name: 'Hold the Order', value: 'hold' },
				{
					name: 'Leave Them Out',
					value: 'leaveOut',
					description: 'The rest is imported where its amounts can be told to the cent',
				},
			],
		},
		{
			displayName: settingLabels['import.eligibility.severalAddresses'],
			name: 'severalAddresses',
			type: 'options',
			default: 'oneDocument',
			description: 'A document in SOS Inventory has one shipping address',
			options: [
				{ name: 'Hold the Order', value: 'hold' },
				{ name: 'One Document, the Other Addresses in Its Comment', value: 'oneDocument' },
			],
		},
		{
			displayName: settingLabels['import.eligibility.skusNotImported'],
			name: 'skusNotImported',
			type: 'string',
			default: '',
			placeholder: 'e.g. INVPAY, DEPOSIT-*',
			description:
				'Orders with one of these SKUs are held, such as payments of invoices. Separated by commas; * stands for anything.',
		},
		{
			displayName: settingLabels['import.eligibility.statusIds'],
			name: 'statusIds',
			type: 'multiOptions',
			default: [...statusesToShip],
			options: STATUSES,
			description:
				'Orders in another status are held. Every status in which goods still have to leave when left out. Shops that ship at once or sell digital goods add Shipped and Completed.',
		},
		{
			displayName: settingLabels['import.eligibility.testEmails'],
			name: 'testEmails',
			type: 'string',
			default: '',
			placeholder: 'e.g. *@example.com',
			description: 'Orders of these shoppers are held as tests. Separated by commas; * stands for anything.',
		},
		{
			displayName: settingLabels['import.eligibility.testTotalBelow'],
			name: 'testTotalBelow',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 0,
			description: 'Orders with a smaller total are held as tests. 0 turns the rule off.',
		},
	],
};

/**
 * @param values as `readCollection` reads them
 * @throws {NodeOperationError} for a status or a channel that is not an ID
 */
export function readEligibility(
	context: IExecuteFunctions,
	values: IDataObject,
	itemIndex: number,
): Partial<EligibilitySettings> {
	const methods =
		(values.paymentByMethod as { method?: Array<{ name?: string; rule?: PaymentRule }> })?.method ?? [];
	// An empty list must not come to mean everything.
	const ids = (name: 'statusIds' | 'channelIds', words: IdWords) => {
		const chosen = idList(
			context,
			values[name] ?? [],
			`'${settingLabels[`import.eligibility.${name}`]}'`,
			words,
			itemIndex,
		);
		return chosen.length === 0 ? undefined : chosen;
	};
	return given({
		statusIds: ids('statusIds', statusWords),
		channelIds: ids('channelIds', channelWords),
		createdFrom: values.createdFrom as string | undefined,
		payment: values.payment as PaymentRule | undefined,
		paymentByMethod: Object.fromEntries(
			methods.flatMap(({ name, rule }) => (name && rule ? [[name, rule]] : [])),
		),
		includeArchived: values.includeArchived as boolean | undefined,
		testOrders: {
			minimumTotal: Number(values.testTotalBelow ?? 0),
			emailPatterns: textList(values.testEmails) ?? [],
		},
		refundedUnits: values.refundedUnits as EligibilitySettings['refundedUnits'] | undefined,
		skusNotImported: textList(values.skusNotImported),
		severalAddresses: values.severalAddresses as EligibilitySettings['severalAddresses'] | undefined,
	});
}

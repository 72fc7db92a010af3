import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { settingLabels } from '../../../../shared/parameters/settingLabels';
import type { CurrencySettings, FieldSettings, PartialSettings } from '../../../../../sync/order/settings';
import { referenceField } from '../../../../shared/parameters/referenceField';
import { reference } from '../../../reference';
import { given } from './given';
import { mappingField, readMapping } from './mapping';

export const fieldsCollection: INodeProperties = {
	displayName: settingLabels['import.fields'],
	name: 'fields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: [
		{
			displayName: 'Comment: Customer Message',
			name: 'commentCustomerMessage',
			type: 'boolean',
			default: true,
			description: "Whether the comment carries the shopper's message",
		},
		{
			displayName: 'Comment: Shipping Method',
			name: 'commentShippingMethod',
			type: 'boolean',
			default: true,
			description: 'Whether the comment names the shipping method the shopper chose',
		},
		{
			displayName: 'Comment: Staff Notes',
			name: 'commentStaffNotes',
			type: 'boolean',
			default: false,
			description: 'Whether the comment carries the staff notes of the order',
		},
		{
			displayName: settingLabels['import.fields.customFields'],
			name: 'customFields',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			default: {},
			placeholder: 'Add Custom Field',
			description: 'Values to put into custom fields of the document',
			options: [
				{
					displayName: 'Field',
					name: 'field',
					values: [
						referenceField('Custom Field', 'id', 'getCustomFields'),
						{ displayName: 'Value', name: 'value', type: 'string', default: '' },
					],
				},
			],
		},
		referenceField(settingLabels['import.fields.department'], 'department', 'getDepartments'),
		{
			displayName: settingLabels['import.fields.homeCurrency'],
			name: 'homeCurrency',
			type: 'string',
			default: '',
			placeholder: 'e.g. USD',
			description: "The currency of the SOS company. The store's default currency when left out.",
		},
		{
			displayName: settingLabels['import.fields.numberOffset'],
			name: 'numberOffset',
			type: 'number',
			default: 0,
			description: 'Added to the order number, to move the reference numbers to a series not in use',
		},
		referenceField(settingLabels['import.fields.orderStage'], 'orderStage', 'getOrderStages'),
		{
			displayName: settingLabels['import.fields.currencies'],
			name: 'currencies',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			default: {},
			placeholder: 'Add Currency',
			description: 'Orders in a currency that is neither listed here nor the home currency are held',
			options: [
				{
					displayName: 'Currency',
					name: 'currency',
					values: [
						{ displayName: 'Code', name: 'code', type: 'string', default: '', placeholder: 'e.g. EUR' },
						{
							displayName: 'Exchange Rate',
							name: 'exchangeRate',
							type: 'number',
							typeOptions: { minValue: 0, numberPrecision: 12 },
							default: 0,
							description: "Home currency per unit. 0 takes the order's own rate.",
						},
						{
							displayName: 'Name or ID in SOS Inventory',
							name: 'sos',
							type: 'string',
							default: '',
							description: 'The code when left out',
						},
					],
				},
			],
		},
		referenceField(settingLabels['import.fields.salesRep'], 'salesRep', 'getSalesReps'),
		mappingField(
			settingLabels['import.fields.shipMethods'],
			'shipMethods',
			'Shipping Method in BigCommerce',
			'Ship Method',
			'getShipMethods',
			'Sales receipts only, as SOS Inventory keeps none on sales orders',
		),
		referenceField(
			'Ship Method for All Others',
			'defaultShipMethod',
			'getShipMethods',
			'Sales receipts only, as SOS Inventory keeps none on sales orders',
		),
		referenceField(settingLabels['import.fields.terms'], 'terms', 'getTerms', 'Sales orders only'),
		{
			displayName: settingLabels['import.fields.timeZone'],
			name: 'timeZone',
			type: 'string',
			default: '',
			placeholder: 'e.g. America/Chicago',
			description:
				"The store's time zone, for the date of the document and for 'Created From'. The workflow's when left out.",
		},
	],
};

export function readFields(
	values: IDataObject,
	onTop: { location: unknown; channel: unknown; workflowTimeZone: string },
): PartialSettings<FieldSettings> {
	const customFields =
		(values.customFields as { field?: Array<{ id: unknown; value?: string }> })?.field ?? [];
	return given({
		location: reference(onTop.location),
		channel: reference(onTop.channel),
		department: reference(values.department),
		terms: reference(values.terms),
		orderStage: reference(values.orderStage),
		salesRep: reference(values.salesRep),
		customFields: customFields.map(({ id, value }) => ({ ...reference(id), value: value ?? '' })),
		comment: given({
			customerMessage: values.commentCustomerMessage as boolean | undefined,
			staffNotes: values.commentStaffNotes as boolean | undefined,
			shippingMethod: values.commentShippingMethod as boolean | undefined,
		}),
		timeZone: (values.timeZone as string | undefined) || onTop.workflowTimeZone,
		shipMethods: readMapping(values.shipMethods),
		defaultShipMethod: reference(values.defaultShipMethod),
	});
}

export function readCurrency(values: IDataObject): PartialSettings<CurrencySettings> {
	const currencies =
		(values.currencies as { currency?: Array<{ code?: string; sos?: string; exchangeRate?: number }> })
			?.currency ?? [];
	const foreign = currencies.map(({ code = '', sos, exchangeRate = 0 }) => [
		code.trim().toUpperCase(),
		{ ...(reference(sos) ?? { name: code.trim() }), ...(exchangeRate > 0 && { exchangeRate }) },
	]);
	return given({
		home: (values.homeCurrency as string | undefined)?.trim().toUpperCase(),
		foreign: Object.fromEntries(foreign),
	});
}

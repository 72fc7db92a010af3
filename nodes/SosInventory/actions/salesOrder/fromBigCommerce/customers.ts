import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { settingLabels } from '../../../../shared/parameters/settingLabels';
import type {
	CustomerMatchRule,
	CustomerSettings,
	PartialSettings,
} from '../../../../../sync/order/settings';
import { referenceField } from '../../../../shared/parameters/referenceField';
import { optionalLocator } from '../../../recordLocator';
import { reference } from '../../../reference';
import { given, textList } from './given';

export const customerCollection: INodeProperties = {
	displayName: settingLabels['import.customers'],
	name: 'customers',
	type: 'collection',
	placeholder: 'Add Setting',
	default: {},
	displayOptions: { show: { customerMode: ['findOrCreate'] } },
	options: [
		optionalLocator(
			settingLabels['import.customers.guestCustomer'],
			'guestCustomer',
			'searchCustomers',
			'Shoppers without an account are booked on it. They are treated like others when left out.',
		),
		{
			displayName: 'Find By',
			name: 'matchBy',
			type: 'multiOptions',
			default: ['email', 'companyAndPostalCode', 'name'],
			description:
				'Tried one after the other. When nobody is found, a customer is created. Shoppers with different email addresses are never taken for one another.',
			options: [
				{
					name: 'Company and Postal Code',
					value: 'companyAndPostalCode',
					description: 'Both have to be the same, and no email address may differ',
				},
				{ name: 'Email', value: 'email' },
				{ name: 'Exact Name', value: 'name', description: 'Only where no email address differs' },
			],
		},
		{
			displayName: 'Name of New Customers',
			name: 'nameFrom',
			type: 'options',
			default: 'person',
			description: 'A number is added when SOS Inventory has a customer of this name already',
			options: [
				{ name: "The Company's, or the Person's If None", value: 'company' },
				{ name: "The Person's", value: 'person' },
			],
		},
		{
			displayName: 'Notes on New Customers',
			name: 'notes',
			type: 'string',
			default: '',
			placeholder: 'e.g. From the web shop',
			description: 'Put on customers that are created',
		},
		{
			displayName: 'Relay Emails',
			name: 'relays',
			type: 'string',
			default: '',
			placeholder: 'e.g. marketplace.amazon.com, eBay',
			description:
				'Marketplaces that give a shopper another email address with each order: the domain of the addresses or the source of the orders, separated by commas. These shoppers are found by name and address.',
		},
		referenceField(settingLabels['import.customers.salesRep'], 'salesRep', 'getSalesReps'),
		{
			displayName: settingLabels['import.customers.walkIns'],
			name: 'walkIns',
			type: 'options',
			default: 'oneCustomer',
			description: 'Orders with neither a name, a company nor an email, such as sales at a register',
			options: [
				{ name: 'Book Them on One Customer', value: 'oneCustomer' },
				{ name: 'Hold the Order', value: 'hold' },
			],
		},
		referenceField(settingLabels['import.customers.terms'], 'terms', 'getTerms'),
		{
			displayName: 'Walk-In Customer',
			name: 'walkInName',
			type: 'string',
			default: 'Walk-in Sales',
			placeholder: 'e.g. Walk-in Sales',
			description:
				'Name of the customer for sales without a name. It is created when SOS Inventory does not have it.',
		},
	],
};

export function readCustomers(
	mode: CustomerSettings['mode'],
	fixedCustomer: unknown,
	values: IDataObject,
): PartialSettings<CustomerSettings> {
	const guestCustomer = reference(values.guestCustomer);
	return given({
		mode,
		fixed: reference(fixedCustomer),
		guests: guestCustomer === undefined ? ('same' as const) : ('fixed' as const),
		guestCustomer,
		walkIns: values.walkIns as CustomerSettings['walkIns'] | undefined,
		walkInName: (values.walkInName as string | undefined)?.trim(),
		relays: textList(values.relays),
		matchBy: values.matchBy as CustomerMatchRule[] | undefined,
		nameFrom: values.nameFrom as CustomerSettings['nameFrom'] | undefined,
		newCustomer: given({
			terms: reference(values.terms),
			salesRep: reference(values.salesRep),
			notes: values.notes as string | undefined,
		}),
	});
}

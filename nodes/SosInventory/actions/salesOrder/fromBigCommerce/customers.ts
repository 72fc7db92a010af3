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
import { given } from './given';

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
			description: 'Tried one after the other. When nobody is found, a customer is created.',
			options: [
				{
					name: 'Company and Postal Code',
					value: 'companyAndPostalCode',
					description: 'Only finds customers in whose name or notes the company stands, too',
				},
				{ name: 'Email', value: 'email' },
				{ name: 'Exact Name', value: 'name' },
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
		referenceField(settingLabels['import.customers.salesRep'], 'salesRep', 'getSalesReps'),
		referenceField(settingLabels['import.customers.terms'], 'terms', 'getTerms'),
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
		matchBy: values.matchBy as CustomerMatchRule[] | undefined,
		nameFrom: values.nameFrom as CustomerSettings['nameFrom'] | undefined,
		newCustomer: given({
			terms: reference(values.terms),
			salesRep: reference(values.salesRep),
			notes: values.notes as string | undefined,
		}),
	});
}

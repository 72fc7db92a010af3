import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type {
	CustomerMatchRule,
	CustomerSettings,
	PartialSettings,
} from '../../../../../sync/order/settings';
import { reference, referenceField } from '../../../referenceFields';
import { given } from './given';

export const customerCollection: INodeProperties = {
	displayName: 'Customers',
	name: 'customers',
	type: 'collection',
	placeholder: 'Add Setting',
	default: {},
	displayOptions: { show: { customerMode: ['findOrCreate'] } },
	options: [
		{
			displayName: 'Customer ID for Guests',
			name: 'guestCustomer',
			type: 'string',
			default: '',
			description:
				'Book shoppers without an account on this SOS customer. Treated like others when left out.',
		},
		{
			displayName: 'Find By',
			name: 'matchBy',
			type: 'multiOptions',
			default: ['email', 'companyAndPostalCode', 'name'],
			description: 'Tried one after the other; nobody found means a new customer',
			options: [
				{ name: 'Company and Postal Code', value: 'companyAndPostalCode' },
				{ name: 'Email', value: 'email' },
				{ name: 'Exact Name', value: 'name' },
			],
		},
		{
			displayName: 'Name of New Customers',
			name: 'nameFrom',
			type: 'options',
			default: 'person',
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
		},
		referenceField('Sales Rep of New Customers', 'salesRep', 'getSalesReps'),
		referenceField('Terms of New Customers', 'terms', 'getTerms'),
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

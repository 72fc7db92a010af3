import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { readCollection } from '../../../shared/parameters/collection';
import { forEachItem } from '../../../shared/run/forEachItem';
import type { Operation } from '../../../shared/run/operation';
import { referenceField } from '../../../shared/parameters/referenceField';
import { withoutCustomerSecrets } from '../../../../sync/order/sosCustomer';
import { reference } from '../../reference';
import type { SosClient } from '../../transport/client';
import { createCustomer } from '../../writing/createCustomer';
import { refuse } from '../../../shared/parameters/refuse';

/** SOS's own limit; a longer name is refused here rather than cut, since the name is how it is found again. */
const LONGEST_NAME = 100;

const addressFields = [
	{ displayName: 'City', name: 'city', type: 'string' as const, default: '' },
	{ displayName: 'Country', name: 'country', type: 'string' as const, default: '' },
	{ displayName: 'Postal Code', name: 'postalCode', type: 'string' as const, default: '' },
	{ displayName: 'State or Province', name: 'stateProvince', type: 'string' as const, default: '' },
	{ displayName: 'Street', name: 'line1', type: 'string' as const, default: '' },
	{ displayName: 'Street, Second Line', name: 'line2', type: 'string' as const, default: '' },
];

const additionalFields: INodeProperties = {
	displayName: 'Additional Fields',
	name: 'additionalFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: [
		{
			displayName: 'Billing Address',
			name: 'billing',
			type: 'fixedCollection',
			default: {},
			options: [{ displayName: 'Address', name: 'address', values: addressFields }],
		},
		{ displayName: 'Company Name', name: 'companyName', type: 'string', default: '' },
		{ displayName: 'Email', name: 'email', type: 'string', placeholder: 'name@email.com', default: '' },
		{ displayName: 'Notes', name: 'notes', type: 'string', typeOptions: { rows: 3 }, default: '' },
		{ displayName: 'Phone', name: 'phone', type: 'string', default: '' },
		{
			displayName: 'Shipping Address',
			name: 'shipping',
			type: 'fixedCollection',
			default: {},
			options: [{ displayName: 'Address', name: 'address', values: addressFields }],
		},
		referenceField('Terms', 'terms', 'getTerms'),
	],
};

export const create: Operation<SosClient> = {
	option: { name: 'Create', value: 'create', action: 'Create customer', description: 'Add a customer' },
	parameters: [
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			required: true,
			default: '',
			description:
				'The display name. No two customers in SOS Inventory can have the same; at most 100 characters.',
		},
		additionalFields,
	],
	async execute(context, company) {
		const items = await forEachItem(context, async (itemIndex) => {
			const name = String(context.getNodeParameter('name', itemIndex) ?? '').trim();
			if (name === '' || name.length > LONGEST_NAME) {
				const what = name === '' ? 'is empty' : `has ${name.length} characters`;
				throw refuse(
					context,
					`'Name' ${what}`,
					`Give the customer a name of 1 to ${LONGEST_NAME} characters.`,
					itemIndex,
				);
			}
			const { billing, shipping, terms, ...fields } = readCollection(context, additionalFields, itemIndex);
			const customer = await createCustomer(company, {
				name,
				...fields,
				billing: (billing as IDataObject | undefined)?.address,
				shipping: (shipping as IDataObject | undefined)?.address,
				terms: reference(terms) as IDataObject | undefined,
			});
			return withoutCustomerSecrets<object>(customer) as IDataObject;
		});
		return [items];
	},
};

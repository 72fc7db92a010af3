import type { Company } from '../company';
import { customerResource } from '../resources/customer';
import type { Customer } from '../records/customer';
import { bodyOf } from '../reading/body';

/** Someone who is to be in SOS Inventory already, for example because the shop has sold to them before. */
export interface KnownCustomer {
	name: string;
	email?: string;
	companyName?: string;
	phone?: string;
}

const address = {
	line1: '12 Sample Street',
	city: 'Exampleton',
	stateProvince: 'TX',
	postalCode: '75001',
	country: 'US',
};

/**
 * The customers a company has before the first import: one for all web orders, two who share an e-mail
 * address, one whose payload carries secrets, one deleted in QuickBooks; and `known` ones.
 */
export function seedCustomers(company: Company, known: readonly KnownCustomer[]): void {
	add(company, { name: 'BigCommerce Store', companyName: 'Example Trading' });
	add(company, { name: 'Alex Example', email: 'shared@example.com', billing: address, shipping: address });
	add(company, { name: 'Alex Example (office)', email: 'shared@example.com', companyName: 'Example Office' });
	add(
		company,
		{
			name: 'Jordan Sample',
			email: 'Jordan.Sample@example.com',
			portalPassword: 'sandbox-portal-password',
			billing: address,
		},
		{ hasCardOnFile: true, lastFour: '0000', expMonth: '12', expYear: '2030', tokenType: 'sandbox' },
	);
	add(company, { name: 'Casey Former (deleted)', email: 'former@example.com' }, { archived: true });
	for (const customer of known) add(company, customer);
}

function add(company: Company, body: object, own: Partial<Customer> = {}): void {
	const create = customerResource.create;
	if (!create) throw new Error('Customers cannot be created.');
	const customer = create(bodyOf(body), company);
	company.state.customers.load({ ...customer, ...own });
}

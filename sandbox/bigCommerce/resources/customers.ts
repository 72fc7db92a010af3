import type { Shopper } from '../../shop/shoppers';
import { integerIn, when } from '../listing/filters';
import type { Resource } from './resource';

const registeredAt = '2024-02-01T12:00:00Z';

type Customer = Shopper & { id: number };

/** `/v3/customers`: registered customers; guests never appear, and there is no address for a single one. */
export const customers: Resource<Customer> = {
	path: '/v3/customers',
	scopes: ['customers'],
	form: 'v3Cursor',
	records: ({ store }) => store.state.customers.map((shopper) => ({ ...shopper, id: shopper.customerId })),
	filters: [
		integerIn('id:in', ({ id }) => id),
		(query) =>
			when(
				query.list('email:in')?.map((email) => email.toLowerCase()),
				(emails, { address }) => emails.includes(address.email),
			),
		(query) => when(query.date('date_modified:min'), (from) => Date.parse(registeredAt) >= from),
	],
	render: ({ query }) => {
		const include = query.list('include') ?? [];
		return (customer) => showCustomer(customer, include);
	},
};

function showCustomer({ customerId, address }: Shopper, include: string[]) {
	const { first_name, last_name, company, phone, email } = address;
	return {
		id: customerId,
		email,
		first_name,
		last_name,
		company,
		phone,
		registration_ip_address: '192.0.2.10',
		notes: '',
		tax_exempt_category: '',
		customer_group_id: 0,
		date_created: registeredAt,
		date_modified: registeredAt,
		address_count: 1,
		attribute_count: 0,
		authentication: { force_password_reset: false },
		accepts_product_review_abandoned_cart_emails: false,
		origin_channel_id: 1,
		channel_ids: [1],
		...(include.includes('addresses') ? { addresses: [showAddress(customerId, address)] } : {}),
		...(include.includes('storecredit') ? { store_credit_amounts: [{ amount: 20 }] } : {}),
		...(include.includes('attributes') ? { attributes: [] } : {}),
		...(include.includes('formfields') ? { form_fields: [] } : {}),
	};
}

/** Addresses of customers use other field names than addresses of orders. */
function showAddress(customerId: number, address: Shopper['address']) {
	return {
		id: customerId,
		customer_id: customerId,
		first_name: address.first_name,
		last_name: address.last_name,
		company: address.company,
		address1: address.street_1,
		address2: address.street_2,
		city: address.city,
		state_or_province: address.state,
		postal_code: address.zip,
		country: address.country,
		country_code: address.country_iso2,
		phone: address.phone,
		address_type: 'residential',
	};
}

import type { FastifyInstance } from 'fastify';
import type { Shopper } from '../../shop/shoppers';
import { cursorPage } from '../http/cursorPaging';
import { Query } from '../http/query';
import type { Store } from '../store';

const registeredAt = '2024-02-01T12:00:00Z';

/** Registered customers; guests never appear, and there is no address for a single one. */
export function addCustomerRoutes(api: FastifyInstance, { state, settings }: Store): void {
	api.get('/v3/customers', { config: { scopes: ['customers'] } }, async (request) => {
		const query = new Query(request);
		const ids = query.integers('id:in');
		const emails = query.list('email:in')?.map((email) => email.toLowerCase());
		const from = query.date('date_modified:min') ?? -Infinity;
		const include = query.list('include') ?? [];
		const found = state.customers
			.filter(
				({ customerId, address }) =>
					(ids?.includes(customerId) ?? true) && (emails?.includes(address.email) ?? true),
			)
			.filter(() => Date.parse(registeredAt) >= from)
			.map((shopper) => ({ ...shopper, id: shopper.customerId }));
		return cursorPage(
			request,
			found,
			(shopper) => showCustomer(shopper, include),
			settings.limitAboveMaximum,
		);
	});
}

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

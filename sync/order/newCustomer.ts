import type { OrderAddress } from '../bigCommerceOrder';
import { flatAddress, personName, withoutEmpty } from './address';
import { allowedName, isNobody } from './customerName';
import type { OrderContext } from './orderContext';
import type { SosCustomerBody } from './salesDocument';

/**
 * The customer that would be created for an order.
 *
 * @returns undefined where the order says nothing to tell a person by: no name, no company and no e-mail
 */
export function newCustomer({ order, settings, texts }: OrderContext): SosCustomerBody | undefined {
	const { nameFrom } = settings.customer;
	const billing = order.billing_address ?? {};
	const shipping = order.shipping_addresses.at(0);
	const company = texts.cut(somebody(billing.company), 'companyName', 'the company of the customer');
	const person = somebody(personName(billing)) || somebody(personName(shipping));
	const email = texts.keep(billing.email, 'email', 'the e-mail of the customer');
	const names = nameFrom === 'company' ? [company, person] : [person, company];
	const name = [...names, email].find(Boolean);
	if (name === undefined) return undefined;
	return withoutEmpty({
		name: texts.cut(allowedName(name), 'customerName', 'the name of the customer') ?? name,
		email,
		phone: texts.cut(billing.phone, 'phone', 'the phone of the customer'),
		companyName: company,
		contact: contactOf(billing, texts),
		billing: flatAddress(billing, texts, "the customer's billing address"),
		shipping: shipping && flatAddress(shipping, texts, "the customer's shipping address"),
		...chosen(settings.customer.newCustomer),
	});
}

/** The customer on whom all sales are booked that name nobody. */
export function walkInCustomer({ settings, texts }: OrderContext): SosCustomerBody {
	const { walkInName, newCustomer: fields } = settings.customer;
	const name = texts.cut(allowedName(walkInName), 'customerName', 'the name of the walk-in customer');
	return withoutEmpty({ name: name ?? walkInName, ...chosen(fields) });
}

function contactOf(billing: OrderAddress, texts: OrderContext['texts']): SosCustomerBody['contact'] {
	return withoutEmpty({
		firstName: texts.cut(billing.first_name, 'personName', 'the first name of the customer'),
		lastName: texts.cut(billing.last_name, 'personName', 'the last name of the customer'),
	});
}

/** What the settings put on every new customer. */
function chosen({ terms, salesRep, notes }: OrderContext['settings']['customer']['newCustomer']) {
	return { terms, salesRep, notes: notes || undefined };
}

function somebody(name: string | null | undefined): string | undefined {
	return isNobody(name) ? undefined : name?.trim();
}

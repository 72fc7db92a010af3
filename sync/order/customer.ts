import type { BigCommerceOrder } from '../bigCommerceOrder';
import type { Reason } from '../reason';
import type { TextCutter } from '../textLimits';
import { flatAddress, personName, withoutEmpty } from './address';
import type { SosCustomerBody, SosReference, SosSalesDocument } from './salesDocument';
import type { CustomerMatchRule, CustomerSettings } from './settings';

/** How to come by the customer of a document. */
export type CustomerPlan =
	| ({ kind: 'fixed' } & SosReference)
	| {
			kind: 'findOrCreate';
			match: CustomerMatch;
			/** Created when nobody matches; make the name unique first. */
			create: SosCustomerBody;
	  };

/** What `matchCustomer` looks for. Empty fields are not looked for. */
export interface CustomerMatch {
	by: CustomerMatchRule[];
	/** Trimmed, lower case. */
	email: string;
	company: string;
	postalCode: string;
	name: string;
}

/** Says who a document is for; nothing is looked up or created here. */
export function planCustomer(
	order: BigCommerceOrder,
	settings: CustomerSettings,
	cutter: TextCutter,
): { customer: CustomerPlan; held: Reason[] } {
	const isGuest = !order.customer_id;
	if (settings.mode === 'fixed') return fixed(settings.fixed, 'the fixed customer');
	if (isGuest && settings.guests === 'fixed') return fixed(settings.guestCustomer, 'guests');
	const create = customerBody(order, settings, cutter);
	const match: CustomerMatch = {
		by: settings.matchBy,
		email: (create.email ?? '').toLowerCase(),
		company: create.companyName ?? '',
		postalCode: create.billing?.postalCode ?? '',
		name: create.name,
	};
	return { customer: { kind: 'findOrCreate', match, create }, held: [] };
}

/** The customer, if it is known without a look-up. */
export function fixedCustomer(plan: CustomerPlan): SosReference | undefined {
	return plan.kind === 'fixed' ? withoutEmpty({ id: plan.id, name: plan.name }) : undefined;
}

/** The document with its customer, at the place where documents with a fixed customer have it. */
export function withCustomer(document: SosSalesDocument, customer: SosReference): SosSalesDocument {
	const { number, date, ...rest } = document;
	return { number, date, customer, ...rest };
}

function fixed(customer: SosReference | undefined, what: string): { customer: CustomerPlan; held: Reason[] } {
	if (customer?.id !== undefined || customer?.name) {
		return { customer: { kind: 'fixed', ...customer }, held: [] };
	}
	return {
		customer: { kind: 'fixed' },
		held: [
			{
				code: 'SETTING_CUSTOMER_MISSING',
				message: `No SOS customer is chosen for ${what}.`,
				fix: `Choose a customer for ${what} in the node, or let customers be found or created.`,
			},
		],
	};
}

function customerBody(
	order: BigCommerceOrder,
	settings: CustomerSettings,
	cutter: TextCutter,
): SosCustomerBody {
	const billing = order.billing_address ?? {};
	const shipping = Array.isArray(order.shipping_addresses) ? order.shipping_addresses[0] : undefined;
	const company = cutter.cut(billing.company, 'companyName', 'the company of the customer');
	const person = personName(billing) || personName(shipping);
	const email = cutter.keep(billing.email, 'email', 'the e-mail of the customer');
	const names = settings.nameFrom === 'company' ? [company, person] : [person, company];
	const name = [...names, email].find(Boolean) ?? `BigCommerce order ${order.id}`;
	const { newCustomer } = settings;
	return withoutEmpty({
		name: cutter.cut(allowedName(name), 'customerName', 'the name of the customer') ?? name,
		email,
		phone: cutter.cut(billing.phone, 'phone', 'the phone of the customer'),
		companyName: company,
		contact: withoutEmpty({
			firstName: cutter.cut(billing.first_name, 'personName', 'the first name of the customer'),
			lastName: cutter.cut(billing.last_name, 'personName', 'the last name of the customer'),
		}),
		billing: flatAddress(billing, cutter, "the customer's billing address"),
		shipping: shipping && flatAddress(shipping, cutter, "the customer's shipping address"),
		terms: newCustomer.terms,
		salesRep: newCustomer.salesRep,
		notes: newCustomer.notes || undefined,
	});
}

/** A colon separates a parent customer from its child in SOS's full names. */
function allowedName(name: string): string {
	return name.replace(/\s*:\s*/g, ' - ').replace(/\s+/g, ' ');
}

import type { Reason } from '../reason';
import { plainText } from '../sameText';
import type { SettingName } from '../settingName';
import { flatAddress, personName, withoutEmpty } from './address';
import type { OrderContext } from './orderContext';
import { settingReasons } from './reasons/settingReasons';
import type { SosCustomerBody, SosReference } from './salesDocument';
import type { CustomerMatchRule } from './settings';

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
export function planCustomer(context: OrderContext): { customer: CustomerPlan; held: Reason[] } {
	const settings = context.settings.customer;
	const isGuest = Number(context.order.customer_id ?? 0) === 0;
	if (settings.mode === 'fixed') {
		return fixed(settings.fixed, 'the fixed customer', 'import.fixedCustomer');
	}
	if (isGuest && settings.guests === 'fixed') {
		return fixed(settings.guestCustomer, 'guests', 'import.customers.guestCustomer');
	}
	const create = customerBody(context);
	const match: CustomerMatch = {
		by: settings.matchBy,
		email: plainText(create.email),
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

function fixed(
	customer: SosReference | undefined,
	what: string,
	setting: SettingName,
): { customer: CustomerPlan; held: Reason[] } {
	const isChosen = customer?.id !== undefined || Boolean(customer?.name);
	return {
		customer: { kind: 'fixed', ...(isChosen && customer) },
		held: isChosen ? [] : [settingReasons.customerMissing(what, setting)],
	};
}

function customerBody({ order, settings, texts }: OrderContext): SosCustomerBody {
	const { nameFrom, newCustomer } = settings.customer;
	const billing = order.billing_address ?? {};
	const shipping = order.shipping_addresses.at(0);
	const company = texts.cut(billing.company, 'companyName', 'the company of the customer');
	const person = personName(billing) || personName(shipping);
	const email = texts.keep(billing.email, 'email', 'the e-mail of the customer');
	const names = nameFrom === 'company' ? [company, person] : [person, company];
	const name = [...names, email].find(Boolean) ?? `BigCommerce order ${order.id}`;
	return withoutEmpty({
		name: texts.cut(allowedName(name), 'customerName', 'the name of the customer') ?? name,
		email,
		phone: texts.cut(billing.phone, 'phone', 'the phone of the customer'),
		companyName: company,
		contact: withoutEmpty({
			firstName: texts.cut(billing.first_name, 'personName', 'the first name of the customer'),
			lastName: texts.cut(billing.last_name, 'personName', 'the last name of the customer'),
		}),
		billing: flatAddress(billing, texts, "the customer's billing address"),
		shipping: shipping && flatAddress(shipping, texts, "the customer's shipping address"),
		terms: newCustomer.terms,
		salesRep: newCustomer.salesRep,
		notes: newCustomer.notes || undefined,
	});
}

/** A colon separates a parent customer from its child in SOS's full names. */
function allowedName(name: string): string {
	return name.replace(/\s*:\s*/g, ' - ').replace(/\s+/g, ' ');
}

import type { Reason } from '../reason';
import { plainText } from '../sameText';
import type { SettingName } from '../settingName';
import { withoutEmpty } from './address';
import { newCustomer, walkInCustomer } from './newCustomer';
import type { OrderContext } from './orderContext';
import { customerReasons } from './reasons/customerReasons';
import { settingReasons } from './reasons/settingReasons';
import { isRelayed } from './relayEmail';
import type { SosCustomerBody, SosFlatAddress, SosReference } from './salesDocument';
import type { CustomerRule } from './settings';

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
	by: CustomerRule[];
	/** Trimmed, lower case. */
	email: string;
	company: string;
	postalCode: string;
	name: string;
	/** For the rule `nameAndAddress`. */
	address?: Pick<SosFlatAddress, 'line1' | 'city' | 'postalCode'>;
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
	const create = newCustomer(context);
	if (create === undefined) return walkIn(context);
	return { customer: { kind: 'findOrCreate', match: matchFor(context, create), create }, held: [] };
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

/** Without this, each sale at a register would leave a customer of its own in the books. */
function walkIn(context: OrderContext): { customer: CustomerPlan; held: Reason[] } {
	const create = walkInCustomer(context);
	const match: CustomerMatch = { by: ['name'], email: '', company: '', postalCode: '', name: create.name };
	return {
		customer: { kind: 'findOrCreate', match, create },
		held: context.settings.customer.walkIns === 'hold' ? [customerReasons.nameless()] : [],
	};
}

function matchFor({ order, settings }: OrderContext, create: SosCustomerBody): CustomerMatch {
	const { matchBy, relays } = settings.customer;
	const match: CustomerMatch = {
		by: matchBy,
		email: plainText(create.email),
		company: create.companyName ?? '',
		postalCode: create.billing?.postalCode ?? '',
		name: create.name,
	};
	if (!isRelayed(order, match.email, relays)) return match;
	const address = create.billing?.line1 === undefined ? create.shipping : create.billing;
	const { line1, city, postalCode } = address ?? {};
	return {
		...match,
		by: ['email', 'nameAndAddress', ...matchBy.filter((rule) => rule !== 'email')],
		address: withoutEmpty({ line1, city, postalCode }),
	};
}

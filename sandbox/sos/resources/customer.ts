import type { Company } from '../company';
import { archivedFilter, searching, sinceFilter } from '../listing/query';
import type { LowerCaseObject } from '../reading/body';
import { readFields } from '../reading/fields';
import { customerFields, type Customer } from '../records/customer';
import { changed, newStored } from '../records/stored';
import { invalid, invalidUnder200 } from '../refusal';
import { withoutTimes, type Resource } from './resource';

/** `/customer`. The payload holds secrets, as SOS Inventory's does: the portal password and card data. */
export const customerResource: Resource<Customer> = {
	path: 'customer',
	collection: (state) => state.customers,
	filters: [
		searching(
			(customer) => customer.name,
			(customer) => customer.fullname,
			(customer) => customer.notes,
		),
		({ name }) => (name ? (customer) => customer.name === name || customer.fullname === name : undefined),
		({ email }, { settings }) => {
			if (!email) return undefined;
			const sought = email.toLowerCase();
			return settings.customerEmailMatch === 'exact'
				? (customer) => customer.email?.toLowerCase() === sought
				: (customer) => customer.email?.toLowerCase().includes(sought) ?? false;
		},
		archivedFilter,
		sinceFilter,
	],
	render({ company }) {
		const parents = new Set(company.state.customers.values().map(({ parent }) => parent?.id));
		return (customer) => ({
			...withoutTimes(customer),
			hasChildren: parents.has(customer.id),
			summaryOnly: false,
		});
	},
	renderSummary: () => (customer) => ({
		id: customer.id,
		syncToken: customer.syncToken,
		starred: customer.starred,
		name: customer.name,
		fullname: customer.fullname,
		companyName: customer.companyName,
		email: customer.email,
		phone: customer.phone,
		archived: customer.archived,
		summaryOnly: true,
	}),
	create(body, company) {
		if (body.id && company.settings.idOnCreate === 'refused')
			throw invalid('The id of a new customer must not be provided.');
		const customer: Customer = {
			...newStored(company.state.nextId()),
			...customerValues(body, company),
			archived: false,
			isInQuickBooks: false,
			syncMessage: null,
			lastSync: null,
			hasCardOnFile: false,
			lastFour: null,
			expMonth: null,
			expYear: null,
			tokenType: null,
		};
		return company.state.customers.set(customer);
	},
	replace(customer, body, company) {
		return company.state.customers.set(changed(customer, customerValues(body, company, customer.id)));
	},
};

function customerValues(body: LowerCaseObject, company: Company, ownId?: number) {
	const values = readFields(customerFields, body, company);
	const parent = values.parent && company.state.customers.get(values.parent.id);
	const fullname = parent ? `${parent.fullname}:${values.name}` : values.name;
	const sameName = (other: Customer) => other.name.toLowerCase() === values.name.toLowerCase();
	if (company.state.customers.values().some((other) => other.id !== ownId && sameName(other)))
		throw invalidUnder200(`Duplicate customer name. A customer named "${values.name}" already exists.`);
	return { ...values, fullname, sublevel: parent ? parent.sublevel + 1 : 0 };
}

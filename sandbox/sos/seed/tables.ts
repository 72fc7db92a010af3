import { pick } from 'lodash';
import type { CustomFieldDefinition, Location, NamedRow } from '../records/referenceTables';
import { noLastName } from '../records/recordName';
import type { Reference } from '../records/reference';
import { newStored } from '../records/stored';
import type { Vendor } from '../records/vendor';
import type { SosState } from '../state';
import { seedAccounting } from './accounting';
import { fill, type Unstored } from './fill';

/** Fills the tables documents point at: what a small shop that sells on BigCommerce would have set up. */
export function seedTables(state: SosState): void {
	seedAccounting(state);
	fill(state, state.channels, named('BigCommerce', 'Wholesale', 'Trade Show'));
	fill(state, state.currencies, named('USD', 'CAD', 'EUR'));
	fill(state, state.customerTypes, named('Retail', 'Reseller'));
	fill(state, state.departments, named('Online', 'Store'));
	fill(state, state.orderStages, [
		{ name: 'New', customerText: 'We have your order.', sortOrder: 1 },
		{ name: 'Web Order', customerText: 'We have your order.', sortOrder: 2 },
		{ name: 'Picking', customerText: 'We are packing your order.', sortOrder: 3 },
		{ name: 'Shipped', customerText: 'Your order is on its way.', sortOrder: 4 },
	]);
	fill(
		state,
		state.priorities,
		named('Low', 'Normal', 'High').map((row, index) => ({ ...row, sortOrder: index + 1 })),
	);
	fill(state, state.vendors, [vendor('Example Supply Co.'), vendor('Parcel Broker')]);
	const [, broker] = state.vendors.values();
	fill(state, state.shipMethods, [
		{ name: 'UPS Ground', ...carrier('UPS', broker) },
		{ name: 'FedEx 2Day', ...carrier('FedEx') },
		{ name: 'USPS Priority Mail', ...carrier('USPS') },
		{ name: 'Pickup', ...carrier(null) },
	]);
	fill(state, state.uoms, [
		{ name: 'Each', abbreviation: 'ea' },
		{ name: 'Case', abbreviation: 'cs' },
	]);
	fill(state, state.users, [user('Sam Owner', 'sam', true), user('Pat Picker', 'pat', false)]);
	const [owner] = state.users.values();
	fill(state, state.salesReps, [
		salesRep('Web', 'Shop', null),
		salesRep('Robin', 'Sample', pick(owner, ['id', 'name'])),
		salesRep('Kim', noLastName, null),
	]);
	fill(state, state.workers, [{ lastName: noLastName, firstName: 'Ash', employee: null }]);
	fill(state, state.warranties, [
		{ name: 'One year', description: null, duration: 12, durationUnits: 'Months' },
	]);
	fill(state, state.workcenters, [
		{ name: 'Assembly bench', sortOrder: 1, assetAccount: null, accountNumber: null },
	]);
	for (const definition of customFieldDefinitions)
		state.customFields.load({ ...newStored(state.nextId()), ...definition });
	for (const place of locations) state.locations.load({ ...newStored(state.nextId()), ...place });
	const [{ id, name }] = state.locations.values();
	fill(state, state.bins, [
		{ description: 'Left of the door', number: 'A19', location: { id, name }, sortOrder: 1, contents: [] },
	]);
}

function named(...names: string[]): Array<Unstored<NamedRow>> {
	return names.map((name) => ({ name }));
}

function carrier(code: string | null, shipper: Vendor | null = null) {
	const whole = shipper && { ...shipper, createdAt: undefined, updatedAt: undefined };
	return { carrierCode: code, shipStationCarrier: null, shipStationService: null, vendor: whole };
}

function salesRep(firstName: string, lastName: string, owner: Reference | null) {
	const commission = { commissionRate: null, commissionAmount: null };
	return { lastName, firstName, ...commission, user: owner, restrictCustomers: false };
}

function user(name: string, mailbox: string, isAdmin: boolean) {
	const rights = { active: true, admin: isAdmin, master: isAdmin, locked: false };
	return { name, email: `${mailbox}@example.com`, lastLogin: '2026-01-05T08:00:00', ...rights };
}

function vendor(name: string): Unstored<Vendor> {
	const reached = { email: null, website: null, phone: null, mobile: null, altPhone: null, fax: null };
	return {
		starred: 0,
		name,
		...reached,
		companyName: name,
		contact: null,
		address: null,
		terms: null,
		accountNumber: null,
		currency: null,
		taxCode: null,
		showOnForms: true,
		notes: null,
		archived: false,
		syncMessage: null,
		lastSync: null,
		customFields: [],
		altAddresses: [],
	};
}

const customFieldDefinitions: Array<Unstored<CustomFieldDefinition>> = [
	{ name: 'Web buffer', dataType: 'Number', showOn: 'Item', listValues: null },
	{ name: 'Color', dataType: 'List', showOn: 'Item', listValues: 'Black,Sand,Blue,Green' },
	{ name: 'Gift note', dataType: 'Text', showOn: 'SalesOrder,SalesReceipt,Shipment', listValues: null },
	{ name: 'Web order id', dataType: 'Text', showOn: 'SalesOrder,SalesReceipt', listValues: null },
	{ name: 'Loyalty number', dataType: 'Text', showOn: 'Customer', listValues: null },
	{ name: 'Count sheet', dataType: 'TextArea', showOn: 'Adjustment', listValues: null },
];

const locations: Array<Unstored<Location>> = [
	location('Main Warehouse', { defaultLocation: true }),
	location('East Warehouse', {}),
	location('Quarantine', { nonNettable: true }),
];

function location(name: string, own: Partial<Unstored<Location>>): Unstored<Location> {
	return {
		name,
		binTracking: false,
		nonNettable: false,
		defaultLocation: false,
		shippingTaxable: false,
		salesTaxRate: null,
		bins: [],
		address: {
			line1: '1 Example Way',
			line2: '',
			line3: null,
			line4: null,
			line5: null,
			city: 'Exampleton',
			stateProvince: 'TX',
			postalCode: '75001',
			country: 'US',
		},
		phone: '',
		email: '',
		company: 'Example Trading',
		contact: '',
		keys: null,
		values: null,
		...own,
	};
}

import type { CustomFieldDefinition, Location, TableRow } from '../records/referenceTables';
import { newStored } from '../records/stored';
import type { SosState } from '../state';

type Rows = Array<{ name: string } & Record<string, unknown>>;

/** Fills the tables documents point at: what a small shop that sells on BigCommerce would have set up. */
export function seedTables(state: SosState): void {
	fill(state, state.accounts, [
		{ name: 'Product Sales', accountType: 'Income' },
		{ name: 'Shipping Income', accountType: 'Income' },
		{ name: 'Cost of Goods Sold', accountType: 'Cost of Goods Sold' },
		{ name: 'Inventory Asset', accountType: 'Other Current Asset' },
		{ name: 'Inventory Shrinkage', accountType: 'Expense' },
		{ name: 'Undeposited Funds', accountType: 'Other Current Asset' },
		{ name: 'Checking', accountType: 'Bank' },
	]);
	fill(state, state.channels, named('BigCommerce', 'Wholesale', 'Trade Show'));
	fill(state, state.classes, named('Retail', 'Wholesale'));
	fill(state, state.currencies, named('USD', 'CAD', 'EUR'));
	fill(state, state.customerTypes, named('Retail', 'Reseller'));
	fill(state, state.departments, named('Online', 'Store'));
	fill(state, state.orderStages, [
		{ name: 'New', customerText: 'We have your order.', sortOrder: 1 },
		{ name: 'Web Order', customerText: 'We have your order.', sortOrder: 2 },
		{ name: 'Picking', customerText: 'We are packing your order.', sortOrder: 3 },
		{ name: 'Shipped', customerText: 'Your order is on its way.', sortOrder: 4 },
	]);
	fill(state, state.paymentMethods, [
		{ name: 'Credit Card', sosPayType: 'CreditCard' },
		{ name: 'PayPal', sosPayType: '' },
		{ name: 'Cash', sosPayType: 'Cash' },
		{ name: 'Check', sosPayType: 'Check' },
		{ name: 'Bank Deposit', sosPayType: '' },
	]);
	fill(state, state.priceTiers, [
		{ name: 'Reseller', percentDiscount: 20, flatDiscount: null },
		{ name: '$1 Discount', percentDiscount: null, flatDiscount: 1 },
	]);
	fill(state, state.priorities, named('Low', 'Normal', 'High'));
	fill(state, state.salesReps, named('Web Shop', 'Robin Sample'));
	fill(state, state.shipMethods, [
		{ name: 'UPS Ground', ...carrier('UPS') },
		{ name: 'FedEx 2Day', ...carrier('FedEx') },
		{ name: 'USPS Priority Mail', ...carrier('USPS') },
		{ name: 'Pickup', ...carrier(null) },
	]);
	fill(state, state.terms, [terms('Due on receipt', 0), terms('Net 15', 15), terms('Net 30', 30)]);
	fill(state, state.uoms, [
		{ name: 'Each', abbreviation: 'ea' },
		{ name: 'Case', abbreviation: 'cs' },
	]);
	fill(state, state.users, [user('Sam Owner', 'sam', true), user('Pat Picker', 'pat', false)]);
	fill(state, state.vendors, named('Example Supply Co.'));
	fill(state, state.warranties, named('One year'));
	for (const [name, rate] of [['Taxable', 8.25] as const, ['Exempt', 0] as const])
		state.taxCodes.load({ ...newStored(state.nextId()), name, ...taxRates(state.nextId(), name, rate) });
	for (const definition of customFieldDefinitions)
		state.customFields.load({ ...newStored(state.nextId()), ...definition });
	for (const location of locations) state.locations.load({ ...newStored(state.nextId()), ...location });
}

function fill(state: SosState, table: { load(row: TableRow): void }, rows: Rows): void {
	for (const row of rows) table.load({ ...newStored(state.nextId()), ...row });
}

function named(...names: string[]): Rows {
	return names.map((name) => ({ name }));
}

function carrier(code: string | null) {
	return { carrierCode: code, shipStationCarrier: null, shipStationService: null, vendor: null };
}

function terms(name: string, dueDays: number) {
	return {
		name,
		dueDays,
		discountDays: null,
		discountPercent: null,
		dayOfMonthDue: null,
		discountDayOfMonth: null,
		dateDiscountPercent: null,
		dueNextMonthDays: null,
		syncMessage: null,
		lastSync: null,
	};
}

function user(name: string, mailbox: string, isAdmin: boolean) {
	const rights = { active: true, admin: isAdmin, master: isAdmin, locked: false };
	return { name, email: `${mailbox}@example.com`, lastLogin: '2026-01-05T08:00:00', ...rights };
}

function taxRates(id: number, name: string, rate: number) {
	return {
		salesTaxRate: rate,
		purchaseTaxRate: rate,
		isSalesTaxType: true,
		isPurchaseTaxType: false,
		taxRates: rate === 0 ? [] : [{ id, name: `${name} ${rate}%`, rate }],
	};
}

type Unstored<T> = Omit<T, 'id' | 'syncToken' | 'createdAt' | 'updatedAt'>;

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

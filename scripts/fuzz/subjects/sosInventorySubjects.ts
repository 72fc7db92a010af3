import { locator } from '../../../testing/engine/locator';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Sandbox } from '../../../sandbox';
import { fixedCustomer } from '../../../testing/templates/fixedCustomer';
import { chain, dropDown, operation, search, type Subject } from './subject';

const all = { returnAll: true };

const firstItem = ({ sos }: Sandbox) => sos.state.items.values()[0].id;

const firstCustomer = ({ sos }: Sandbox) => sos.state.customers.values()[0].id;

/** Orders as "Order: Get Many" gives them. */
function orders({ bigCommerce }: Sandbox): IDataObject[] {
	return bigCommerce.orders() as unknown as IDataObject[];
}

function idIn(sandbox: Sandbox, table: 'locations' | 'channels' | 'terms' | 'departments'): number {
	return sandbox.sos.state[table].values()[0].id;
}

/** Settings that make the node look records up in SOS's tables before it writes. */
function referring(sandbox: Sandbox): INodeParameters {
	return {
		location: idIn(sandbox, 'locations'),
		channel: idIn(sandbox, 'channels'),
		fields: { terms: idIn(sandbox, 'terms'), department: idIn(sandbox, 'departments') },
	};
}

/** The orders of the shop matched, then written or planned. */
function creating(as: string, parameters: (sandbox: Sandbox) => INodeParameters): Subject {
	const matching = { resource: 'item', operation: 'matchSkus' };
	const create = { resource: 'salesOrder', operation: 'createFromBigCommerceOrder' };
	return chain(
		`sosInventory salesOrder: createFromBigCommerceOrder, ${as}`,
		(sandbox) => [
			{ name: 'Match', node: 'sosInventory', parameters: matching },
			{ name: 'Create', node: 'sosInventory', parameters: { ...create, ...parameters(sandbox) } },
		],
		{ items: orders, covers: ['sosInventory salesOrder: createFromBigCommerceOrder'] },
	);
}

const onOneCustomer = (sandbox: Sandbox) => fixedCustomer(firstCustomer(sandbox));

function documentReads(kind: string, first: (sandbox: Sandbox) => { id: number; number: string }): Subject[] {
	return [
		operation('sosInventory', `${kind}: getAll`, { parameters: all }),
		operation('sosInventory', `${kind}: get`, {
			parameters: (sandbox) => ({ number: first(sandbox).number }),
		}),
		operation('sosInventory', `${kind}: get`, {
			as: 'by id',
			parameters: (sandbox) => ({ findBy: 'id', documentId: String(first(sandbox).id), simplify: true }),
		}),
	];
}

const dropDowns = [
	'getAccounts',
	'getChannels',
	'getClasses',
	'getCustomFields',
	'getDepartments',
	'getLocations',
	'getOrderStages',
	'getPaymentMethods',
	'getSalesReps',
	'getShipMethods',
	'getTaxCodes',
	'getTerms',
	'listChannels',
	'listLocations',
	'listOrderStages',
];

/** Every operation, drop-down and search of the SOS Inventory node. */
export const sosInventorySubjects: Subject[] = [
	operation('sosInventory', 'customer: create', {
		parameters: { name: 'Example Buyer', additionalFields: { email: 'buyer@example.com' } },
	}),
	operation('sosInventory', 'customer: get', {
		parameters: (sandbox) => ({ customerId: locator(firstCustomer(sandbox)) }),
	}),
	operation('sosInventory', 'customer: getAll', { parameters: { ...all, simplify: true } }),
	operation('sosInventory', 'item: get', {
		parameters: (sandbox) => ({
			itemId: locator(firstItem(sandbox)),
			location: sandbox.sos.state.locations.values()[0].name,
			simplify: true,
		}),
	}),
	operation('sosInventory', 'item: getAll', { parameters: { ...all, filters: { archived: 'any' } } }),
	operation('sosInventory', 'item: getAll', {
		as: 'by location',
		parameters: (sandbox) => ({
			...all,
			simplify: true,
			options: {
				locations: sandbox.sos.state.locations
					.values()
					.slice(0, 2)
					.map(({ id }) => id),
			},
		}),
	}),
	operation('sosInventory', 'item: matchSkus', { items: orders }),
	operation('sosInventory', 'salesOrder: create', {
		parameters: (sandbox) => ({
			number: 'FREE-1',
			customerId: locator(firstCustomer(sandbox)),
			lines: { line: [{ itemId: locator(firstItem(sandbox)), quantity: 1, unitPrice: 2 }] },
			additionalFields: { terms: idIn(sandbox, 'terms'), date: '2026-01-02T03:04:05' },
		}),
	}),
	creating('one customer', (sandbox) => ({ ...onOneCustomer(sandbox), ...referring(sandbox) })),
	creating('customers found or created', () => ({ customerMode: 'findOrCreate' })),
	creating('items created', (sandbox) => ({ ...onOneCustomer(sandbox), unmatched: 'createItem' })),
	creating('receipts', (sandbox) => ({
		...onOneCustomer(sandbox),
		transactionType: 'salesReceipt',
		payment: { defaultMethod: 'Credit Card' },
	})),
	creating('planned', (sandbox) => ({ planOnly: true, customerMode: 'findOrCreate', ...referring(sandbox) })),
	...documentReads('salesOrder', ({ sos }) => sos.state.salesOrders.values()[0]),
	...documentReads('salesReceipt', ({ sos }) => sos.state.salesReceipts.values()[0]),
	...dropDowns.map((method) => dropDown('sosInventory', method)),
	search('sosInventory', 'searchCustomers'),
	search('sosInventory', 'searchItems', 'a'),
];

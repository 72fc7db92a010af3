import { locator } from '../../../testing/engine/locator';
import type { IDataObject } from 'n8n-workflow';
import type { Sandbox } from '../../../sandbox';
import { dropDown, operation, search, type Subject } from './subject';

const all = { returnAll: true };

const orderIds = ({ bigCommerce }: Sandbox) => bigCommerce.state.orders.values().map(({ id }) => id);

/** Orders as "Create From BigCommerce Order" hands them on. */
function importedOrders(sandbox: Sandbox): IDataObject[] {
	return orderIds(sandbox).map((id) => ({
		id,
		sos: { documentType: 'salesOrder', id: 9000 + id, number: `BC-${id}`, total: '12.00', hash: 'abc' },
	}));
}

/** A few figures for SKUs that the shop counts, and one for a SKU it lacks. */
function figures({ bigCommerce }: Sandbox): IDataObject[] {
	const counted = bigCommerce.state.stock.values().filter(({ tracking, sku }) => tracking !== 'none' && sku);
	const rows = counted.map(({ sku }, index) => ({ sku, available: 3 + index }));
	return [...rows, { sku: 'NO-SUCH', available: 4 }];
}

const anyProduct = ({ bigCommerce }: Sandbox) => ({
	productId: locator(bigCommerce.state.products.values()[0].id),
});

const openOrders = { subtractOrders: true, orderStatuses: [11, 9] };

const unlimited = { circuitBreaker: false };

/** Every operation, drop-down and search of the BigCommerce node. */
export const bigCommerceSubjects: Subject[] = [
	operation('bigCommerce', 'order: get', {
		parameters: (sandbox) => ({ orderId: String(orderIds(sandbox)[0]), includeCoupons: true }),
	}),
	operation('bigCommerce', 'order: get', {
		as: 'failures handed on',
		onError: 'continueErrorOutput',
		parameters: { orderId: '={{ $json.id }}' },
		items: (sandbox) => orderIds(sandbox).map((id) => ({ id })),
	}),
	operation('bigCommerce', 'order: getAll', { parameters: { ...all, includeCoupons: true } }),
	operation('bigCommerce', 'order: getAll', {
		as: 'not imported, going on',
		parameters: {
			limit: 3,
			simplify: true,
			leaveOutImported: true,
			filters: { statusIds: [11, 9], minDateCreated: '2020-01-01T00:00:00Z' },
			options: { goOn: true },
		},
		staticData: {},
	}),
	operation('bigCommerce', 'order: markAsImported', {
		items: (sandbox) => importedOrders(sandbox).slice(1),
	}),
	operation('bigCommerce', 'order: markAsImported', {
		as: 'one of them marked before',
		onError: 'continueErrorOutput',
		items: importedOrders,
	}),
	operation('bigCommerce', 'order: markAsImported', {
		as: 'one order',
		items: (sandbox) => importedOrders(sandbox).slice(-1),
	}),
	operation('bigCommerce', 'order: removeImportMark', {
		parameters: { orderId: '={{ $json.id }}' },
		items: importedOrders,
	}),
	operation('bigCommerce', 'order: update', {
		parameters: { updateFields: { staffNote: 'Imported', statusId: 9 } },
		items: (sandbox) =>
			orderIds(sandbox)
				.slice(0, 2)
				.map((id) => ({ id })),
	}),
	operation('bigCommerce', 'inventory: getAll', { parameters: all }),
	operation('bigCommerce', 'inventory: getAll', {
		as: 'some SKUs',
		parameters: (sandbox) => ({
			limit: 2,
			filters: { skus: String(figures(sandbox)[0].sku), locationIds: [1] },
		}),
	}),
	operation('bigCommerce', 'inventory: compare', { items: figures }),
	operation('bigCommerce', 'inventory: compare', {
		as: 'less open orders',
		parameters: { ...openOrders, inputHolds: 'catalogue' },
		items: figures,
	}),
	operation('bigCommerce', 'inventory: update', {
		as: 'planned',
		parameters: { planOnly: true, ...openOrders },
		items: figures,
	}),
	operation('bigCommerce', 'inventory: update', {
		as: 'written',
		parameters: { ...unlimited, options: { remember: false } },
		items: figures,
	}),
	operation('bigCommerce', 'inventory: update', {
		as: 'written, safety stock held back, within limits',
		parameters: {
			limits: { changedPercent: 100, unitsLostPercent: 99, missingPercent: 99 },
			options: { safetyStock: 'heldBack', remember: true },
		},
		items: figures,
	}),
	operation('bigCommerce', 'inventory: update', {
		as: 'tracking switched on',
		parameters: {
			...unlimited,
			...openOrders,
			output: 'summary',
			options: { switchTracking: true, fullPush: true },
		},
		items: (sandbox) =>
			sandbox.bigCommerce.state.stock.values().map(({ sku }, index) => ({ sku, available: 3 + index })),
	}),
	operation('bigCommerce', 'location: getAll', { parameters: { ...all, filters: { isActive: true } } }),
	operation('bigCommerce', 'product: get', {
		parameters: (sandbox) => ({ ...anyProduct(sandbox), includeVariants: true }),
	}),
	operation('bigCommerce', 'product: get', {
		as: 'whole',
		parameters: (sandbox) => ({ ...anyProduct(sandbox), simplify: false }),
	}),
	operation('bigCommerce', 'product: getAll', { parameters: { ...all, includeVariants: true } }),
	operation('bigCommerce', 'product: getAll', { as: 'some', parameters: { limit: 2, simplify: false } }),
	operation('bigCommerce', 'store: get', { parameters: { includeOwner: true } }),
	operation('bigCommerce', 'variant: getAll', { parameters: all }),
	dropDown('bigCommerce', 'getOrderStatuses'),
	dropDown('bigCommerce', 'getChannels'),
	dropDown('bigCommerce', 'getLocations'),
	dropDown('bigCommerce', 'getLocationOrDefault'),
	search('bigCommerce', 'searchProducts'),
	search('bigCommerce', 'searchProducts', 'a'),
];

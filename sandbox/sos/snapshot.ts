import type { Company } from './company';
import { quantitiesOf } from './stock/quantities';

/** What `GET /sandbox/state` shows: the documents in full, items by what matters for stock. */
export function snapshotOf(company: Company): object {
	const { state, name } = company;
	return {
		company: name,
		items: state.items.values().map((item) => {
			const { id, fullname, sku, type, archived, updateBigCommerce } = item;
			const { onhand, available } = quantitiesOf(company, item);
			return { id, fullname, sku, type, archived, updateBigCommerce, onhand, available };
		}),
		customers: state.customers.values(),
		salesOrders: state.salesOrders.values(),
		salesReceipts: state.salesReceipts.values(),
		shipments: state.shipments.values(),
		adjustments: state.adjustments.values(),
		hooks: state.hooks.values(),
		hookDeliveries: state.hookDeliveries,
		locations: state.locations.values(),
		channels: state.channels.values(),
	};
}

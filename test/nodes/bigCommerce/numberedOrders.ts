import type { OrderRow } from '../../../nodes/BigCommerce/api/orders';

/** Orders with as much as a list is checked for. */
export function numberedOrders(from: number, to: number): OrderRow[] {
	return Array.from({ length: to - from + 1 }, (_, index) => ({
		id: from + index,
		status_id: 11,
		date_created: 'Tue, 24 Nov 2026 08:00:00 +0000',
		date_modified: 'Tue, 24 Nov 2026 08:00:00 +0000',
	}));
}

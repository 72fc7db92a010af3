import type { OrderLine, OrderRecord, Shipment } from '../../shop/orders/orderRecord';
import type { Store } from '../store';
import { partiallyShippedStatus, shippedStatus } from './statuses';

/** Keeps the shipments and counts again what was sent of each line and to each address. */
export function keepShipments(
	store: Store,
	order: OrderRecord,
	shipments: Shipment[],
	mayMoveStatus: boolean,
): void {
	const sentOf = (line: OrderLine) =>
		shipments
			.flatMap(({ items }) => items)
			.filter((item) => item.order_product_id === line.id)
			.reduce((sum, item) => sum + item.quantity, 0);
	const lines = order.lines.map((line) => ({ ...line, quantity_shipped: sentOf(line) }));
	const total = (some: OrderLine[]) => some.reduce((sum, line) => sum + line.quantity_shipped, 0);
	const addresses = order.addresses.map((address) => ({
		...address,
		items_shipped: total(lines.filter((line) => line.order_address_id === address.id)),
	}));
	const isComplete = lines.every(
		(line) => line.order_address_id === 0 || line.quantity_shipped >= line.quantity,
	);
	const status_id = mayMoveStatus
		? isComplete
			? shippedStatus
			: partiallyShippedStatus
		: order.fields.status_id;
	const now = Date.now();
	store.state.orders.set({
		...order,
		lines,
		addresses,
		shipments,
		fields: { ...order.fields, items_shipped: total(lines), status_id },
		shippedAt: mayMoveStatus && isComplete ? now : order.shippedAt,
		modifiedAt: store.settings.shipmentTouchesOrder ? now : order.modifiedAt,
	});
}

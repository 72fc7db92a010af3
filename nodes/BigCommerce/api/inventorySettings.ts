import { send } from '../../shared/request/send';
import type { BigCommerceClient } from '../transport/client';

export interface InventorySettings {
	/** When the store takes sold units off its stock. */
	updateStockBehavior: 'order_placed' | 'order_completed_or_shipped';
	/** How far the store's clock is ahead of this one, in ms, a second more or less; 0 when it does not say. */
	clockAheadMs: number;
}

export async function readInventorySettings(client: BigCommerceClient): Promise<InventorySettings> {
	const { body, headers } = await send(client.context, client.profile, {
		method: 'GET',
		path: '/v3/settings/inventory',
		subject: 'the inventory settings',
	});
	const { data } = body as { data: { update_stock_behavior: InventorySettings['updateStockBehavior'] } };
	const clock = Date.parse(headers.date);
	return {
		updateStockBehavior: data.update_stock_behavior,
		clockAheadMs: Number.isNaN(clock) ? 0 : clock - Date.now(),
	};
}

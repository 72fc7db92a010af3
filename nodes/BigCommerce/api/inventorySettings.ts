import type { Noun } from '../../shared/request/noun';
import { send } from '../../shared/request/send';
import { oneOf, record, type Shaped } from '../../shared/request/shape';
import type { BigCommerceClient } from '../transport/client';
import { one } from '../transport/envelope';

const settingsShape = record({
	update_stock_behavior: oneOf('order_placed', 'order_completed_or_shipped'),
});

type SettingsRow = Shaped<typeof settingsShape>;

const inventorySettings: Noun<SettingsRow> = {
	words: 'inventory settings',
	shape: settingsShape,
	keyOf: () => 'of the store',
};

export interface InventorySettings {
	/** When the store takes sold units off its stock. */
	updateStockBehavior: SettingsRow['update_stock_behavior'];
	/** How far the store's clock is ahead of this one, in ms, a second more or less; 0 when it does not say. */
	clockAheadMs: number;
}

const PATH = '/v3/settings/inventory';

/** @throws {ApiFailure} */
export async function readInventorySettings({
	context,
	profile,
}: BigCommerceClient): Promise<InventorySettings> {
	const expected = one(inventorySettings);
	const { body, headers } = await send(context, profile, {
		method: 'GET',
		path: PATH,
		subject: 'the inventory settings',
		flawIn: expected.flawsAt(PATH),
	});
	const clock = Date.parse(headers.date);
	return {
		updateStockBehavior: expected.read(PATH, body).update_stock_behavior,
		clockAheadMs: Number.isNaN(clock) ? 0 : clock - Date.now(),
	};
}

import { chunk } from 'lodash';
import type { Reason } from '../../../../sync/reason';
import type { StockWrite } from '../../../../sync/stock/stockPlan';
import type { TrackingSwitch } from '../../../../sync/stock/switchTracking';
import type { ApiFailure } from '../../../shared/request/apiFailure';
import { changeTracking, PRODUCTS_PER_CHANGE } from '../../api/productTracking';
import type { BigCommerceClient } from '../../transport/client';
import { trackingNotSwitched } from '../../../../sync/stock/runReasons';
import type { StockOutcome } from '../output/outcomes';

/** Switches tracking on, and says of the products where BigCommerce refused it what it said. */
export async function switchTracking(
	store: BigCommerceClient,
	switches: TrackingSwitch[],
): Promise<Map<number, ApiFailure>> {
	const refused = new Map<number, ApiFailure>();
	for (const batch of chunk(switches, PRODUCTS_PER_CHANGE)) await switchBatch(store, batch, refused);
	return refused;
}

/** The writes that cannot be sent because tracking is still off, with the reason of each. */
export function withoutTracking(
	outcomes: StockOutcome[],
	refused: Map<number, ApiFailure>,
): Map<StockWrite, Reason> {
	const reasons = new Map<StockWrite, Reason>();
	for (const { figure, productId } of outcomes) {
		const failure = productId === null ? undefined : refused.get(productId);
		if (!figure || !failure) continue;
		reasons.set(figure, trackingNotSwitched(figure.sku, failure.message, fixOf(failure)));
	}
	return reasons;
}

/** One refused product refuses the batch, so that the others are then sent one by one. */
async function switchBatch(
	store: BigCommerceClient,
	batch: TrackingSwitch[],
	refused: Map<number, ApiFailure>,
): Promise<void> {
	const refusal = await changeTracking(
		store,
		batch.map(({ productId, tracking }) => ({ id: productId, inventory_tracking: tracking })),
		['permission', 'invalid', 'notFound', 'conflict'],
	);
	if (refusal === undefined) return;
	if (batch.length === 1 || refusal.category === 'permission') {
		for (const { productId } of batch) refused.set(productId, refusal);
		return;
	}
	for (const one of batch) await switchBatch(store, [one], refused);
}

function fixOf({ category, description }: ApiFailure): string {
	return category === 'permission'
		? 'The API account needs the scope Products (modify) for this. Scopes cannot be changed later: create a new API account with it, or switch tracking on by hand in BigCommerce.'
		: (description ?? 'Switch tracking on by hand in BigCommerce.');
}

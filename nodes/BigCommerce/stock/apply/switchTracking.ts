import { chunk } from 'lodash';
import type { Reason } from '../../../../sync/reason';
import { applyReasons } from '../../../../sync/stock/reasons/applyReasons';
import type { StockWrite } from '../../../../sync/stock/stockPlan';
import type { TrackingSwitch } from '../../../../sync/stock/switchTracking';
import type { ApiFailure, FailureCategory } from '../../../shared/request/apiFailure';
import { changeTracking, PRODUCTS_PER_CHANGE } from '../../api/productTracking';
import type { BigCommerceClient } from '../../transport/client';
import type { StockOutcome } from '../output/outcomes';

/** What is said to some products and not to the store as a whole. */
const ABOUT_PRODUCTS: FailureCategory[] = ['permission', 'invalid', 'notFound', 'conflict'];

/** Takes what became of each product: nothing when its tracking was switched on, the refusal when it was not. */
export type SwitchOutcome = (productId: number, refusal?: ApiFailure) => void;

/**
 * Switches tracking on, ten products with a request. One refused product refuses the request, so that the
 * others are then sent one by one.
 *
 * @throws {ApiFailure} when it is not the products that are the matter; those without an outcome are as they were
 */
export async function switchTracking(
	store: BigCommerceClient,
	switches: TrackingSwitch[],
	outcome: SwitchOutcome,
): Promise<void> {
	for (const batch of chunk(switches, PRODUCTS_PER_CHANGE)) await switchBatch(store, batch, outcome);
}

/** The writes that cannot be sent because tracking is still off, with the reason of each. */
export function withoutTracking(
	outcomes: StockOutcome[],
	refused: Map<number, ApiFailure>,
): Map<StockWrite, Reason> {
	const reasons = new Map<StockWrite, Reason>();
	for (const { figure, productId } of outcomes) {
		const failure = productId === undefined ? undefined : refused.get(productId);
		if (!figure || !failure) continue;
		reasons.set(figure, applyReasons.trackingNotSwitched(figure.sku, failure.message, fixOf(failure)));
	}
	return reasons;
}

async function switchBatch(
	store: BigCommerceClient,
	batch: TrackingSwitch[],
	outcome: SwitchOutcome,
): Promise<void> {
	const changes = batch.map(({ productId, tracking }) => ({ id: productId, inventory_tracking: tracking }));
	const failure = await changeTracking(store, changes, ABOUT_PRODUCTS);
	const isOneByOne = failure !== undefined && failure.category !== 'permission' && batch.length > 1;
	if (!isOneByOne) return batch.forEach(({ productId }) => outcome(productId, failure));
	for (const one of batch) await switchBatch(store, [one], outcome);
}

function fixOf({ category, description }: ApiFailure): string {
	return category === 'permission'
		? 'The API account needs the scope Products (modify) for this. Scopes cannot be changed later: create a new API account with it, or switch tracking on by hand in BigCommerce.'
		: (description ?? 'Switch tracking on by hand in BigCommerce.');
}

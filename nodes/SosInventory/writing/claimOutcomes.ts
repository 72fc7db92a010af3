import { claimReasons } from '../../../sync/order/reasons/claimReasons';
import { ofOrder } from '../../../sync/orderReasons';
import type { ApiFailure } from '../../shared/request/apiFailure';
import type { OthersOrder } from '../marking/marking';
import { needsAPerson } from './failureReason';
import { heldItem, markedItem } from './importedOrder';
import type { ImportJob, ImportRun, Outcome } from './importRun';

/** An order that BigCommerce let nobody claim. It will let nobody claim the next one either: the run stops. */
export function notClaimed(run: ImportRun, { order, plan }: ImportJob, failure: ApiFailure): Outcome {
	const reason = claimReasons.notClaimed(failure.message, String(failure.description ?? ''));
	run.stoppedBy ??= reason;
	run.mustFail ||= needsAPerson(failure);
	return { held: heldItem(order, [ofOrder(order.id, reason)], plan) };
}

/** An order that another run writes, or has written. */
export function ofAnotherRun({ order, plan }: ImportJob, others: OthersOrder): Outcome {
	if (others.kind === 'claimed') {
		return { held: heldItem(order, [ofOrder(order.id, claimReasons.beingImported(others.forMs))], plan) };
	}
	const warning = ofOrder(order.id, claimReasons.markedBefore(others.mark));
	return { imported: markedItem(order, others.mark, warning) };
}

import { claimReasons } from '../../../sync/order/reasons/claimReasons';
import { ofOrder } from '../../../sync/orderReasons';
import { settle } from '../../shared/request/settle';
import { BATCH, type HeldClaim, type Marking, type OtherMark, type Written } from '../marking/marking';
import { needsAPerson } from './failureReason';
import { stopRun } from './held';
import { addWarning } from './importedOrder';
import type { ImportRun, Outcome } from './importRun';

/** Marks what a run has written, ten orders with one request, while the next ones are written. */
export class Marks {
	private waiting: Array<{ written: Written; outcome: Outcome }> = [];

	/** One request after the other. */
	private sending: Promise<void> = Promise.resolve();

	constructor(
		private readonly run: ImportRun,
		private readonly marking: Marking,
	) {}

	/** Takes note of what became of an order; what has no document in SOS is none of its business. */
	note(orderId: number, outcome: Outcome, claim?: HeldClaim): void {
		if (outcome.written === undefined || claim === undefined) return;
		this.waiting.push({ written: { orderId, claim, ...outcome.written }, outcome });
		if (this.waiting.length === BATCH) this.send();
	}

	/** Resolves once everything is marked, or its outcome says that it is not. */
	async finish(): Promise<void> {
		this.send();
		await this.sending;
	}

	private send(): void {
		const batch = this.waiting;
		this.waiting = [];
		this.sending = this.sending.then(async () => {
			const marked = await settle(this.marking.mark(batch.map(({ written }) => written)));
			if (marked.failure === undefined) return this.warnOfDoubles(batch, marked.value);
			const reason = claimReasons.notMarked(marked.failure.message);
			this.run.stoppedBy ??= reason;
			this.run.mustFail ||= needsAPerson(marked.failure);
			for (const { written, outcome } of batch) addWarning(outcome, ofOrder(written.orderId, reason));
		});
	}

	/** A run that was away for so long that another took its order over may have written it all the same. */
	private warnOfDoubles(batch: Array<{ written: Written; outcome: Outcome }>, others: OtherMark[]): void {
		for (const { orderId, mark } of others) {
			const own = batch.find(({ written }) => written.orderId === orderId);
			if (own === undefined) continue;
			const reason = ofOrder(orderId, claimReasons.inSosTwice(own.written.mark, mark));
			addWarning(own.outcome, reason);
			stopRun(this.run, reason);
		}
	}
}

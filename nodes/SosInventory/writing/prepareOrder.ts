import { withNearItems } from '../../../sync/order/newItem';
import { withCustomer, type DocumentPlan } from '../../../sync/order/plan';
import { planSalesDocument } from '../../../sync/order/planSalesDocument';
import type { SosReference } from '../../../sync/order/salesDocument';
import type { SosItem } from '../../../sync/sosItem';
import { suspectSettings, trustSettings } from '../memory/deadSettings';
import { settle } from '../../shared/request/settle';
import { foundThere, heldAsBefore, type SentDocument } from './documentThere';
import { failed } from './failed';
import { notTried } from './failureReason';
import { held, heldBySettings } from './held';
import { plannedItem } from './importedOrder';
import type { ImportJob, ImportRun, Outcome } from './importRun';
import { allSettings, itemSettings } from './usedSettings';

/** A planned order against which nothing is known: it only has to be written. */
export interface ReadyOrder {
	job: ImportJob;
	plan: DocumentPlan;
	/** Without an id where the customer is still to be created. */
	customer: SosReference;
}

/**
 * Goes the way of an order up to the write, without writing anything: what a plan shows is what a run does.
 *
 * @returns what becomes of the order, or the order where it is to be written. Only unforeseen errors are thrown
 */
export async function prepareOrder(run: ImportRun, job: ImportJob): Promise<Outcome | ReadyOrder> {
	if (run.stoppedBy !== undefined) return held(job, notTried(run.stoppedBy));
	const { plan } = job;
	if (plan.kind === 'held') return held(job, ...plan.held);
	const outcome = await settle(prepare(run, job, plan));
	return outcome.failure === undefined ? outcome.value : await failed(run, job, outcome.failure);
}

async function prepare(run: ImportRun, job: ImportJob, plan: DocumentPlan): Promise<Outcome | ReadyOrder> {
	const { planOnly } = job;
	const before = planOnly ? undefined : await run.verdicts.against(job.order, plan);
	if (before !== undefined) return heldAsBefore(job, plan, before);
	const doubled = plan.kind === 'itemsMissing' ? await run.newItems.doubledBy(plan.itemsToCreate) : [];
	if (doubled.length > 0) return heldByDoubles(job, doubled);
	const customer = await run.customers.resolve(plan.customer, true);
	if ('reason' in customer) return held(job, customer.reason);
	const document = withCustomer(plan.document, customer.reference);

	const dead = await run.references.dead(itemSettings(document, job.settings));
	if (dead.length > 0) return heldBySettings(run, job, dead);
	// One that SOS leaves out shows with the first document of a run; the next runs know it before that one.
	const stopped =
		run.suspectSettings && run.sharesSettings ? await heldByDeadSettings(run, job, plan) : undefined;
	if (stopped !== undefined) return stopped;
	// A run looks for documents once the order is its own: what another run has claimed must cost no call.
	return planOnly
		? await planned(run, job, { ...plan, document })
		: { job, plan, customer: customer.reference };
}

/** An order whose new items would be doubles of others: planned with these, it says of which. */
function heldByDoubles(job: ImportJob, doubled: SosItem[]): Outcome {
	const order = withNearItems(job.order, doubled);
	const plan = planSalesDocument(order, job.settings);
	return held({ ...job, order, plan }, ...(plan.kind === 'held' ? plan.held : []));
}

async function planned(run: ImportRun, job: ImportJob, plan: DocumentPlan & SentDocument): Promise<Outcome> {
	// Settings that all orders share stop the run, whatever SOS has of this one.
	const faulty = run.sharesSettings ? await heldByDeadSettings(run, job, plan) : undefined;
	if (faulty !== undefined) return faulty;
	const there = await run.earlier.find(job.order, plan, plan.customer.kind === 'fixed');
	// What a plan finds is not marked.
	if (there !== undefined) return { ...foundThere(job, plan, there), written: undefined };
	const dead = await heldByDeadSettings(run, job, plan);
	return dead ?? { imported: plannedItem(job.order, plan, plan.document) };
}

/** Asks SOS for what the settings point at: a plan always, a run once something suggests that it is not there. */
export async function heldByDeadSettings(
	run: ImportRun,
	job: ImportJob,
	plan: DocumentPlan,
): Promise<Outcome | undefined> {
	const dead = await run.references.dead(allSettings(plan, job.settings));
	if (dead.length > 0) {
		if (!job.planOnly) suspect(run);
		return heldBySettings(run, job, dead);
	}
	// Where orders have settings of their own, those of one say nothing about the others'.
	if (run.sharesSettings) trustSettings(run.client);
	return undefined;
}

/** From now on, and in the next runs, settings are checked before a document is written. */
export function suspect(run: ImportRun): void {
	run.suspectSettings = true;
	suspectSettings(run.client);
}

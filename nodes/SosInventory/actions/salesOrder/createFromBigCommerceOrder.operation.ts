import type { IExecuteFunctions, INodeExecutionData, NodeApiError } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { heldFor } from '../../../../sync/order/plan';
import { planSalesDocument } from '../../../../sync/order/planSalesDocument';
import { withMatches } from '../../../../sync/skuMatching';
import { failedItem, nodeFailure } from '../../../shared/run/forEachItem';
import { inLanes } from '../../../shared/run/inLanes';
import type { Operation } from '../../../shared/run/operation';
import { presentable } from '../../../shared/run/presentable';
import { cancelSignal } from '../../../shared/request/send';
import type { SosClient } from '../../transport/client';
import { Customers } from '../../writing/customers';
import { notTried, unforeseen } from '../../writing/failureReason';
import { heldItem, paired } from '../../writing/importedOrder';
import { importOrder, type ImportResult, type ImportRun } from '../../writing/importOrder';
import { Kits } from '../../writing/kits';
import { MissingItems } from '../../writing/missingItems';
import { NewItems } from '../../writing/newItems';
import { ReferenceCheck } from '../../writing/referenceCheck';
import { parameters } from './fromBigCommerce/parameters';
import { readJobs, type InputJob, type OrderJob } from './fromBigCommerce/readJobs';
import { refuse } from '../../../shared/parameters/refuse';

/** SOS takes longer to answer than to allow the next request: so many orders are under way at a time. */
const LANES = 3;

export const createFromBigCommerceOrder: Operation<SosClient> = {
	option: {
		name: 'Create From BigCommerce Order',
		value: 'createFromBigCommerceOrder',
		action: 'Create sales order from BigCommerce order',
		description:
			'Turn BigCommerce orders into sales orders or sales receipts, each exactly once and to the cent',
	},
	parameters,
	async execute(context, company) {
		const run: ImportRun = {
			client: company,
			customers: new Customers(company, context.getInputData().length),
			newItems: new NewItems(company),
			missingItems: new MissingItems(),
			references: new ReferenceCheck(company),
			kits: new Kits(company),
			suspectSettings: false,
		};
		const imported: INodeExecutionData[] = [];
		const held: INodeExecutionData[] = [];
		for (const [itemIndex, result] of (await importAll(context, run)).entries()) {
			if ('error' in result) imported.push(failedItem(result.error, itemIndex));
			else if ('imported' in result) imported.push(paired(result.imported, itemIndex));
			else held.push(paired(result.held, itemIndex));
		}
		stopWhenNothingWorked(context, run, imported);
		return [imported, held];
	},
};

type Result = ImportResult | { error: NodeApiError | NodeOperationError };

/** Results in the order of the input items. */
async function importAll(context: IExecuteFunctions, run: ImportRun): Promise<Result[]> {
	const jobs = readJobs(context);
	// One by one until a document is written: a setting that points nowhere shows before others are under way.
	const ahead: Result[] = [];
	while (ahead.length < jobs.length && !ahead.some((result) => 'imported' in result)) {
		ahead.push(await importOne(context, run, jobs[ahead.length]));
	}
	const rest = await inLanes(jobs.slice(ahead.length), LANES, (job) => importOne(context, run, job));
	return [...ahead, ...rest];
}

async function importOne(context: IExecuteFunctions, run: ImportRun, job: InputJob): Promise<Result> {
	if ('error' in job) return job;
	if ('reason' in job) return { held: heldItem(job.json, [job.reason]) };
	try {
		return await planAndImport(run, job);
	} catch (error) {
		// What was written for the orders before must be reported, whatever is wrong with this one.
		if (cancelSignal(context)?.aborted) throw nodeFailure(context, error, 0);
		return { held: heldItem(job.order, [unforeseen(job.order.id, presentable(context.getNode(), error))]) };
	}
}

async function planAndImport(run: ImportRun, job: OrderJob): Promise<ImportResult> {
	const { settings, planOnly, clash } = job;
	const order = withMatches(job.order);
	const planned = planSalesDocument(order, settings);
	const plan = clash === undefined ? planned : heldFor(planned, clash);
	if (run.stoppedBy !== undefined) return { held: heldItem(order, [notTried(run.stoppedBy)], plan) };
	return await importOrder(run, { order, settings, planOnly, plan });
}

/** An expired token or a dead network must show as a failed execution, not only as held orders. */
function stopWhenNothingWorked(
	context: IExecuteFunctions,
	run: ImportRun,
	imported: INodeExecutionData[],
): void {
	if (run.stoppedBy === undefined || imported.length > 0 || context.continueOnFail()) return;
	throw refuse(context, run.stoppedBy.message, `${run.stoppedBy.fix} No order was imported.`);
}

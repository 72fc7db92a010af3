import type { IExecuteFunctions, INodeExecutionData, NodeApiError, NodeOperationError } from 'n8n-workflow';
import { heldFor } from '../../../../sync/order/plan';
import { SameDifference } from '../../../../sync/order/sameDifference';
import { planSalesDocument } from '../../../../sync/order/planSalesDocument';
import { withMatches } from '../../../../sync/skuMatching';
import { refuseFor } from '../../../shared/parameters/refuse';
import { yesOrDefault } from '../../../shared/parameters/yesOrNo';
import { failedItem } from '../../../shared/run/forEachItem';
import type { Operation } from '../../../shared/run/operation';
import { Marking } from '../../marking/marking';
import { areSettingsSuspect } from '../../memory/deadSettings';
import { rowsOfDifferences } from '../../memory/differences';
import type { SosClient } from '../../transport/client';
import { Customers } from '../../writing/customers';
import { DocumentLimit } from '../../writing/documentLimit';
import { EarlierDocuments } from '../../writing/earlierDocuments';
import { heldItem, paired } from '../../writing/importedOrder';
import { importOrders } from '../../writing/importOrders';
import type { ImportJob, ImportResult, ImportRun } from '../../writing/importRun';
import { Kits } from '../../writing/kits';
import { MissingItems } from '../../writing/missingItems';
import { NewItems } from '../../writing/newItems';
import { ReferenceCheck } from '../../writing/referenceCheck';
import { Verdicts } from '../../writing/verdicts';
import { markOrders } from './fromBigCommerce/markOrders';
import { chosenMostDocuments } from './fromBigCommerce/mostDocuments';
import { parameters } from './fromBigCommerce/parameters';
import { readJobs, type InputJob, type OrderJob } from './fromBigCommerce/readJobs';

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
		const jobs = readJobs(context);
		const kits = new Kits(company);
		const run: ImportRun = {
			client: company,
			marking: yesOrDefault(context, markOrders, 0) ? await Marking.open(context) : undefined,
			customers: new Customers(company, context.getInputData().length),
			newItems: new NewItems(company),
			missingItems: new MissingItems(),
			references: new ReferenceCheck(company),
			kits,
			earlier: new EarlierDocuments(
				company,
				kits,
				jobs.filter(isOrder).map(({ order }) => order),
			),
			verdicts: new Verdicts(company, context.getMode() === 'manual'),
			documents: new DocumentLimit(chosenMostDocuments(context)),
			differences: new SameDifference(rowsOfDifferences(company)),
			sharesSettings: true,
			hasWritten: false,
			suspectSettings: areSettingsSuspect(company),
			mustFail: false,
		};
		const imported: INodeExecutionData[] = [];
		const held: INodeExecutionData[] = [];
		for (const [itemIndex, result] of (await importAll(run, jobs)).entries()) {
			if ('error' in result) imported.push(failedItem(result.error, itemIndex));
			else if ('imported' in result) imported.push(paired(result.imported, itemIndex));
			else held.push(paired(result.held, itemIndex));
		}
		failWhenStopped(context, run, { imported: imported.length, held: held.length });
		return [imported, held];
	},
};

type Result = ImportResult | { error: NodeApiError | NodeOperationError };

/** Results in the order of the input items. */
async function importAll(run: ImportRun, jobs: InputJob[]): Promise<Result[]> {
	const orders = jobs.filter(isOrder);
	run.sharesSettings = new Set(orders.map(({ settings }) => settings)).size <= 1;
	const results = await importOrders(
		run,
		orders.map((job) => ({ order: job.order, job: () => planned(job) })),
	);
	run.verdicts.keep(run.stoppedBy === undefined);
	const resultOf = new Map<InputJob, Result>(orders.map((job, index) => [job, results[index]]));
	return jobs.map((job) => {
		if ('reason' in job) return { held: heldItem(job.json, [job.reason]) };
		return 'error' in job ? job : resultOf.get(job)!;
	});
}

function isOrder(job: InputJob): job is OrderJob {
	return 'settings' in job;
}

function planned({ order: read, settings, planOnly, clash }: OrderJob): ImportJob {
	const order = withMatches(read);
	const plan = planSalesDocument(order, settings);
	return { order, settings, planOnly, plan: clash === undefined ? plan : heldFor(plan, clash) };
}

/**
 * An expired token or a dead network must show as a failed execution, not only as held orders. What was
 * written before is marked, or is found again by the next run.
 */
function failWhenStopped(
	context: IExecuteFunctions,
	{ stoppedBy, mustFail, hasWritten }: ImportRun,
	counts: { imported: number; held: number },
): void {
	if (stoppedBy === undefined || context.continueOnFail()) return;
	if ((counts.imported > 0 || hasWritten) && !mustFail) return;
	const before =
		counts.imported === 0
			? 'No order was imported.'
			: `${counts.imported} orders were imported before, ${counts.held} were not.`;
	throw refuseFor(context, { ...stoppedBy, fix: `${stoppedBy.fix} ${before}` });
}

import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { failedItem, nodeFailure } from '../../../shared/forEachItem';
import type { Operation } from '../../../shared/operation';
import { cancelSignal } from '../../../shared/request/send';
import type { SosClient } from '../../transport/client';
import { Customers } from '../../writing/customers';
import { notTried, unforeseen } from '../../writing/failureReason';
import { heldItem, paired } from '../../writing/importedOrder';
import { importOrder, type ImportResult, type ImportRun } from '../../writing/importOrder';
import { MissingItems } from '../../writing/missingItems';
import { NewItems } from '../../writing/newItems';
import { ReferenceCheck } from '../../writing/referenceCheck';
import { parameters } from './fromBigCommerce/parameters';
import { planOrders, type PlannedOrder } from './fromBigCommerce/planOrders';

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
			customers: new Customers(company),
			newItems: new NewItems(company),
			missingItems: new MissingItems(),
			references: new ReferenceCheck(company),
			planOnly: context.getNodeParameter('planOnly', 0, false) as boolean,
			suspectSettings: false,
		};
		const imported: INodeExecutionData[] = [];
		const held: INodeExecutionData[] = [];
		for (const [itemIndex, planned] of planOrders(context).entries()) {
			if ('error' in planned) {
				imported.push(failedItem(planned.error, itemIndex));
				continue;
			}
			const result = await importOne(context, run, planned);
			if ('imported' in result) imported.push(paired(result.imported, itemIndex));
			else held.push(paired(result.held, itemIndex));
		}
		stopWhenNothingWorked(context, run, imported);
		return [imported, held];
	},
};

async function importOne(
	context: IExecuteFunctions,
	run: ImportRun,
	planned: Exclude<PlannedOrder, { error: unknown }>,
): Promise<ImportResult> {
	if ('reason' in planned) return { held: heldItem(planned.order, [planned.reason]) };
	const { order, plan } = planned;
	if (run.stoppedBy !== undefined) return { held: heldItem(order, [notTried(run.stoppedBy)], plan) };
	try {
		return await importOrder(run, planned);
	} catch (error) {
		// What was written for the orders before must be reported, whatever is wrong with this one.
		if (cancelSignal(context)?.aborted) throw nodeFailure(context, error, 0);
		return { held: heldItem(order, [unforeseen(order.id, error)], plan) };
	}
}

/** An expired token or a dead network must show as a failed execution, not only as held orders. */
function stopWhenNothingWorked(
	context: IExecuteFunctions,
	run: ImportRun,
	imported: INodeExecutionData[],
): void {
	if (run.stoppedBy === undefined || imported.length > 0 || context.continueOnFail()) return;
	throw new NodeOperationError(context.getNode(), run.stoppedBy.message, {
		description: `${run.stoppedBy.fix} No order was imported.`,
	});
}

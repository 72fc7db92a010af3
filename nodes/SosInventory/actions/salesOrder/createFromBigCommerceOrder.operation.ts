import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import type { BigCommerceOrder } from '../../../../sync/bigCommerceOrder';
import { normaliseOrder } from '../../../../sync/normaliseOrder';
import { planSalesDocument, type SalesDocumentPlan } from '../../../../sync/order/planSalesDocument';
import { checkReferenceNumbers } from '../../../../sync/order/referenceNumber';
import type { SalesDocumentSettings } from '../../../../sync/order/settings';
import type { Reason } from '../../../../sync/reason';
import type { Operation } from '../../../shared/operation';
import type { SosClient } from '../../transport/client';
import { Customers } from '../../writing/customers';
import { notTried } from '../../writing/failureReason';
import { heldItem, paired } from '../../writing/importedOrder';
import { importOrder, type ImportResult, type ImportRun } from '../../writing/importOrder';
import { ReferenceCheck } from '../../writing/referenceCheck';
import { parameters } from './fromBigCommerce/parameters';
import { readSettings } from './fromBigCommerce/readSettings';

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
			references: new ReferenceCheck(company),
			planOnly: context.getNodeParameter('planOnly', 0, false) as boolean,
			suspectSettings: false,
		};
		const imported: INodeExecutionData[] = [];
		const held: INodeExecutionData[] = [];
		for (const [itemIndex, planned] of planAll(context).entries()) {
			const result = await importOne(run, planned);
			if ('imported' in result) imported.push(paired(result.imported, itemIndex));
			else held.push(paired(result.held, itemIndex));
		}
		stopWhenNothingWorked(context, run, imported);
		return [imported, held];
	},
};

/** An order with its plan, or an input item that is no order, or not a whole one. */
type PlannedOrder =
	| { order: BigCommerceOrder; settings: SalesDocumentSettings; plan: SalesDocumentPlan; reason?: undefined }
	| { order: BigCommerceOrder; reason: Reason };

/** Plans every order before the first write, so that what can be known beforehand stops nothing half-way. */
function planAll(context: IExecuteFunctions): PlannedOrder[] {
	const planned = context.getInputData().map(({ json }, itemIndex): PlannedOrder => {
		const { order, reason } = normaliseOrder(json);
		if (order === undefined) return { order: json as unknown as BigCommerceOrder, reason };
		const settings = readSettings(context, itemIndex);
		return { order, settings, plan: planSalesDocument(order, settings) };
	});
	const whole = planned.filter((one) => one.reason === undefined);
	const clashes = checkReferenceNumbers(
		whole.map(({ order, plan }) => ({ orderId: order.id, number: plan.number })),
	);
	for (const [index, { plan }] of whole.entries()) {
		const clash = clashes[index];
		if (clash !== undefined) plan.held.push(clash);
	}
	return planned;
}

async function importOne(run: ImportRun, planned: PlannedOrder): Promise<ImportResult> {
	if (planned.reason !== undefined) return { held: heldItem(planned.order, [planned.reason]) };
	if (run.stoppedBy !== undefined) {
		return { held: heldItem(planned.order, [notTried(run.stoppedBy)], planned.plan) };
	}
	return await importOrder(run, planned.order, planned.settings, planned.plan);
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

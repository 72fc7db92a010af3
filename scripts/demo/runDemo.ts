import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';
import { executeWorkflow, importWorkflows, type StoredWorkflow } from '../../testing/n8n/commands';
import { itemsFrom } from '../../testing/n8n/runItems';
import { setUpTemplate, templateFiles } from '../../testing/n8n/templates';
import { step } from '../../testing/progress';
import type { Workbench } from '../../testing/workbench';
import { compareOrders } from './compareOrders';
import { compareStock, readShopStock } from './compareStock';
import { countReasons } from './reasonCounts';
import type { DemoFigures } from './report';

const prefix = 'BC-';

/** The shop and SOS were never in step before, so nearly every figure changes, and the usual limits would stop that. */
const firstUpdate = { mostChangedPercent: 100, mostUnitsLostPercent: 100 };

/** Stores both templates in n8n and runs import, stock update and import again. Throws when a run fails. */
export async function runDemo(workbench: Workbench): Promise<DemoFigures> {
	const { sandbox, host, credentials } = workbench;
	const importFrom = DateTime.utc().minus({ months: 2 }).toISODate();
	const orders = await setUpTemplate(templateFiles.importOrders, 'importOrders', {
		credentials,
		settings: { planOnly: false, importFrom, prefix },
	});
	const stock = await setUpTemplate(templateFiles.updateStock, 'updateStock', {
		credentials,
		settings: { planOnly: false, ...firstUpdate },
	});
	await step('Adding both templates to n8n', () => importWorkflows(host, [orders, stock]));

	const first = await run(workbench, orders, 'Importing orders');
	const documents = sandbox.sos.state.salesOrders.size;
	const stockBefore = readShopStock(sandbox);
	const update = await run(workbench, stock, 'Updating stock');
	const again = await run(workbench, orders, 'Importing orders again');

	const [ordersRead] = first.itemsFrom('order', 'getAll');
	const [imported, held] = first.itemsFrom('salesOrder', 'createFromBigCommerceOrder');
	const [changed, skipped] = update.itemsFrom('inventory', 'update');
	return {
		ordersRead: ordersRead.length,
		imported: imported.length,
		held: countReasons(held),
		createdAgain: sandbox.sos.state.salesOrders.size - documents,
		stockChanged: changed.length,
		stockSkipped: countReasons(skipped),
		calls: { bigCommerce: sandbox.bigCommerce.counters.total, sos: sandbox.sos.counters.total },
		seconds: { import: first.seconds, stock: update.seconds, importAgain: again.seconds },
		orders: compareOrders(sandbox, prefix),
		stock: compareStock(sandbox, stockBefore),
	};
}

interface TemplateRun {
	seconds: number;
	/** See {@link itemsFrom}; an output that gave nothing is an empty list. */
	itemsFrom(resource: string, operation: string): IDataObject[][];
}

async function run({ host }: Workbench, workflow: StoredWorkflow, title: string): Promise<TemplateRun> {
	const started = Date.now();
	const result = await step(title, () => executeWorkflow(host, workflow.id));
	const { error, lastNodeExecuted } = result.data.resultData;
	if (error)
		throw new Error(
			`"${workflow.name}" stopped at "${lastNodeExecuted}": ${error.message}. ${error.description ?? ''}`,
		);
	return {
		seconds: Math.round((Date.now() - started) / 1000),
		itemsFrom: (resource, operation) => {
			const [first = [], second = []] = itemsFrom(result, workflow, resource, operation);
			return [first, second];
		},
	};
}

import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';
import { importWorkflows, type StoredWorkflow } from '../../testing/n8n/commands';
import { runStored, type FinishedRun } from '../../testing/n8n/runStored';
import { setUpTemplate, templateFiles } from '../../testing/templates/setUpTemplate';
import { step } from '../../testing/progress';
import type { Workbench } from '../../testing/n8n/workbench';
import { compareOrders } from '../../testing/sandbox/compareOrders';
import { compareStock, readShopStock } from '../../testing/sandbox/compareStock';
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

interface TimedRun {
	seconds: number;
	/** What two outputs of a node gave; nothing is an empty list. */
	itemsFrom(...node: Parameters<FinishedRun['itemsFrom']>): IDataObject[][];
}

async function run({ host }: Workbench, workflow: StoredWorkflow, title: string): Promise<TimedRun> {
	const started = Date.now();
	const { itemsFrom } = await step(title, () => runStored(host, workflow));
	return {
		seconds: Math.round((Date.now() - started) / 1000),
		itemsFrom: (...node) => {
			const [first = [], second = []] = itemsFrom(...node);
			return [first, second];
		},
	};
}

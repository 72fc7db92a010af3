import type { IDataObject } from 'n8n-workflow';
import { openShop } from '../sandbox/openShop';
import { TestCompany } from '../sandbox/testCompany';
import { runs as bigCommerceRuns } from './bigCommerceRuns';
import type { OperationRuns } from './operationRuns';
import { runs as sosInventoryRuns } from './sosInventoryRuns';

/** What came out, by the ID of the operation. */
export type OperationOutputs = Record<string, IDataObject[]>;

/** Runs every operation of both nodes in the sandbox. By the name of the node's folder. */
export async function operationOutputs(): Promise<Record<'BigCommerce' | 'SosInventory', OperationOutputs>> {
	const shop = await openShop();
	const company = await TestCompany.start({ shop: { items: 150, orders: 90 } });
	try {
		return {
			BigCommerce: await runAll(bigCommerceRuns, shop),
			SosInventory: await runAll(sosInventoryRuns, company),
		};
	} finally {
		await shop.server.stop();
		await company.stop();
	}
}

async function runAll<Account>(runs: OperationRuns<Account>, account: Account): Promise<OperationOutputs> {
	const outputs: OperationOutputs = {};
	for (const [id, run] of Object.entries(runs)) outputs[id] = await run(account);
	return outputs;
}

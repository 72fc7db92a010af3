import { step } from '../../../testing/progress';
import { allKinds } from '../faultPlan';
import type { Outcome } from '../outcome';
import { ImportBench } from './importBench';

const ORDERS = 100;
const ROUNDS = 3;
const ORDERS_PER_ROUND = 30;

/** Starts the import twice at the same moment, again and again, from the second time on under faults. */
export async function twoAtOnce(): Promise<Outcome[]> {
	const bench = await step('Setting up an n8n for two imports at once', () => ImportBench.open(22, ORDERS));
	try {
		const n8n = await bench.startN8n();
		try {
			for (let round = 1; round <= ROUNDS; round++) {
				await step(`Importing twice at once (${round} of ${ROUNDS})`, async () => {
					await Promise.all([bench.start(), bench.start()]);
					await bench.untilEnded();
				});
				bench.shop.sell(ORDERS_PER_ROUND);
				addFaults(bench, round);
			}
			return [await step('Importing what is left', () => bench.outcome('two executions at once'))];
		} finally {
			await n8n.stop();
		}
	} finally {
		await bench.close();
	}
}

function addFaults({ shop: { sandbox } }: ImportBench, seed: number): void {
	const { sos, bigCommerce } = allKinds(seed);
	sandbox.sos.faults.clear();
	sandbox.bigCommerce.faults.clear();
	sandbox.sos.faults.add(...sos);
	sandbox.bigCommerce.faults.add(...bigCommerce);
}

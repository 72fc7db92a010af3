import { setTimeout as sleep } from 'node:timers/promises';
import { seededFaker } from '../../../sandbox/shared/seededFaker';
import { step } from '../../../testing/progress';
import type { Outcome } from '../outcome';
import { ImportBench } from './importBench';

const KILLS = 6;
const ORDERS_AT_FIRST = 60;
const ORDERS_PER_LIFE = 20;

/** An import of so many orders is interrupted after 1 to so many writes, to either server. */
const MOST_WRITES = 50;
const LONGEST_WAIT_MS = 30_000;

/** Kills n8n while it imports, at a random moment, starts it again and lets it import again; and so on. */
export async function killedN8n(): Promise<Outcome[]> {
	const chance = seededFaker(4);
	const bench = await step('Setting up an n8n to be killed', () => ImportBench.open(21, ORDERS_AT_FIRST));
	try {
		let caught = 0;
		for (let kill = 1; kill <= KILLS; kill++) {
			const isCaught = await step(`Killing n8n while it imports (${kill} of ${KILLS})`, () =>
				killAfterWrites(bench, chance.number.int({ min: 1, max: MOST_WRITES })),
			);
			if (isCaught) caught += 1;
			bench.shop.sell(ORDERS_PER_LIFE);
		}
		const n8n = await bench.startN8n();
		try {
			const outcome = await step('Importing what is left', () => bench.outcome('n8n killed and restarted'));
			outcome.injected.processKilled = KILLS;
			if (caught < KILLS / 2)
				outcome.findings.wrong.push(`only ${caught} of ${KILLS} kills met a running import`);
			return [outcome];
		} finally {
			await n8n.stop();
		}
	} finally {
		await bench.close();
	}
}

/** Returns whether the import was still writing when it was killed. */
async function killAfterWrites(bench: ImportBench, writes: number): Promise<boolean> {
	const n8n = await bench.startN8n();
	const until = writesOf(bench) + writes;
	try {
		await bench.start();
		const deadline = Date.now() + LONGEST_WAIT_MS;
		while (writesOf(bench) < until && Date.now() < deadline) await sleep(1);
	} finally {
		await n8n.kill();
	}
	return writesOf(bench) >= until;
}

function writesOf({ shop: { sandbox } }: ImportBench): number {
	return [sandbox.sos, sandbox.bigCommerce]
		.flatMap(({ counters }) => Object.entries(counters.byRoute))
		.reduce((sum, [route, count]) => sum + (route.startsWith('GET ') ? 0 : count), 0);
}

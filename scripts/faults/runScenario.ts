import { BusyShop } from './busyShop';
import { inspect } from './findings';
import { addCounts, type Outcome } from './outcome';
import type { Scenario } from './scenarios';
import { SOS_INTERVAL_MS, TemplateRuns } from './templateRuns';

/** Rounds under faults; the shop goes on selling in the first two. */
const FAULTY_ROUNDS = 3;
const SELLING_ROUNDS = 2;
/** Rounds without faults after them, until a round has nothing left to do. */
const MOST_CALM_ROUNDS = 8;

/** One in so many orders comes in while others are read, in each round of selling. */
const SOLD_LATER = 10;
/** Staff move every so-manieth order from one status to the other meanwhile. */
const MOVED = 7;

/**
 * Runs both templates again and again, as their schedules do, first under faults and then without, and
 * looks at what came of it.
 */
export async function runScenario({ group, title, faults, setting }: Scenario): Promise<Outcome> {
	const { orders, seed, createsItems, customers } = setting;
	const soldLater = Math.floor(orders / SOLD_LATER);
	const shop = await BusyShop.open({
		seed,
		orders: orders - SELLING_ROUNDS * soldLater,
		sosIntervalMs: SOS_INTERVAL_MS,
		createsItems,
	});
	try {
		const { bigCommerce, sos } = shop.sandbox;
		const templates = await TemplateRuns.prepare(shop, setting);
		sos.faults.add(...faults.sos);
		bigCommerce.faults.add(...faults.bigCommerce);
		for (let round = 1; round <= FAULTY_ROUNDS; round++) {
			const isSelling = round <= SELLING_ROUNDS;
			await templates.round(() => {
				if (!isSelling) return;
				shop.moveOrders(MOVED);
				shop.sell(soldLater);
			});
		}
		const injected = addCounts(sos.faults.injected, bigCommerce.faults.injected);
		sos.faults.clear();
		bigCommerce.faults.clear();
		const isQuiet = await untilQuiet(templates);
		const fixedCustomer = customers === 'fixed' ? shop.webCustomer : undefined;
		const findings = inspect(shop, { fixedCustomer, stockUpdated: true });
		if (!isQuiet) findings.wrong.push(`there was still something to do after ${MOST_CALM_ROUNDS} rounds`);
		const { runs, failedRuns } = templates;
		const counts = { orders: shop.eligible.size, injected, runs, failedRuns, calls: shop.calls };
		return { group, title, ...counts, findings };
	} finally {
		await shop.close();
	}
}

/** Runs without faults until a round has nothing left to do; false when there always is. */
export async function untilQuiet(templates: TemplateRuns): Promise<boolean> {
	for (let round = 1; round <= MOST_CALM_ROUNDS; round++) {
		const { failed, changed } = await templates.round();
		if (!failed && changed === 0) return true;
	}
	return false;
}

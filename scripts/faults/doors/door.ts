import type { BigCommerceServer, SosServer } from '../../../sandbox';
import { setClockAhead } from '../../../testing/processClock';
import { BusyShop, type BusyShopOptions } from '../busyShop';
import { inspect, type Findings } from '../findings';
import { addCounts, type Outcome } from '../outcome';
import { printOutcome } from '../report';
import { untilQuiet } from '../runScenario';
import type { ImportSetting } from '../scenarios';
import { SOS_INTERVAL_MS, TemplateRuns } from '../templateRuns';

/** What a story changes. */
export interface World {
	shop: BusyShop;
	templates: TemplateRuns;
	sos: SosServer;
	bigCommerce: BigCommerceServer;
	marks: ImportSetting['marks'];
}

/** One round of both templates, and what happens around it. */
export interface Chapter {
	before?(world: World): void | Promise<void>;
	/** Right after the orders were asked for. */
	meanwhile?(world: World): void;
}

/** A way in for doubles and losses: a shop, how it is set up, and what people and services do to it. */
export interface Door {
	/** The row of the table it is counted in. */
	group: string;
	title: string;
	setting: ImportSetting;
	kinds?: BusyShopOptions['kinds'];
	sos?: Partial<SosServer['settings']>;
	bigCommerce?: Partial<BigCommerceServer['settings']>;
	story: Chapter[];
	/** Says what of the findings is wrong where something has to be; left out: all of it. */
	judge?(findings: Findings, world: World): Findings;
}

/** A shop whose orders go to one customer by one execution at a time, unless the door says otherwise. */
export function setting(orders: number, changes: Partial<ImportSetting> = {}): ImportSetting {
	return {
		seed: 31,
		orders: Math.ceil(orders),
		customers: 'fixed',
		executions: 1,
		createsItems: false,
		signIn: 'pastedToken',
		marks: 'whileWriting',
		...changes,
	};
}

/** The next imports write documents and cannot mark their orders: the token is refused at that. */
export const breakMarks: Chapter = {
	before: ({ bigCommerce, marks }) => {
		const method = marks === 'whileWriting' ? 'PUT' : 'POST';
		bigCommerce.faults.add({ kind: 'tokenExpired', method, path: 'orders/.*metafields' });
	},
};

export function mendMarks({ bigCommerce }: World): void {
	bigCommerce.faults.clear();
}

/** Runs one door and says what has become of the shop. No other shop may run in this process meanwhile. */
export async function runDoor(door: Door): Promise<Outcome> {
	const { group, title, kinds, story } = door;
	const { seed, orders, createsItems, customers } = door.setting;
	const options = { seed, orders, createsItems, kinds, sosIntervalMs: SOS_INTERVAL_MS, isAlone: true };
	const shop = await BusyShop.open(options);
	try {
		const { sos, bigCommerce } = shop.sandbox;
		Object.assign(sos.settings, door.sos);
		Object.assign(bigCommerce.settings, { stockVisibleAfterMs: 20 }, door.bigCommerce);
		const templates = await TemplateRuns.prepare(shop, door.setting);
		const world = { shop, templates, sos, bigCommerce, marks: door.setting.marks };
		for (const { before, meanwhile } of story) {
			await before?.(world);
			await templates.round(() => meanwhile?.(world));
		}
		const injected = addCounts(sos.faults.injected, bigCommerce.faults.injected);
		mendMarks(world);
		const isQuiet = await untilQuiet(templates);
		const fixedCustomer = customers === 'fixed' ? shop.webCustomer : undefined;
		const found = inspect(shop, { fixedCustomer, stockUpdated: true });
		if (!isQuiet) found.wrong.push('there was still something to do');
		const findings = door.judge?.(found, world) ?? found;
		const { runs, failedRuns } = templates;
		const counts = { orders: shop.eligible.size, injected, runs, failedRuns, calls: shop.calls };
		const outcome = { group, title, ...counts, findings };
		printOutcome(outcome);
		return outcome;
	} finally {
		setClockAhead(0);
		await shop.close();
	}
}

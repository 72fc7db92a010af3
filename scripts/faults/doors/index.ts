import type { Outcome } from '../outcome';
import { runDoor, type Door } from './door';
import { clocksApart, cutLines, expandedKits, ignoredTax } from './serviceDoors';
import { changedSettings, overlap, twoBooks } from './settingsDoors';
import { staffAtWork } from './staffDoors';
import { everySwitch } from './switchDoors';
import { twoStores } from './twoStores';

/** What share of the orders of the campaign on the engine comes through each door, on top of them. */
const doors: Record<string, { share: number; open(orders: number): Door[] }> = {
	overlap: { share: 0.06, open: overlap },
	twoBooks: { share: 0.04, open: twoBooks },
	changedSettings: { share: 0.05, open: changedSettings },
	staff: { share: 0.06, open: staffAtWork },
	clocks: { share: 0.08, open: clocksApart },
	kits: { share: 0.03, open: expandedKits },
	cutLines: { share: 0.05, open: cutLines },
	ignoredTax: { share: 0.02, open: ignoredTax },
	switches: { share: 0.25, open: everySwitch },
};

async function bothStores(orders: number): Promise<Outcome[]> {
	const each = Math.ceil(orders * 0.02);
	return [await twoStores(each, ['BC-', 'BC-']), await twoStores(each, ['A-', 'B-'])];
}

/** The doors by name, each with what runs it; they take turns, since each moves the clock. */
export const doorParts = {
	twoStores: bothStores,
	...Object.fromEntries(
		Object.entries(doors).map(([name, { share, open }]) => [
			name,
			async (orders: number): Promise<Outcome[]> => {
				const outcomes: Outcome[] = [];
				for (const door of open(Math.ceil(orders * share))) outcomes.push(await runDoor(door));
				return outcomes;
			},
		]),
	),
};

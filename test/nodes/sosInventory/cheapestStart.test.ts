import { cheapestStart } from '../../../nodes/SosInventory/memory/cheapestStart';

const DAY_MS = 86_400_000;
const now = 1_000 * DAY_MS;
const ago = (...days: number[]) => days.map((day) => now - day * DAY_MS);
const start = (moments: number[], rows: number) => cheapestStart(moments, { now, rows, pageSize: 200 });

it.each<[string, number[], number, number | undefined]>([
	['reads from the oldest order where that is one page', ago(300, 1, 0.5), 150, 300],
	['asks for one old order rather than read 300 pages', ago(300, 1, 1, 1, 0.5), 60_000, 1],
	['asks for a single order of a large company', ago(2), 5_000, undefined],
	['reads for a single order where one page holds it', ago(2), 200, 2],
	['reads everything for a backlog', ago(...Array.from({ length: 365 }, (_, day) => 365 - day)), 20_000, 365],
])('%s', (_, moments, rows, days) => {
	expect(start(moments, rows)).toBe(days === undefined ? undefined : now - days * DAY_MS);
});

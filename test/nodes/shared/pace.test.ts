import { backOffMs } from '../../../nodes/shared/request/backOff';
import { budgetFor, RateBudget, type Urgency } from '../../../nodes/shared/request/rateBudget';

describe('backOffMs', () => {
	it('doubles from the first wait and stays between half and all of it', () => {
		expect([1, 2, 3, 4].map((sends) => backOffMs(sends, 100, 0))).toEqual([50, 100, 200, 400]);
		expect([1, 2, 3, 4].map((sends) => backOffMs(sends, 100, 1))).toEqual([100, 200, 400, 800]);
	});

	it('never waits longer than half a minute', () => {
		expect(backOffMs(20, 1000, 1)).toBe(30_000);
	});
});

// Times are lower bounds only, which no slow machine can miss.
describe('RateBudget', () => {
	it('lets requests go in the order they came, at least the interval apart', async () => {
		const budget = new RateBudget(15);
		const starts: Array<{ who: number; at: number }> = [];
		const from = Date.now();
		await Promise.all(
			[1, 2, 3, 4].map(async (who) => {
				await budget.takeTurn();
				starts.push({ who, at: Date.now() });
			}),
		);
		expect(starts.map(({ who }) => who)).toEqual([1, 2, 3, 4]);
		// Three intervals lie between the first turn and the last.
		expect(starts[3].at - from).toBeGreaterThanOrEqual(3 * 15 - 1);
	});

	it('holds everybody when the API asks to', async () => {
		const budget = new RateBudget(0);
		const from = Date.now();
		budget.holdFor(30);
		await budget.takeTurn();
		expect(Date.now() - from).toBeGreaterThanOrEqual(29);
	});

	it('does not make others wait for one who was cancelled', async () => {
		const budget = new RateBudget(60_000);
		const controller = new AbortController();
		budget.holdFor(50);
		const cancelled = budget.takeTurn(controller.signal);
		const next = budget.takeTurn();
		controller.abort();
		// Had the first one taken its turn, the other would wait a minute.
		await Promise.all([cancelled, next]);
	});

	it('keeps the distance from a request that n8n held up on its way', async () => {
		const budget = new RateBudget(40);
		await budget.takeTurn();
		const turnAt = performance.now();
		while (performance.now() - turnAt < 30);
		await budget.takeTurn();
		expect(performance.now() - turnAt).toBeGreaterThanOrEqual(40 + 30 - 5);
	});

	it('lets orders go before stock, but not for ever', async () => {
		const budget = new RateBudget(1);
		const turns: string[] = [];
		const take = async (urgency: Urgency) => {
			await budget.takeTurn(undefined, urgency);
			turns.push(urgency);
		};
		budget.holdFor(5);
		const wanted: Urgency[] = [...Array<Urgency>(3).fill('stock'), ...Array<Urgency>(15).fill('orders')];
		await Promise.all(wanted.map(take));
		expect(turns).toEqual([
			...Array<Urgency>(10).fill('orders'),
			'stock',
			...Array<Urgency>(5).fill('orders'),
			'stock',
			'stock',
		]);
	});

	it('is one and the same for a credential', () => {
		expect(budgetFor('key-a', 5)).toBe(budgetFor('key-a', 5));
		expect(budgetFor('key-a', 5)).not.toBe(budgetFor('key-b', 5));
	});
});

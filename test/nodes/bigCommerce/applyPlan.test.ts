import type { StockPlanWithTracking } from '../../../sync/stock/switchTracking';
import type { StockWrite } from '../../../sync/stock/stockPlan';
import { UNFORESEEN } from '../../../nodes/shared/run/presentable';
import { applyPlan } from '../../../nodes/BigCommerce/stock/apply/applyPlan';
import { scriptedStore, type ScriptedAnswer } from './scriptedStore';

const writes = Array.from({ length: 2001 }, (_, id): StockWrite => ({
	sku: `SKU-${id}`,
	sourceSku: `SKU-${id}`,
	identity: { variant_id: id + 1 },
	locationId: 1,
	before: 0,
	after: 5,
}));
const plan = (changes: Partial<StockPlanWithTracking> = {}) =>
	({ writes, switches: [], ...changes }) as unknown as StockPlanWithTracking;

/** A store that gives these answers one after the other; at an error its client breaks. */
function storeOf(...answers: Array<ScriptedAnswer | Error>) {
	let turn = 0;
	let broken: Error | undefined;
	const { store, asked } = scriptedStore(() => {
		const next = answers[turn++] ?? {};
		broken = next instanceof Error ? next : undefined;
		return next instanceof Error ? {} : { body: { transaction_id: 'x' }, ...next };
	});
	const { judge } = store.profile;
	store.profile.judge = (answer, request) => {
		if (broken) throw broken;
		return judge(answer, request);
	};
	return { store, asked };
}

const fault = new TypeError("Cannot read properties of undefined (reading 'data')");
const locked = { status: 423, body: { status: 423, title: 'The store is locked' } };

describe('a run that fails after it has written', () => {
	it.each([
		['a fault of the node itself', fault, UNFORESEEN],
		['an answer that concerns the store', locked, 'The store is locked'],
	])('says what was written, and gives the rest its reason: %s', async (_, second, words) => {
		const { store } = storeOf({}, second);
		const { written, refused, stoppedBy } = await applyPlan(store, plan(), [], 'Test');
		expect(written.size).toBe(2000);
		expect([...refused.values()]).toMatchObject([
			{ code: 'STOCK_NOT_SENT', message: expect.stringContaining(words) },
		]);
		expect(stoppedBy).toContain(words);
		expect(stoppedBy).not.toContain('Cannot read');
	});

	it('reports a product whose tracking it has switched on, though no stock was set', async () => {
		const { store } = storeOf({ body: { data: [], meta: {} } }, locked);
		const switches = [{ productId: 1, tracking: 'product' as const }];
		const { written, refused } = await applyPlan(store, plan({ switches }), [], 'Test');
		expect([written.size, refused.size]).toEqual([0, 2001]);
	});
});

it.each([fault, locked])('a run that fails before it has written fails as a whole', async (first) => {
	await expect(applyPlan(storeOf(first).store, plan(), [], 'Test')).rejects.toThrow();
});

it('a run whose every row is refused in the same words fails after three requests', async () => {
	const refusal = { status: 422, body: { status: 422, title: 'Nothing can be set' } };
	const { store, asked } = storeOf(refusal, refusal, refusal);
	await expect(applyPlan(store, plan(), [], 'Test')).rejects.toMatchObject({
		message: expect.stringContaining('BigCommerce refused the stock of 2000 SKUs'),
	});
	expect(asked).toHaveLength(3);
});

import type { FaultRule } from '../../../sandbox/shared/faultRule';
import { orderItem } from '../../../testing/sandbox/orderItem';
import { TestCompany } from '../../../testing/sandbox/testCompany';

let company: TestCompany;
afterEach(async () => await company.stop());

const orders = () => company.shop.orders.map(orderItem);
const start = async (count = 8) => {
	const orderOptions = { onlyEligible: true, cases: ['plain', 'handling'] };
	company = await TestCompany.start({ shop: { orders: count, orderOptions } });
};
const fault = (...rules: FaultRule[]) => company.server.faults.add(...rules);
const numbers = () => company.salesOrders().map(({ number }) => number);

describe('answers that come once in a while', () => {
	it.each([
		'tooManyRequests',
		'tooManyRequestsBare',
		'throttleText200',
		'throttleText400',
		'serverError502',
		'serverError503',
		'resetBeforeHandling',
		'resetAfterHandling',
		'truncatedBody',
		'nonJsonBody',
		'htmlPage',
		'shiftingPage',
		'staleRead',
	] as const)(
		'%s neither loses nor doubles an order',
		async (kind) => {
			await start();
			fault({ kind, every: 3, times: 6 });
			const { imported, held, error } = await company.importOrders(orders(), {
				customerMode: 'findOrCreate',
			});
			expect({ error, held }).toEqual({ error: undefined, held: [] });
			expect(imported).toHaveLength(8);
			// Orders that are under way at the same time may overtake one that is sent again.
			expect(numbers().sort()).toEqual(orders().map(({ id }) => `BC-${id}`));
		},
		30_000,
	);
});

it('says which call it was when SOS keeps throttling, and that nothing was imported', async () => {
	await start(2);
	fault({ kind: 'throttleText200', path: '/salesorder' });
	const { error, status } = await company.importOrders(orders());
	expect(status).toBe('error');
	expect(error?.message).toBe(
		'SOS Inventory kept refusing because it is asked too often: Throttle limit exceeded',
	);
	expect(error?.description).toContain('No order was imported.');
	expect(company.salesOrders()).toEqual([]);
}, 30_000);

it('holds an order that SOS keeps failing on, and goes on with the next', async () => {
	await start(3);
	const [bad] = orders();
	// As often as the order is sent.
	fault({ kind: 'serverError500', method: 'POST', path: '/salesorder', times: 5 });
	const { imported, held } = await company.importOrders(orders());
	expect(held.map(({ order, code }) => [order, code])).toEqual([[bad.id, 'SOS_UNAVAILABLE']]);
	expect(imported.map(({ order }) => order)).toEqual([orders()[1].id, orders()[2].id]);
});

describe('a token that SOS does not accept any more', () => {
	it('fails the execution when nothing was imported', async () => {
		await start(2);
		company.server.expireAccessTokens();
		const { error, status } = await company.importOrders(orders());
		expect(status).toBe('error');
		expect(error?.message).toContain('SOS Inventory does not accept the access token');
		expect(error?.httpCode).toBe('401');
	});

	it('fails the execution when nothing was imported although the SKUs were matched', async () => {
		await start(2);
		fault({ kind: 'tokenExpired', path: '/salesorder' });
		const { error } = await company.importOrders(orders());
		expect(error?.message).toContain('SOS Inventory does not accept the access token');
		expect(error?.description).toContain('No order was imported.');
	});

	it('fails the run although something was imported before it ran out, and says how much', async () => {
		await start(9);
		fault({ kind: 'hang', method: 'POST', path: '/salesorder', delayMs: 50 });
		void company.after(3, 'POST /api/v2/salesorder').then(() => company.server.expireAccessTokens());
		const { error } = await company.importOrders(orders());
		expect(error?.message).toBe('SOS Inventory does not accept the access token');
		const count = numbers().length;
		expect(count).toBeGreaterThanOrEqual(3);
		expect(error?.description).toContain(`${count} orders were imported before, ${9 - count} were not.`);
	});

	it('reports each order, where the node is set to continue', async () => {
		await start(9);
		fault({ kind: 'hang', method: 'POST', path: '/salesorder', delayMs: 50 });
		void company.after(3, 'POST /api/v2/salesorder').then(() => company.server.expireAccessTokens());
		const more = { onError: 'continueRegularOutput' } as const;
		const { imported, held, error } = await company.importOrders(orders(), {}, more);
		expect(error).toBeUndefined();
		expect(imported.map(({ number }) => number).sort()).toEqual(numbers().sort());
		expect(imported.length).toBeGreaterThanOrEqual(3);
		const codes = held.map(({ code }) => code);
		expect(new Set(codes)).toEqual(new Set(['SOS_CREDENTIAL_REFUSED', 'NOT_TRIED']));
		expect(imported.length + held.length).toBe(9);
	});
});

it('stops soon when the execution is cancelled, and the next run takes up where it stopped', async () => {
	await start(20);
	fault({ kind: 'hang', method: 'POST', path: '/salesorder', every: 2, delayMs: 60_000 });
	const cancelWhen = company.after(2, 'POST /api/v2/salesorder');
	const run = await company.importOrders(orders(), {}, { cancelWhen });
	expect(run.status).toBe('canceled');
	// Those under way when it was cancelled, and none behind.
	expect(numbers().length).toBeLessThan(15);

	company.server.faults.clear();
	const { imported, held } = await company.importOrders(orders());
	expect([imported.length, held]).toEqual([20, []]);
	expect(numbers().sort()).toEqual(orders().map(({ id }) => `BC-${id}`));
	expect(new Set(imported.map(({ status }) => status))).toEqual(new Set(['existing', 'created']));
});

it('shows no token, password or card in what comes out, whatever goes wrong', async () => {
	await start(4);
	const [order] = orders();
	const billing = { ...(order.billing_address as object), email: 'jordan.sample@example.com' };
	fault({ kind: 'serverError500', every: 4 }, { kind: 'tokenExpired', method: 'POST', every: 3 });
	const runs = [
		await company.importOrders([{ ...order, billing_address: billing }, ...orders().slice(1)], {
			customerMode: 'findOrCreate',
		}),
		await company.importOrders(orders(), { customerMode: 'findOrCreate', planOnly: true }),
	];
	const text = JSON.stringify(
		runs.map(({ runData, error }) => [runData, error, error?.message, error?.stack]),
	);
	expect(text).not.toContain(company.server.accessToken);
	expect(text).not.toMatch(/portalPassword|sandbox-portal-password|lastFour|tokenType|accountToken/i);
}, 30_000);

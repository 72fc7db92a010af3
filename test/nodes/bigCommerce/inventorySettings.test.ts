import { readInventorySettings } from '../../../nodes/BigCommerce/api/inventorySettings';
import { scriptedStore } from './scriptedStore';

const body = { data: { update_stock_behavior: 'order_placed' }, meta: {} };

it('says how far the clock of the store is ahead of this one', async () => {
	const headers = { date: new Date(Date.now() + 5 * 60_000).toUTCString() };
	const { clockAheadMs } = await readInventorySettings(scriptedStore(() => ({ headers, body })).store);
	expect(Math.abs(clockAheadMs - 5 * 60_000)).toBeLessThan(2500);
});

it.each([undefined, 'no date'])(
	'takes both clocks for the same where the answer has the date %p',
	async (date) => {
		const headers = date === undefined ? undefined : { date };
		expect(await readInventorySettings(scriptedStore(() => ({ headers, body })).store)).toEqual({
			updateStockBehavior: 'order_placed',
			clockAheadMs: 0,
		});
	},
);

it.each([
	undefined,
	null,
	[],
	{},
	{ data: null, meta: {} },
	{ data: [], meta: {} },
	{ data: { update_stock_behavior: 'order_paid' }, meta: {} },
])('are a failure where the answer is %j', async (answer) => {
	await expect(readInventorySettings(scriptedStore(() => ({ body: answer })).store)).rejects.toMatchObject({
		category: 'unreadable',
		message: expect.stringContaining('inventory settings'),
	});
});

import type { Sandbox } from '../../sandbox';
import type { OrderRecord } from '../../sandbox/shop/orders/orderRecord';
import type { Figure } from '../../testing/figures/figure';
import { importChain } from '../../testing/templates/chains';
import { calls } from './calls';
import { anyCustomer, importAll, withShop } from './importRun';

/** Scheduled runs that have nothing to import. */
export const idleBenchmarks = { 'idle-import': idleImport };

const MARKED = 250_000;
/** So many of those have not shipped yet. */
const MARKED_AND_OPEN = 100;
const SHIPPED = 2;

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const SCHEDULE = 15 * MINUTE;

async function idleImport(): Promise<Figure[]> {
	return await withShop(async (sandbox, engine) => {
		sandbox.sos.settings.intervalMs = 0;
		sandbox.bigCommerce.settings.quota = null;
		placeHeldOrders(sandbox);
		placeMarkedOrders(sandbox);
		const nodes = importChain({ customer: anyCustomer(sandbox), importFrom: isoDay(Date.now() - 400 * DAY) });
		const kept = {};
		const run = async (clockAheadMs: number) => {
			engine.clockAheadMs = clockAheadMs;
			sandbox.sos.settings.clockAheadMs = clockAheadMs;
			sandbox.bigCommerce.settings.clockAheadMs = clockAheadMs;
			return await importAll(sandbox, engine, nodes, 0, kept);
		};
		for (const ago of [2, 1]) await run(-ago * SCHEDULE);
		const { bigCommerce, sos, run: idle } = await run(0);
		const held = idle.items['Create sales orders'][1];
		if (held !== 20) throw new Error(`${held} orders are held instead of 20`);
		return [
			calls(
				'idleBigCommerceCalls',
				'BigCommerce calls of a run with 250,000 marked and 20 held orders, 15 minutes after the last',
				bigCommerce,
				10,
			),
			calls('idleSosCalls', 'SOS calls of the same', sos, 2),
		];
	});
}

/** 19 of the last week and one of 300 days ago, held for an SKU that SOS lacks or a currency nobody set up. */
function placeHeldOrders({ bigCommerce }: Sandbox): void {
	const placed = bigCommerce.addOrders(20, {
		onlyEligible: false,
		cases: Array.from({ length: 10 }, () => ['skuMissingInSos', 'otherCurrency']).flat(),
	});
	placed.forEach(({ id }, index) => {
		const createdAt = Date.now() - (index === 0 ? 300 * DAY : (index / 3) * DAY);
		bigCommerce.state.orders.update(id, { createdAt, modifiedAt: createdAt + MINUTE });
	});
}

/** Spread over a year; all of one order's contents, so that they take neither time nor memory. */
function placeMarkedOrders({ bigCommerce: { addOrders, state, accounts } }: Sandbox): void {
	const [{ id }] = addOrders(1, { totalLines: 1 });
	const like = state.orders.get(id)!;
	state.orders.delete(id);
	const shipped = { ...like, fields: { ...like.fields, status_id: SHIPPED } };
	for (let index = 0; index < MARKED; index += 1) {
		const createdAt = Date.now() - 2 * SCHEDULE - DAY + Math.round((index / MARKED - 1) * 364 * DAY);
		const order: OrderRecord = index < MARKED - MARKED_AND_OPEN ? shipped : like;
		const orderId = state.ids.next('order');
		state.orders.load({ ...order, id: orderId, createdAt, modifiedAt: createdAt + DAY });
		const metafieldId = (state.lastMetafieldId += 1);
		state.metafieldsByResource.set(`order ${orderId}`, [metafieldId]);
		state.metafields.load({
			id: metafieldId,
			permission_set: 'read',
			namespace: 'n8n-bigcommerce-sos',
			key: 'imported',
			value: JSON.stringify({
				type: 'salesOrder',
				id: String(orderId),
				number: `BC-${orderId}`,
				total: '1.00',
			}),
			description: '',
			resource_type: 'order',
			resource_id: orderId,
			owner_client_id: accounts.full.clientId,
			createdAt: createdAt + MINUTE,
			modifiedAt: createdAt + MINUTE,
		});
	}
}

function isoDay(time: number): string {
	return new Date(time).toISOString().slice(0, 10);
}

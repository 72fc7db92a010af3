import type { IDataObject } from 'n8n-workflow';
import type { Sandbox, SandboxOptions } from '../../sandbox';
import { sandboxCredentials } from '../../testing/sandbox/sandboxCredentials';
import { stockChain } from '../../testing/templates/chains';
import { withEngine } from './engine';
import type { EngineRun } from './engineProcess';
import type { Figure } from '../../testing/figures/figure';
import { calls } from './calls';
import { idleStockStored } from './stockStored';

const ITEMS_PER_SOS_PAGE = 200;

const OPEN_ORDERS = 50_000;

/** Makes the BigCommerce node load. */
const WARM_UP = [
	{ name: 'Warm up', node: 'bigCommerce', parameters: { resource: 'store', operation: 'get' } },
];

/** Stock updates, by what is measured. */
export const stockBenchmarks = {
	'stock-update': updateOfTenThousand,
	'stock-plan': planOfHundredThousand,
	'stock-open-orders': planWithOpenOrders,
	'stock-stored': idleStockStored,
};

async function updateOfTenThousand(): Promise<Figure[]> {
	const options: SandboxOptions = { shop: { items: 10_000, orders: 0 } };
	return await withEngine(options, [WARM_UP], async (sandbox, engine) => {
		const { intervalMs } = sandbox.sos.settings;
		// The first update only brings both sides in step: it need not wait for SOS.
		sandbox.sos.settings.intervalMs = 0;
		await engine.run({
			nodes: stockChain({ circuitBreaker: false }),
			credentials: sandboxCredentials(sandbox),
		});
		sandbox.sos.settings.intervalMs = intervalMs;
		const changed = changeEveryTenth(sandbox);
		sandbox.sos.counters.reset();
		sandbox.bigCommerce.counters.reset();
		const run = await engine.run({ nodes: stockChain(), credentials: sandboxCredentials(sandbox) });
		expectChanges(run, changed);
		const pages = Math.ceil(sandbox.sos.state.items.size / ITEMS_PER_SOS_PAGE);
		return [
			calls('sosCalls10k', 'SOS calls, 10,000 SKUs, 10 % changed', sandbox.sos.counters.total, 52),
			calls('bigCommerceCalls10k', 'BigCommerce calls of the same', sandbox.bigCommerce.counters.total, 70),
			{
				id: 'stockWallOverBound10k',
				title: 'Wall time ÷ (SOS pages × SOS interval) of the same',
				value: run.wallMs / (pages * intervalMs),
				unit: '',
				bar: 1.5,
			},
		];
	});
}

async function planOfHundredThousand(): Promise<Figure[]> {
	const options: SandboxOptions = { shop: { items: 100_000, orders: 0 }, bigCommerce: { quota: null } };
	return await withEngine(options, [WARM_UP], async (sandbox, engine) => {
		const [, setStock] = stockChain();
		const nodes = [
			{ ...setStock, parameters: { ...setStock.parameters, planOnly: true, output: 'summary' } },
		];
		const run = await engine.run({
			nodes,
			items: itemsAsRead(sandbox),
			credentials: sandboxCredentials(sandbox),
		});
		return [
			{
				id: 'planCpuSeconds100k',
				title: 'CPU, 100,000 SKUs read from the shop and planned',
				value: run.cpuMs / 1000,
				unit: 's',
				bar: 15,
			},
			{
				id: 'planPeakMemoryMb100k',
				title: 'Peak memory above idle of the same',
				value: run.peakMemoryMb,
				unit: 'MB',
				bar: 400,
			},
		];
	});
}

async function planWithOpenOrders(): Promise<Figure[]> {
	const options: SandboxOptions = { shop: { items: 2000, orders: 0 }, bigCommerce: { quota: null } };
	return await withEngine(options, [WARM_UP], async (sandbox, engine) => {
		sandbox.bigCommerce.addOrders(OPEN_ORDERS, { totalLines: 1.5 * OPEN_ORDERS });
		sandbox.bigCommerce.counters.reset();
		const [, setStock] = stockChain({ planOnly: true, output: 'summary' });
		const run = await engine.run({
			nodes: [setStock],
			items: itemsAsRead(sandbox),
			credentials: sandboxCredentials(sandbox),
		});
		return [
			{
				id: 'stockMemoryMb50kOpen',
				title: 'Peak memory above idle, a stock run with 50,000 open orders not imported',
				value: run.peakMemoryMb,
				unit: 'MB',
				bar: 120,
			},
			calls(
				'stockCalls50kOpen',
				'BigCommerce calls of the same',
				sandbox.bigCommerce.counters.total,
				OPEN_ORDERS / 100 + 60,
			),
		];
	});
}

/** One unit more of every tenth item that the shop takes its figure from. */
function changeEveryTenth({ sos, shop }: Sandbox): number {
	const inShop = new Set(shop.catalogue.filter(({ tracking }) => tracking !== 'none').map(({ sku }) => sku));
	const eligible = sos.state.items
		.values()
		.filter(
			({ sku, type, archived, updateBigCommerce }) =>
				inShop.has(sku ?? '') && type === 'Inventory Item' && !archived && updateBigCommerce,
		);
	const changed = eligible.filter((_, index) => index % 10 === 0);
	for (const { id } of changed) {
		const balance = sos.state.balances.get(id)!;
		const [[location, onhand]] = Object.entries(balance.onhand);
		sos.state.balances.set({ ...balance, onhand: { ...balance.onhand, [location]: onhand + 1 } });
	}
	return changed.length;
}

/** @throws Error unless about as many were written: shared stock and kits make it a little more or less */
function expectChanges({ items }: EngineRun, expected: number): void {
	const written = items['Set stock'][0];
	if (Math.abs(written - expected) > expected / 5)
		throw new Error(`${written} figures were written instead of about ${expected}`);
}

/** The items of SOS as *Item: Get Many* gives them with Simplify on. */
function itemsAsRead({ sos }: Sandbox): IDataObject[] {
	const readAt = new Date().toISOString();
	return sos.state.items.values().map(({ id, name, fullname, sku, type, archived, updateBigCommerce }) => {
		const { onhand, available, onSO } = sos.quantitiesOf(id);
		const item = { id, name, fullname, sku, type, archived, updateBigCommerce, onhand, available, onSO };
		return { ...item, customFields: [], readAt };
	});
}

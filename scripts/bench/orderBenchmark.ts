import type { Figure } from '../../testing/figures/figure';
import { importChain } from '../../testing/templates/chains';
import { calls } from './calls';
import { anyCustomer, CALM_INTERVAL_MS, importAll, linesFor, withShop, type ImportNodes } from './importRun';

/** Importing orders, by what is measured. */
export const orderBenchmarks = {
	'order-calls': callsOfHundreds,
	'bigcommerce-calls': bigCommerceCalls,
	'order-time': thousandOrders,
	'order-memory': memoryOfFiveThousand,
};

const HUNDRED = 100;
const FIVE_HUNDRED = 500;
const THOUSAND = 1000;

async function callsOfHundreds(): Promise<Figure[]> {
	return await withShop(async (sandbox, engine) => {
		sandbox.sos.settings.intervalMs = CALM_INTERVAL_MS;
		const customer = anyCustomer(sandbox);
		const importHundred = async (nodes: ImportNodes) => {
			sandbox.bigCommerce.addOrders(HUNDRED, linesFor(HUNDRED));
			return await importAll(sandbox, engine, nodes, HUNDRED);
		};
		const first = await importHundred(importChain({ customer }));
		const next = await importHundred(importChain({ customer }));
		return [
			calls('sosCallsFirstRun100', 'SOS calls, first run of 100 orders, 2,000 items', first.sos, 110),
			calls('sosCallsNextRun100', 'SOS calls, next run of 100 new orders', next.sos, 102),
			calls('sosCallsPerOrderFixedCustomer', 'SOS calls per order, fixed customer', next.sos / HUNDRED, 1.05),
			calls(
				'bigCommerceReadsPerOrder',
				'BigCommerce calls per order read',
				next.bigCommerceReads / HUNDRED,
				0.1,
			),
		];
	});
}

async function bigCommerceCalls(): Promise<Figure[]> {
	return await withShop(async (sandbox, engine) => {
		sandbox.bigCommerce.addOrders(FIVE_HUNDRED, linesFor(FIVE_HUNDRED));
		const nodes = importChain({ customer: anyCustomer(sandbox) });
		const { bigCommerce } = await importAll(sandbox, engine, nodes, FIVE_HUNDRED);
		return [
			calls(
				'bigCommerceCallsPerOrder',
				'BigCommerce calls per order, reading, claims and marks, 500 orders',
				bigCommerce / FIVE_HUNDRED,
				0.35,
			),
		];
	});
}

async function thousandOrders(): Promise<Figure[]> {
	return await withShop(async (sandbox, engine) => {
		sandbox.bigCommerce.addOrders(THOUSAND, linesFor(THOUSAND));
		const nodes = importChain({ customer: anyCustomer(sandbox) });
		const { run } = await importAll(sandbox, engine, nodes, THOUSAND);
		const total = Object.values(run.nodeMs).reduce((sum, ms) => sum + ms, 0);
		return [
			{ id: 'cpuMsPerOrder', title: 'CPU per order, 1,000 orders', value: run.cpuMs / THOUSAND, unit: 'ms' },
			...Object.entries(run.nodeMs).map(([node, ms]) => ({
				id: `wallShare ${node}`,
				title: `  share of wall time: ${node}`,
				value: (100 * ms) / total,
				unit: '%',
			})),
		];
	});
}

async function memoryOfFiveThousand(): Promise<Figure[]> {
	return await withShop(async (sandbox, engine) => {
		const orders = 5000;
		sandbox.bigCommerce.addOrders(orders, linesFor(orders));
		sandbox.sos.settings.intervalMs = 0;
		const nodes = importChain({ customer: anyCustomer(sandbox) });
		const { run } = await importAll(sandbox, engine, nodes, orders);
		return [
			{
				id: 'peakMemoryMb5000Orders',
				title: 'Peak memory above idle, 5,000 orders in one run',
				value: run.peakMemoryMb,
				unit: 'MB',
				bar: 300,
			},
		];
	});
}

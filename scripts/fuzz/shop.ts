import { startSandbox, type Sandbox } from '../../sandbox';
import type { CredentialData } from '../../testing/engine/credentialsHelper';
import { runWorkflow } from '../../testing/engine/runNode';
import { sandboxCredentials } from '../../testing/sandbox/sandboxCredentials';
import { importChain, stockChain } from '../../testing/templates/chains';

const HOUR_MS = 3600_000;
const DAY_MS = 24 * HOUR_MS;

/** Small, since a run takes as long as its answers, but with orders that need customers, kits and items created. */
const SHOP = {
	items: 14,
	// The same moment for all benches: it becomes the date of documents.
	lastOrderAt: Math.floor(Date.now() / DAY_MS) * DAY_MS - HOUR_MS,
	orders: 6,
	orderOptions: {
		cases: [
			'plain',
			'couponPercentage',
			'handlingTaxed',
			'firstOfCompany',
			'skuMissingInSos',
			'severalAddresses',
		],
	},
};

/**
 * Starts a sandbox in which both templates have run before: there are marks, figures last pushed, an
 * imported document and a receipt to read, and there is something left to do.
 */
export async function openShop(): Promise<Sandbox> {
	const sandbox = await startSandbox({
		shop: SHOP,
		bigCommerce: { quota: null, stockVisibleAfterMs: 0 },
		sos: { intervalMs: 0 },
	});
	const credentials = sandboxCredentials(sandbox);
	const customer = sandbox.sos.state.customers.values()[0].id;
	await runFirst(importOfOne(customer), credentials);
	await runFirst(importOfOne(customer, 'salesReceipt'), credentials);
	await runFirst(stockChain({ circuitBreaker: false }), credentials);
	changeStock(sandbox);
	age(sandbox);
	return sandbox;
}

/** Imports the first order, as a sales order or as a receipt without a mark. */
function importOfOne(customer: number, transactionType = 'salesOrder') {
	const prefix = transactionType === 'salesOrder' ? 'BC-' : 'R-';
	const [read, match, create, mark] = importChain({ customer, prefix, markOrders: false });
	const first = { ...read, parameters: { ...read.parameters, returnAll: false, limit: 1 } };
	const chosen = { ...create, parameters: { ...create.parameters, transactionType } };
	return transactionType === 'salesOrder' ? [first, match, chosen, mark] : [first, match, chosen];
}

async function runFirst(
	nodes: Parameters<typeof runWorkflow>[0]['nodes'],
	credentials: CredentialData,
): Promise<void> {
	const { error } = await runWorkflow({ nodes, credentials });
	if (error) throw new Error(`Setting up the shop failed: ${error.message}`);
}

/** One unit less of everything in SOS, so that the next stock update has something to write. */
function changeStock({ sos }: Sandbox): void {
	for (const balance of sos.state.balances.values()) {
		const onhand = Object.entries(balance.onhand).map(([location, units]) => [
			location,
			Math.max(0, units - 1),
		]);
		sos.state.balances.load({ ...balance, onhand: Object.fromEntries(onhand) as typeof balance.onhand });
	}
}

/** A stock update does not count on a mark that may be younger than its figures. */
function age({ bigCommerce }: Sandbox): void {
	const { metafields } = bigCommerce.state;
	for (const one of metafields.values()) {
		metafields.load({ ...one, createdAt: one.createdAt - HOUR_MS, modifiedAt: one.modifiedAt - HOUR_MS });
	}
}

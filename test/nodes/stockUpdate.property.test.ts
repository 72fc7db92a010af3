import * as fc from 'fast-check';
import { startSandbox, type Sandbox } from '../../sandbox';
import { sandboxCredentials } from '../../testing/sandbox/sandboxCredentials';
import { stockChain } from '../../testing/templates/chains';
import { compareStock, readShopStock } from '../../testing/sandbox/compareStock';
import { runWorkflow } from '../../testing/engine/runNode';

jest.setTimeout(120_000);

async function update(sandbox: Sandbox): Promise<number> {
	const { error, outputsOf } = await runWorkflow({
		nodes: stockChain({ circuitBreaker: false }),
		credentials: sandboxCredentials(sandbox),
	});
	if (error) throw new Error(error.message);
	return outputsOf('Set stock')[0].length;
}

const unknowns = fc.record({
	badAdjustmentRow: fc.constantFrom('rejectsBatch' as const, 'othersApplied' as const),
	untrackedInInventory: fc.boolean(),
	inventorySkuMatch: fc.constantFrom('exact' as const, 'ignoreCase' as const),
	skuOfProductTrackedItem: fc.constantFrom('refused' as const, 'accepted' as const),
	updateStockBehavior: fc.constantFrom('order_placed' as const, 'order_completed_or_shipped' as const),
});

it('random shops end with what SOS has, less what SOS does not know is sold; a second run writes nothing', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.record({ seed: fc.nat(10_000), items: fc.integer({ min: 20, max: 120 }) }),
			fc.integer({ min: 0, max: 20 }),
			unknowns,
			async ({ seed, items }, orders, bigCommerce) => {
				const sandbox = await startSandbox({
					seed,
					shop: { items, orders },
					bigCommerce: { quota: null, stockVisibleAfterMs: 0, ...bigCommerce },
					sos: { intervalMs: 0 },
				});
				try {
					const before = readShopStock(sandbox);
					await update(sandbox);
					expect(compareStock(sandbox, before)).toMatchObject({ different: [], touched: [] });
					expect(await update(sandbox)).toBe(0);
				} finally {
					await sandbox.stop();
				}
			},
		),
		{ numRuns: 12 },
	);
});

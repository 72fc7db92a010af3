import { setUpTemplate, templateFiles, withoutLimits } from '../../testing/templates/setUpTemplate';
import { storeAndRun } from '../../testing/n8n/runStored';
import { storedData } from '../../testing/n8n/storedData';
import { openWorkbench } from '../../testing/n8n/workbench';
import type { Figure } from '../../testing/figures/figure';

/** What a real n8n keeps of a run of the stock template as it is shipped, once shop and SOS agree. */
export async function idleStockStored(): Promise<Figure[]> {
	const bench = await openWorkbench({
		shop: { items: 5000, orders: 0 },
		sos: { intervalMs: 0 },
		bigCommerce: { quota: null },
	});
	try {
		const { credentials, host } = bench;
		const run = async (settings: object) =>
			await storeAndRun(
				host,
				await setUpTemplate(templateFiles.updateStock, 'updateStock', {
					credentials,
					settings: { planOnly: false, ...settings },
				}),
			);
		await run(withoutLimits);
		const idle = await run({});
		const [changed = []] = idle.itemsFrom('inventory', 'update');
		if (changed.length > 0) throw new Error(`${changed.length} figures changed in a run that is idle`);
		const { data } = (await storedData(host)).at(-1)!;
		return [
			{
				id: 'idleStockKb5000',
				title: 'Real n8n, an idle stock run over 5,000 SKUs: execution data stored',
				value: data / 1024,
				unit: 'KB',
				bar: 300,
			},
		];
	} finally {
		await bench.close();
	}
}

import { setTimeout as sleep } from 'node:timers/promises';
import { orderItem } from '../../../testing/sandbox/orderItem';
import { TestCompany } from '../../../testing/sandbox/testCompany';

/** Slow enough that an import and a reading of all items are under way together. */
const INTERVAL_MS = 20;

let company: TestCompany;
afterEach(async () => await company.stop());

const requests = (route: string) => company.server.counters.byRoute[route] ?? 0;
const pages = () => requests('GET /api/v2/item');
const documents = () => requests('POST /api/v2/salesorder');

it('lets an import go before the items that a stock update reads at the same time', async () => {
	const shop = { items: 6000, orders: 40, orderOptions: { onlyEligible: true, cases: ['handling'] } };
	company = await TestCompany.start({ shop, sos: { intervalMs: INTERVAL_MS } });
	const credentials = company.credentials();
	credentials.sosInventoryApi.minimumInterval = INTERVAL_MS;

	const importing = company.importOrders(company.shop.orders.map(orderItem), {}, { credentials });
	while (documents() < 2) await sleep(1);
	const before = { pages: pages(), documents: documents() };
	const reading = company.run('item: getAll', { returnAll: true }, { credentials });
	const { imported, held } = await importing;
	const during = { pages: pages() - before.pages, documents: documents() - before.documents };
	await reading;

	expect([imported.length, held]).toEqual([40, []]);
	expect(during.documents).toBeGreaterThan(25);
	// One turn in eleven; turn by turn it would be every fourth, as three orders are under way at a time.
	expect(during.pages).toBeLessThanOrEqual(during.documents / 10 + 1);
	expect(pages() - before.pages).toBeGreaterThanOrEqual(6000 / 200 - 1);
});

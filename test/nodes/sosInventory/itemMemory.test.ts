import type { IDataObject } from 'n8n-workflow';
import { TestCompany } from '../../../testing/sandbox/testCompany';

const HOUR_MS = 3_600_000;

let company: TestCompany;
beforeEach(async () => void (company = await TestCompany.start()));
afterEach(async () => await company.stop());

const orderWith = (...skus: string[]): IDataObject => ({
	id: 500,
	products: skus.map((sku, index) => ({ id: index + 1, product_id: 1, sku, name: sku, quantity: 1 })),
});
const match = async (...skus: string[]) => {
	const { outputs, error } = await company.run('item: matchSkus', {}, { items: [orderWith(...skus)] });
	if (error) throw error;
	const [{ json }] = outputs[0];
	return (json.products as Array<{ sos: { item?: IDataObject; reason?: IDataObject } }>).map(
		({ sos }) => sos.item?.id ?? sos.reason?.code,
	);
};
const items = () => company.server.state.items;
const plain = () => {
	const all = items().values();
	return all.filter(
		({ sku, type, archived }) =>
			sku && type === 'Inventory Item' && !archived && all.filter((other) => other.sku === sku).length === 1,
	);
};
/** Enough SKUs that the whole catalog is read. */
const readAll = async () =>
	await match(
		...plain()
			.slice(0, 30)
			.map(({ sku }) => String(sku)),
	);
const calls = async (work: () => Promise<unknown>) => {
	const before = company.calls();
	await work();
	return company.calls() - before;
};

describe.each([
	['6 hours ahead', 6, 'utc'],
	['6 hours behind', -6, 'utc'],
	['in step, times read in Honolulu', 0, 'Pacific/Honolulu'],
	['in step, times read on Kiritimati', 0, 'Pacific/Kiritimati'],
	['6 hours behind, times read in Honolulu', -6, 'Pacific/Honolulu'],
])('with the clock of SOS %s', (_, hours, zone) => {
	beforeEach(() => {
		const { settings } = company.server;
		settings.clockAheadMs = hours * HOUR_MS;
		settings.zoneOfFilters = zone === 'utc' ? 'utc' : 'company';
		settings.timeZone = zone === 'utc' ? 'UTC' : zone;
	});

	it('sees a SKU that moved to another item, and costs one call', async () => {
		await readAll();
		const [from, to] = plain();
		const { sku } = from;
		company.server.staff.moveSku(from.id, to.id);
		expect(await calls(async () => expect(await match(String(sku))).toEqual([to.id]))).toBe(1);
	});

	it('sees new items and items that were made again', async () => {
		await readAll();
		const [first, second] = plain();
		const { sku } = first;
		const again = company.server.staff.remakeItem(first.id);
		items().update(second.id, { sku: 'RENAMED', updatedAt: Date.now() });
		expect(await match(String(sku), 'RENAMED')).toEqual([again, second.id]);
	});
});

it('asks SOS for a SKU itself before an order is held for it, whatever the list of changes holds', async () => {
	await readAll();
	const [item, other] = plain();
	const longAgo = Date.now() - 100 * 24 * HOUR_MS;
	items().update(item.id, { sku: 'NOT-AMONG-CHANGES', updatedAt: longAgo });
	items().update(other.id, { archived: true, updatedAt: longAgo });
	expect(await match('NOT-AMONG-CHANGES')).toEqual([item.id]);
	items().update(other.id, { archived: false, updatedAt: longAgo });
	expect(await match(String(other.sku))).toEqual([other.id]);
});

it('asks for a SKU once, for as long as nothing changes about it', async () => {
	await readAll();
	expect(await calls(() => match('NOT-THERE', 'NOT-THERE'))).toBe(2);
	expect(await calls(() => match('NOT-THERE'))).toBe(1);
	const [item] = plain();
	items().update(item.id, { sku: 'NOT-THERE', updatedAt: Date.now() });
	expect(await match('NOT-THERE')).toEqual([item.id]);
});

it('reads the catalog again where that takes fewer calls than asking', async () => {
	await readAll();
	const pages = Math.ceil(items().size / 200);
	const missing = Array.from({ length: 50 }, (_, index) => `MISSING-${index}`);
	expect(await calls(() => match(...missing))).toBe(1 + pages);
});

it('asks for no SKU again that the catalog was just read for', async () => {
	const skus = plain().map(({ sku }) => String(sku));
	const pages = Math.ceil(items().size / 200);
	expect(await calls(() => match(...skus.slice(0, 30), 'NOT-THERE'))).toBe(pages);
});

it('stops when SOS has no item at all, and knows them when they are back', async () => {
	const [item] = plain();
	const all = items().values();
	for (const { id } of all) items().delete(id);
	await expect(match(String(item.sku))).rejects.toMatchObject({
		message: 'SOS Inventory says that it has no items at all, so no SKU can be matched',
	});
	for (const one of all) items().load(one);
	expect(await match(String(item.sku))).toEqual([item.id]);
});

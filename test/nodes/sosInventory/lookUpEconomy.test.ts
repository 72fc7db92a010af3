import type { IDataObject } from 'n8n-workflow';
import { orderItem } from '../../../testing/sandbox/orderItem';
import { TestCompany } from '../../../testing/sandbox/testCompany';
import { countOneTooMany } from './countOneTooMany';

let company: TestCompany;
afterEach(async () => await company.stop());

const lineOf = (sku: string): IDataObject => ({ id: 1, product_id: 1, sku, name: sku, quantity: 1 });
const orderWith = (...skus: string[]): IDataObject => ({ id: 500, products: skus.map(lineOf) });
const matches = async (skus: string[], options = {}) => {
	const { outputs, error } = await company.run(
		'item: matchSkus',
		{ options },
		{ items: [orderWith(...skus)] },
	);
	expect(error).toBeUndefined();
	return (outputs[0][0].json.products as Array<{ sos: { item?: IDataObject; reason?: IDataObject } }>).map(
		({ sos }) => sos,
	);
};
const match = async (skus: string[], options = {}) =>
	(await matches(skus, options)).map(({ item, reason }) => item?.id ?? reason?.code);
const lineFor = async (sku: string) => (await matches([sku]))[0];
const start = async (items: number) => (company = await TestCompany.start({ shop: { items } }));
const callsOf = async (work: () => Promise<unknown>) => {
	const before = company.calls();
	await work();
	return company.calls() - before;
};
const plainSkus = (count: number) => {
	const items = company.server.state.items.values();
	const times = new Map<string, number>();
	for (const { sku } of items) times.set(sku ?? '', (times.get(sku ?? '') ?? 0) + 1);
	const plain = items.filter(({ sku, type, archived }) => sku && type === 'Inventory Item' && !archived);
	return plain
		.filter(({ sku }) => times.get(sku ?? '') === 1)
		.slice(-count)
		.map(({ sku }) => String(sku));
};
const idsOf = (skus: string[]) => skus.map((sku) => company.item(sku).id);

const pages = () => Math.ceil(company.server.state.items.size / 200);

it('imports 100 orders, 300 lines, 150 SKUs of a catalogue of 2,000 items in 112 calls, then in 102', async () => {
	const orderOptions = { totalLines: 300, distinctSkus: 150 };
	company = await TestCompany.start({ shop: { items: 2000, orders: 100, orderOptions } });
	const first = await callsOf(async () => {
		const { imported } = await company.importOrders(company.shop.orders.map(orderItem));
		expect(imported).toHaveLength(100);
	});
	const next = company.shop.placeOrders(100, Date.now(), orderOptions).map(orderItem);
	const second = await callsOf(async () => {
		const { imported } = await company.importOrders(next);
		expect(imported).toHaveLength(100);
	});
	// 100 documents, 10 pages of items, one page of each book.
	expect(first).toBeLessThanOrEqual(112);
	expect(second).toBeLessThanOrEqual(102);
	expect(company.calls('POST /api/v2/salesorder')).toBe(200);
}, 30_000);

it('asks for single SKUs where that takes fewer calls than the catalogue', async () => {
	await start(2000);
	const skus = plainSkus(3);
	// One page tells how large the catalogue is.
	expect(await callsOf(async () => expect(await match(skus)).toEqual(idsOf(skus)))).toBe(4);
	expect(await callsOf(async () => expect(await match(skus)).toEqual(idsOf(skus)))).toBe(1);
	// One asks for it; it may be there in another case, and the pages of the whole catalogue tell.
	expect(await callsOf(() => match([...skus, 'NOT-THERE']))).toBe(2 + pages());
	expect(await callsOf(() => match([...skus, 'NOT-THERE']))).toBe(1);
});

it('reads the whole catalogue once where matching is tolerant', async () => {
	await start(500);
	const [sku] = plainSkus(1);
	const calls = await callsOf(async () => {
		expect(await match([` ${sku.toLowerCase()}`], { ignoreCase: true, ignoreOuterSpaces: true })).toEqual(
			idsOf([sku]),
		);
	});
	expect(calls).toBe(Math.ceil(company.server.state.items.size / 200));
});

it('asks a large catalogue for the usual spellings of a SKU that it does not have', async () => {
	await start(5000);
	const [sku] = plainSkus(1);
	const odd = `${sku.toLowerCase().replace('-', '\u2011')}\u200b`;
	expect(await callsOf(async () => expect(await match([sku.toLowerCase()])).toEqual(idsOf([sku])))).toBe(3);
	expect(await match([odd])).toEqual(['SKU_NOT_FOUND']);
	const { reason } = await lineFor(odd);
	expect(reason?.details).toMatchObject({ nearSku: sku });
});

it.each([
	['asked one by one', 1000, 1],
	['in the catalogue', 150, 1],
])('sees SKUs that changed since, %s', async (_, items, count) => {
	await start(items);
	const [sku] = plainSkus(count);
	const { id } = company.item(sku);
	expect(await match([sku])).toEqual([id]);
	company.server.state.items.update(id, { sku: 'NEW-SKU', updatedAt: Date.now() });
	expect(await match([sku, 'NEW-SKU'])).toEqual(['SKU_NOT_FOUND', id]);
	company.server.state.items.update(id, { sku: '', updatedAt: Date.now() });
	expect(await match(['NEW-SKU'])).toEqual(['SKU_NOT_FOUND']);
});

it.each([
	['asked one by one', 1000],
	['in the catalogue', 100],
])('finds that a SKU is there twice, %s', async (_, items) => {
	await start(items);
	const twice = company.shop.catalogue.find(({ sos }) => sos?.duplicateOf)?.sos?.sku ?? '';
	expect(await match([twice])).toEqual(['SKU_AMBIGUOUS']);
});

it('sees a SKU get a namesake between two runs', async () => {
	await start(1000);
	const [sku, other] = plainSkus(2);
	expect(await match([sku])).toEqual(idsOf([sku]));
	company.server.state.items.update(company.item(other).id, { sku, updatedAt: Date.now() });
	expect(await match([sku])).toEqual(['SKU_AMBIGUOUS']);
});

it('matches SKUs with commas, letters beyond ASCII and spaces exactly', async () => {
	await start(150);
	const special = company.shop.catalogue.filter(({ sku, sos }) => /[,Ü]/.test(sku) && sos?.sku === sku);
	expect(special.length).toBeGreaterThanOrEqual(2);
	expect(await match(special.map(({ sku }) => sku))).toEqual(idsOf(special.map(({ sku }) => sku)));
	const [sku] = plainSkus(1);
	expect(await match([` ${sku}`])).toEqual(['SKU_NOT_FOUND']);
	expect(await match([sku.toLowerCase()])).toEqual(idsOf([sku]));
	expect(await match([sku.toLowerCase()], { ignoreCase: false })).toEqual(['SKU_NOT_FOUND']);
});

it('puts on the line what its document needs of the item, and no stock figure', async () => {
	await start(150);
	const [sku] = plainSkus(1);
	const { id, fullname, description, taxable } = company.server.state.items.update(company.item(sku).id, {
		minimumPrice: 3,
		class: { id: company.idIn('classes', 'Retail'), name: 'Retail' },
	});
	const { outputs } = await company.run('item: matchSkus', {}, { items: [orderWith(sku)] });
	const [{ sos }] = outputs[0][0].json.products as Array<{ sos: IDataObject }>;
	expect(sos).toEqual({
		item: {
			...{ id, name: fullname, sku, type: 'Inventory Item', description, taxable, minimumPrice: 3 },
			class: { id: company.idIn('classes', 'Retail'), name: 'Retail' },
		},
		packSize: 1,
	});
});

it('follows aliases, with the options that count for SKUs', async () => {
	await start(150);
	const [sku] = plainSkus(1);
	const aliases = { alias: [{ shopSku: 'SIX-PACK', sosSku: sku, packSize: 6 }] };
	expect(await match(['SIX-PACK'], { aliases })).toEqual(idsOf([sku]));
	expect(await match(['six-pack'], { aliases, ignoreCase: false })).toEqual(['SKU_NOT_FOUND']);
	expect(await match(['six-pack'], { aliases })).toEqual(idsOf([sku]));
	const aliasesJson = JSON.stringify([{ shopSku: 'PAIR', sosSku: sku, packSize: 2 }]);
	expect(await match(['PAIR'], { aliasesJson })).toEqual(idsOf([sku]));
});

describe('a catalogue that is only half read', () => {
	it('is not taken for whole after a page failed for good', async () => {
		await start(500);
		const skus = plainSkus(20);
		company.server.faults.add({ kind: 'tokenExpired', path: 'start=201', times: 2 });
		const { error } = await company.run('item: matchSkus', {}, { items: [orderWith(...skus)] });
		expect(error?.message).toContain('does not accept the access token');
		expect(await match(skus)).toEqual(idsOf(skus));
	});

	it('is not taken for whole when SOS counts rows that cannot be had', async () => {
		await start(500);
		const [sku, ...others] = plainSkus(20);
		const item = company.item(sku);
		company.server.state.items.delete(item.id);
		const countRight = countOneTooMany(company);
		expect(await match(others)).toEqual(idsOf(others));
		countRight();
		// It was there all the time, so that no list of changes holds it.
		company.server.state.items.load(item as never);
		expect(await match([sku])).toEqual([item.id]);
	});

	it('is read anew where fewer changes come than SOS counts', async () => {
		await start(300);
		const [sku, ...others] = plainSkus(20);
		expect(await match([sku, ...others])).toEqual(idsOf([sku, ...others]));
		const { items } = company.server.state;
		items.update(items.values()[0].id, { updatedAt: Date.now() });
		items.update(company.item(sku).id, { sku: 'RENAMED', updatedAt: Date.now() });
		countOneTooMany(company);
		expect(await match([...others, 'RENAMED'])).toEqual(idsOf([...others, 'RENAMED']));
	});

	it('is whole although its pages shift while they are read', async () => {
		await start(500);
		const skus = plainSkus(400);
		company.server.faults.add({ kind: 'shiftingPage' });
		expect(await match(skus)).toEqual(idsOf(skus));
	});

	it('is read once when two executions need it at the same time', async () => {
		await start(1000);
		const skus = plainSkus(100);
		const calls = await callsOf(() => Promise.all([match(skus), match(skus)]));
		expect(calls).toBe(Math.ceil(company.server.state.items.size / 200) + 1);
	});

	it('is not waited for by an execution that is stopped, and which then sends nothing', async () => {
		await start(500);
		const skus = plainSkus(20);
		company.server.faults.add({ kind: 'hang', path: '/item', times: 1, delayMs: 3000 });
		const first = match(skus);
		await company.after(1, 'GET /api/v2/item');
		const startedAt = performance.now();
		const stopped = await company.run(
			'item: matchSkus',
			{},
			{ items: [orderWith(...skus)], cancelAfterMs: 50 },
		);
		expect(performance.now() - startedAt).toBeLessThan(1000);
		expect(stopped.status).toBe('canceled');
		expect(company.calls()).toBe(1);
		expect(await first).toEqual(idsOf(skus));
		expect(company.calls()).toBe(Math.ceil(company.server.state.items.size / 200));
	});

	it('does not make the second execution wait when the first one is stopped', async () => {
		await start(500);
		const skus = plainSkus(20);
		company.server.faults.add({ kind: 'hang', path: '/item', times: 1, delayMs: 60_000 });
		let stop = () => {};
		const cancelWhen = new Promise<void>((resolve) => (stop = resolve));
		const stopped = company.run('item: matchSkus', {}, { items: [orderWith(...skus)], cancelWhen });
		await company.after(1, 'GET /api/v2/item');
		const second = match(skus);
		stop();
		expect(await second).toEqual(idsOf(skus));
		expect((await stopped).status).toBe('canceled');
	});
});

it('fails each order when it is set to continue and SOS does not answer', async () => {
	await start(60);
	company.server.expireAccessTokens();
	const { outputs, error } = await company.run(
		'item: matchSkus',
		{},
		{ items: [orderWith('A'), { ...orderWith('B'), id: 501 }], onError: 'continueErrorOutput' },
	);
	expect(error).toBeUndefined();
	expect(outputs.map((items) => items.length)).toEqual([0, 2]);
	expect(outputs[1].map(({ json }) => json.id)).toEqual([500, 501]);
});

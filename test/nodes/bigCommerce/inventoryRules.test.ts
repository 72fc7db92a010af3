import type { IDataObject } from 'n8n-workflow';
import { jsonOf } from '../../../testing/sandbox/openShop';
import { adjustments, codesOf, sosItem, StockShop, update } from './stockShop';

let shop: StockShop;
beforeEach(async () => void (shop = await StockShop.start()));
afterEach(async () => await shop.server.stop());

describe('aliases', () => {
	const aliasesOf = (...rows: Array<[string, string, number]>) => ({
		alias: rows.map(([shopSku, sosSku, packSize]) => ({ shopSku, sosSku, packSize })),
	});

	it('sell whole packs of another SKU, next to the single', async () => {
		const [single, pack] = shop.counted();
		const options = { aliases: aliasesOf([pack.sku.toLowerCase(), single.sku, 6]) };
		const result = await shop.run({ ...update, options }, { items: [sosItem(single.sku, 40)] });
		expect([shop.onHand(single), shop.onHand(pack)]).toEqual([40, 6]);
		expect(jsonOf(result).map(({ sku, after }) => [sku, after])).toEqual(
			expect.arrayContaining([
				[single.sku, 40],
				[pack.sku, 6],
			]),
		);
		expect(result.outputs[0].map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 0 }]);
	});

	it('come as JSON as well, and name an SKU that SOS has another name for', async () => {
		const [product] = shop.counted();
		const aliasesJson = JSON.stringify([{ shopSku: product.sku, sosSku: 'OLD, "NAME"' }]);
		await shop.run({ ...update, options: { aliasesJson } }, { items: [sosItem('OLD, "NAME"', 17)] });
		expect(shop.onHand(product)).toBe(17);
	});

	it('without a usable pack size stop their SKU alone', async () => {
		const [single, pack] = shop.counted();
		const options = { aliases: aliasesOf([pack.sku, single.sku, 0]) };
		const result = await shop.run({ ...update, options }, { items: [sosItem(single.sku, 40)] });
		expect(codesOf(result)).toEqual(['STOCK_PACK_SIZE_INVALID']);
		expect(shop.onHand(single)).toBe(40);
	});

	it.each([
		['selection', undefined],
		['selection', ''],
		['catalogue', null],
		['catalogue', {}],
	])(
		'without a SKU of SOS stop their SKU alone, also where SOS has it: %s, %j',
		async (inputHolds, sosSku) => {
			const [product, other] = shop.counted();
			const before = shop.onHand(product);
			const aliasesJson = [
				{ shopSku: 'ELSEWHERE', sosSku: 'MUG' },
				{ shopSku: product.sku.toLowerCase(), sosSku, packSize: 6 },
			];
			const result = await shop.run(
				{ ...update, inputHolds, circuitBreaker: false, options: { aliasesJson } } as never,
				{ items: [sosItem(product.sku, 60), sosItem(other.sku, 40)] },
			);
			expect([shop.onHand(product), shop.onHand(other)]).toEqual([before, 40]);
			expect(jsonOf(result, 1)).toContainEqual(
				expect.objectContaining({
					sku: product.sku,
					reason: expect.objectContaining({
						code: 'STOCK_ALIAS_INCOMPLETE',
						message: `The alias of SKU ${product.sku}, row 2 of 'Aliases (JSON)', names no SKU of SOS Inventory.`,
					}) as object,
				}),
			);
		},
	);

	it('that are no list stop the node before it reads anything', async () => {
		const { error } = await shop.run({ ...update, options: { aliasesJson: '{"a": 1}' } }, { items: [{}] });
		expect(error?.message).toBe("'Aliases (JSON)' is not a list of aliases");
		expect(shop.server.counters.total).toBe(0);
	});
});

describe('outer spaces', () => {
	it.each([
		[false, ['STOCK_NOT_IN_SHOP']],
		[true, []],
	])('do not count when that is chosen: %p', async (ignoreOuterSpaces, codes) => {
		const [product] = shop.counted();
		const result = await shop.run(
			{ ...update, options: { ignoreOuterSpaces } },
			{ items: [sosItem(` ${product.sku} `, 33)] },
		);
		expect(codesOf(result)).toEqual(codes);
		expect(shop.onHand(product) === 33).toBe(ignoreOuterSpaces);
	});
});

describe('rules', () => {
	it('of single SKUs lie over those of custom fields, and these over the general one', async () => {
		const items = shop.counted().slice(0, 4);
		const options = {
			ruleFields: { fields: { buffer: 'Web buffer', maximum: 'web MAXIMUM' } },
			skuRules: { rule: [{ sku: items[2].sku.toLowerCase(), buffer: '30' }] },
			skuRulesJson: [{ sku: items[3].sku, buffer: 1, percentage: 50 }],
		};
		const customFields = [
			{ id: 1, name: 'Web buffer', value: '20' },
			{ id: 2, name: 'Web maximum', value: null },
		];
		const rows = items.map(({ sku }, index) => sosItem(sku, 100, index === 0 ? {} : { customFields }));
		await shop.run({ ...update, stockRule: { buffer: 10 }, options } as never, { items: rows });
		expect(items.map((item) => shop.onHand(item))).toEqual([90, 80, 70, 49]);
	});

	it('of one SKU that differ stop it, both rows named, and the same rule twice is one', async () => {
		const [both, twice, other] = shop.counted();
		const before = shop.onHand(both);
		const options = {
			skuRules: { rule: [{ sku: both.sku, buffer: '30' }] },
			skuRulesJson: [
				{ sku: ` ${both.sku.toLowerCase()}`, maximum: 20, buffer: '' },
				{ sku: twice.sku, buffer: 5, note: 'first' },
				{ sku: twice.sku, buffer: ' 5.0 ', minimum: null, note: 'second' },
			],
		};
		const rows = [both, twice, other].map(({ sku }) => sosItem(sku, 100));
		const result = await shop.run({ ...update, options } as never, { items: rows });
		expect([both, twice, other].map((item) => shop.onHand(item))).toEqual([before, 95, 100]);
		expect(jsonOf(result, 1).map(({ reason }) => reason)).toMatchObject([
			{
				code: 'STOCK_RULE_AMBIGUOUS',
				message: `SKU ${both.sku} has more than one rule: buffer 30 (row 1 of 'Rules for Individual SKUs') and maximum 20 (row 1 of 'Rules for Individual SKUs (JSON)').`,
				fix: "Leave one row for this SKU in 'Rules for Individual SKUs'.",
			},
		]);
	});

	it('that cannot be followed stop their SKU, and lists that are none the node', async () => {
		const [product] = shop.counted();
		const customFields = [{ id: 1, name: 'Web buffer', value: 'a few' }];
		const result = await shop.run(
			{ ...update, options: { ruleFields: { fields: { buffer: 'Web buffer' } } } },
			{ items: [sosItem(product.sku, 100, { customFields })] },
		);
		expect(codesOf(result)).toEqual(['STOCK_RULE_INVALID']);
		const { error } = await shop.run({ ...update, options: { skuRulesJson: '[1]' } }, { items: [{}] });
		expect(error?.message).toBe("'Rules for Individual SKUs (JSON)' is not a list of rules");
	});
});

describe('the quantity', () => {
	it('on hand is the field of that name, but for kits', async () => {
		const [plain, kit] = shop.counted();
		const rows = [
			sosItem(plain.sku, 5, { onhand: 8 }),
			sosItem(kit.sku, 4, { onhand: 0, type: 'Item Group' }),
		];
		await shop.run({ ...update, quantityFrom: 'onHand' }, { items: rows });
		expect([shop.onHand(plain), shop.onHand(kit)]).toEqual([8, 4]);
	});

	it('and the SKU come from any field, also one inside another', async () => {
		const [product] = shop.counted();
		const parameters = { ...update, skuField: 'item.code', quantityFrom: 'field', quantityField: 'Qty left' };
		await shop.run(parameters, { items: [{ item: { code: product.sku }, 'Qty left': '21' }] });
		expect(shop.onHand(product)).toBe(21);
	});

	it('is worked out for each item by an expression', async () => {
		const items = shop.counted().slice(0, 2);
		const parameters = {
			...update,
			quantityFrom: 'expression',
			quantity: '={{ $json.available + $json.incoming }}',
		};
		const rows = items.map(({ sku }, index) => sosItem(sku, 10, { incoming: index + 1 }));
		await shop.run(parameters, { items: rows });
		expect(items.map((item) => shop.onHand(item))).toEqual([11, 12]);
	});
});

describe('stock at several SOS locations', () => {
	const at = (sku: string, id: number, location: string, available: unknown) =>
		sosItem(sku, available, { id, location });

	it('is added up where nothing is mapped, and each item is named in the outcome', async () => {
		const [product] = shop.counted();
		const rows = [at(product.sku, 7, 'Main', 10.5), at(product.sku, 7, 'East', '4.5')];
		const result = await shop.run(update, { items: rows });
		expect(jsonOf(result)).toMatchObject([{ sku: product.sku, after: 15, locationId: 1 }]);
		expect(result.outputs[0][0].pairedItem).toEqual([{ item: 0 }, { item: 1 }]);
	});

	const map = (...rows: Array<[string, number | '']>) => ({
		locationMap: { row: rows.map(([sosLocation, locationId]) => ({ sosLocation, locationId })) },
	});

	it('goes where the map says, and is added up where two go to one', async () => {
		const [product] = shop.counted();
		const rows = ['Main', 'East', 'West'].map((name, n) => at(product.sku, 7, name, 10 + n));
		const options = map(['Main', 1], ['East', 2], ['West', 2]);
		await shop.run({ ...update, options }, { items: rows });
		expect([shop.onHand(product, 1), shop.onHand(product, 2)]).toEqual([10, 23]);
	});

	it('goes to the default location of the store where the map leaves the place open', async () => {
		const [product] = shop.counted();
		const rows = ['Main', 'East'].map((name, n) => at(product.sku, 7, name, 10 + n));
		const options = map(['Main', ''], ['East', 2]);
		await shop.run({ ...update, locationId: 3, options }, { items: rows });
		expect([shop.onHand(product, 1), shop.onHand(product, 2)]).toEqual([10, 11]);
	});

	it('that the map does not have is left alone, and so is one whose place is gone', async () => {
		const [product] = shop.counted();
		const rows = ['Main', 'East', 'West'].map((name) => at(product.sku, 7, name, 10));
		const options = map(['Main', 1], ['East', 99]);
		const result = await shop.run({ ...update, options }, { items: rows });
		expect(codesOf(result)).toEqual(['STOCK_LOCATION_UNKNOWN', 'STOCK_LOCATION_NOT_MAPPED']);
		expect(shop.onHand(product)).toBe(10);
	});

	it('is not written where one location lacks the item', async () => {
		const [one, other] = shop.counted();
		const rows = [at(one.sku, 7, 'Main', 1), at(other.sku, 8, 'Main', 2), at(other.sku, 8, 'East', 3)];
		const result = await shop.run(update, { items: rows });
		expect(codesOf(result)).toEqual(['STOCK_LOCATION_NOT_READ']);
		expect(shop.onHand(other)).toBe(5);
	});
});

describe('a source that is not whole', () => {
	it.each(['selection', 'catalogue'])(
		'writes nothing (%s), even with the circuit breaker off',
		async (inputHolds) => {
			const [product] = shop.counted();
			const items = [
				sosItem(product.sku, 50),
				{ error: 'SOS Inventory is not available', details: 'Try later' },
			];
			const parameters = { ...update, inputHolds, circuitBreaker: false, output: 'changes' };
			const result = await shop.run(parameters, { items });
			expect(codesOf(result)).toContain('STOCK_SOURCE_INCOMPLETE');
			expect(shop.server.counters.byRoute[adjustments]).toBeUndefined();
		},
	);
});

describe('SOS items among other rows', () => {
	it('keep their conditions', async () => {
		const [off, given] = shop.counted();
		const items: IDataObject[] = [
			sosItem(off.sku, 50, { updateBigCommerce: false }),
			{ sku: given.sku, available: 9 },
		];
		const result = await shop.run(update, { items });
		expect(codesOf(result)).toEqual(['STOCK_UPDATE_OFF']);
		expect(shop.onHand(given)).toBe(9);
	});
});

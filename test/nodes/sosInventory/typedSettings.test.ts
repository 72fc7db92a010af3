import type { IDataObject } from 'n8n-workflow';
import { orderItem } from '../../../testing/sandbox/orderItem';
import { TestCompany } from '../../../testing/sandbox/testCompany';

let company: TestCompany;
beforeAll(async () => {
	const cases = ['plain', 'archived', 'plain', 'plain', 'plain', 'plain', 'plain', 'plain'];
	company = await TestCompany.start({ shop: { orders: cases.length, orderOptions: { cases } } });
});
afterAll(async () => await company.stop());

const orders = () => company.shop.orders.map(orderItem);
const plan = async (chosen: IDataObject, some = orders().slice(0, 2)) =>
	await company.importOrders(some, { planOnly: 'true', ...chosen } as never);
/** An order whose first line has another SKU. */
const withSku = (index: number, sku: unknown) => {
	const order = structuredClone(orders()[index]) as IDataObject & { products: IDataObject[] };
	order.products[0].sku = sku as string;
	return order;
};
const skuOf = (index: number) => String((orders()[index].products as IDataObject[])[0].sku);

describe('settings of the import', () => {
	it.each<[IDataObject, string[]]>([
		[{ eligibility: { includeArchived: '={{ "false" }}' } }, ['ORDER_ARCHIVED']],
		[{ eligibility: { includeArchived: '={{ "true" }}' } }, []],
		[{ eligibility: { includeArchived: '={{ $json.missing }}' } }, ['ORDER_ARCHIVED']],
		[{ eligibility: { statusIds: '[11, 9]', includeArchived: true } }, []],
		[{ eligibility: { statusIds: '11, 9', includeArchived: true } }, []],
		[{ eligibility: { statusIds: '={{ [11, "9"] }}', includeArchived: true } }, []],
		[{ eligibility: { statusIds: '={{ 11 }}', includeArchived: true } }, []],
		[{ eligibility: { channelIds: '[1, 2]', includeArchived: 'yes' } }, []],
		[{ eligibility: { createdFrom: '2001-01-31 08:00:00', includeArchived: 1 } }, []],
		[{ eligibility: { testTotalBelow: '0', includeArchived: 1 } }, []],
		[{ amounts: { allowedRounding: '={{ "1" }}' } }, ['ORDER_ARCHIVED']],
		[{ fields: { numberOffset: '={{ "5" }}' } }, ['ORDER_ARCHIVED']],
	])('are read as people type them: %j', async (chosen, codes) => {
		const { held, error } = await plan(chosen);
		expect(error).toBeUndefined();
		expect(held.map(({ code }) => code)).toEqual(codes);
	});

	it.each<[IDataObject, string]>([
		[{ eligibility: { includeArchived: 'perhaps' } }, `'Include Archived' is "perhaps"`],
		[{ eligibility: { statusIds: 'shipped' } }, `'Statuses' is "shipped"`],
		[{ eligibility: { channelIds: 'Amazon' } }, `'Channel IDs' holds "Amazon", which is no channel ID`],
		[{ eligibility: { createdFrom: '12' } }, `'Created From' is "12", which is no date`],
		[{ eligibility: { createdFrom: '00:30' } }, `'Created From' is "00:30", which is no date`],
		[{ eligibility: { payment: 'Paid' } }, `'Payment' is "Paid"`],
		[
			{ eligibility: { testTotalBelow: 'ten' } },
			`'Test Orders: Total Below' is "ten", which is not a number of 0 or more`,
		],
		[{ amounts: { discountsAs: 'line' } }, `'Discounts' is "line"`],
		[
			{ fields: { currencies: { currency: [{}, { code: 'EUR', exchangeRate: '1,08' }] } } },
			`'Exchange Rate' in row 2 of 'Other Currencies' is "1,08", which is not a number of 0 or more`,
		],
	])('that cannot be read stop the run, by name: %j', async (chosen, message) => {
		const { error, imported } = await plan(chosen);
		expect(error?.message).toBe(message);
		expect(imported).toEqual([]);
	});
});

describe('a table of aliases from a sheet', () => {
	const run = async (aliasesJson: unknown, ...items: IDataObject[]) => {
		const { outputs, error, runData } = await company.run(
			'item: matchSkus',
			{ options: { aliasesJson } as never },
			{ items },
		);
		expect(error).toBeUndefined();
		return {
			lines: outputs[0].map(({ json }) => (json.products as Array<{ sos: IDataObject }>)[0].sos),
			hints: (runData['Node under test'][0].hints ?? []).map(({ message }) => message),
		};
	};

	it('takes numbers for SKUs and text for numbers, and no empty row for a row', async () => {
		const { id } = company.item(skuOf(0));
		const table = [
			{ shopSku: 10045, sosSku: ` ${skuOf(0)} `, packSize: '6', row_number: 2 },
			{ shopSku: '', sosSku: null, packSize: '', row_number: 3 },
			{ shopSku: null, sosSku: null },
			null,
		];
		const { lines, hints } = await run(table, withSku(0, '10045'), withSku(2, 10045), withSku(3, ' 10045 '));
		for (const line of lines) expect(line).toMatchObject({ item: { id }, packSize: 6 });
		expect(hints).toEqual([]);
	});

	it('names a row that cannot be used, and goes by the others', async () => {
		const table = [
			{ sosSku: 'MUG' },
			{ shopSku: 'SIX', sosSku: '' },
			'MUG',
			{ 'Shop SKU': 'A', 'SOS SKU': 'B' },
			{ shopSku: 'TWO', sosSku: skuOf(0), packSize: 2 },
			{ shopSku: 'TEN', sosSku: skuOf(0), packSize: 'ten' },
		];
		const { lines, hints } = await run(JSON.stringify(table), withSku(0, 'TWO'), withSku(2, 'TEN'));
		expect(lines).toMatchObject([{ packSize: 2 }, { reason: { code: 'PACK_SIZE_INVALID' } }]);
		expect((lines[1].reason as IDataObject).message).toContain("row 6 of 'Aliases (JSON)'");
		expect(hints).toEqual([
			"Rows left out: row 1 of 'Aliases (JSON)' has no SKU of the shop (shopSku); " +
				"row 2 of 'Aliases (JSON)' has no SKU of SOS Inventory (sosSku) for SIX; " +
				"row 3 of 'Aliases (JSON)' is not a row; " +
				"row 4 of 'Aliases (JSON)' has no SKU of the shop (shopSku)",
		]);
	});

	it.each(['', null, undefined, ' '])(
		'holds a SKU whose row has the SKU of SOS %j, even one of SOS',
		async (sosSku) => {
			const sku = skuOf(0);
			const table = [{ shopSku: sku, sosSku, packSize: 6 }];
			const { lines } = await run(table, withSku(0, sku), withSku(2, skuOf(2)));
			expect(lines).toMatchObject([{ reason: { code: 'ALIAS_INCOMPLETE' } }, { packSize: 1 }]);
			const { message, fix } = lines[0].reason as { message: string; fix: string };
			expect(message).toContain(
				`the alias of its SKU "${sku}", row 1 of 'Aliases (JSON)', names no SKU of SOS Inventory`,
			);
			expect(fix).toContain("in 'Aliases'");
		},
	);

	it.each(['', '  ', null])('takes the empty pack size %j for one', async (packSize) => {
		const { lines } = await run([{ shopSku: 'CUP', sosSku: skuOf(0), packSize }], withSku(0, 'CUP'));
		expect(lines).toMatchObject([{ packSize: 1 }]);
	});

	it('holds what two rows say different things about, and takes the same row twice', async () => {
		const [a, b] = [skuOf(0), skuOf(2)];
		const table = [
			{ shopSku: 'BOX', sosSku: a, packSize: 6 },
			{ shopSku: 'box ', sosSku: a, packSize: 12 },
			{ shopSku: 'CUP', sosSku: b },
			{ shopSku: 'CUP', sosSku: b, packSize: 1 },
		];
		const { lines } = await run(table, withSku(0, 'BOX'), withSku(2, 'CUP'));
		expect(lines).toMatchObject([{ reason: { code: 'ALIAS_AMBIGUOUS' } }, { packSize: 1 }]);
		expect((lines[0].reason as IDataObject).message).toContain(
			`${a} × 6 (row 1 of 'Aliases (JSON)') and ${a} × 12 (row 2 of 'Aliases (JSON)')`,
		);
	});

	it('is refused where it holds no row at all', async () => {
		const { error } = await company.run('item: matchSkus', { options: { aliasesJson: '[1, 2]' } }, {});
		expect(error?.message).toBe("'Aliases (JSON)' is not a list of aliases");
	});
});

describe('a SKU that only looks like one of SOS', () => {
	it.each(['hold', 'createItem', 'skipZero', 'placeholder'])('is held with %s', async (unmatched) => {
		const items = company.server.state.items.size;
		const { id } = company.item(skuOf(2));
		const placeholder = { placeholderItem: { __rl: true, mode: 'id', value: String(id) } };
		const { held, imported } = await company.importOrders([withSku(0, `${skuOf(0)}\u200b`)], {
			unmatched,
			lines: unmatched === 'placeholder' ? placeholder : {},
		});
		expect(imported).toEqual([]);
		expect(held).toMatchObject([{ code: 'SKU_NOT_FOUND' }]);
		expect(held[0].message).toContain(`SOS has "${skuOf(0)}"`);
		expect(held[0].message).toContain(`U+200B after the ${skuOf(0).length}th character`);
		expect(company.server.state.items.size).toBe(items);
	});

	it('becomes no second item in one run, in a plan or in writing', async () => {
		const items = company.server.state.items.size;
		for (const planOnly of [true, false]) {
			const { imported, held } = await company.importOrders(
				[withSku(3, 'FRESH-1'), withSku(4, 'FRESH\u20111')],
				{
					unmatched: 'createItem',
					planOnly,
				},
			);
			expect(imported).toHaveLength(1);
			expect(held).toMatchObject([{ code: 'SKU_NOT_FOUND' }]);
			expect(held[0].message).toContain('U+2011 after the 5th character');
		}
		expect(company.server.state.items.size).toBe(items + 1);
	});

	it('becomes no item where SOS has none that is near, for the character that nobody sees', async () => {
		const items = company.server.state.items.size;
		const { held } = await company.importOrders([withSku(0, 'NEW\u200b')], { unmatched: 'createItem' });
		expect(held).toMatchObject([{ code: 'SKU_NOT_FOUND' }]);
		expect(held[0].message).toContain('U+200B after the 3rd character');
		const { imported } = await company.importOrders([withSku(0, 'NEW')], { unmatched: 'createItem' });
		expect(imported).toHaveLength(1);
		expect(company.server.state.items.size).toBe(items + 1);
	});
});

it('creates no double of an item in a catalog too large to have been read for matching', async () => {
	const large = await TestCompany.start({
		shop: { items: 5000, orders: 1, orderOptions: { cases: ['plain'] } },
	});
	try {
		const item = large.server.state.items.values().at(-1)!;
		large.server.state.items.update(item.id, { sku: 'Rare\u2011Mug', archived: false });
		const order = structuredClone(orderItem(large.shop.orders[0])) as IDataObject & {
			products: IDataObject[];
		};
		order.products[0].sku = 'RARE-MUG';
		const { held } = await large.importOrders([order], { unmatched: 'createItem' });
		expect(held).toMatchObject([{ code: 'SKU_NOT_FOUND' }]);
		expect(held[0].message).toContain('SOS has "Rare\u2011Mug"');
	} finally {
		await large.stop();
	}
});

import type { INodeParameters } from 'n8n-workflow';
import { orderItem } from '../../../testing/sandbox/orderItem';
import { TestCompany } from '../../../testing/sandbox/testCompany';

let company: TestCompany;
afterEach(async () => await company.stop());

const orders = () => company.shop.orders.map(orderItem);
const start = async (cases: string[], count = cases.length, sos = {}) => {
	company = await TestCompany.start({ shop: { orders: count, orderOptions: { cases } }, sos });
};
const locator = (id: unknown) => ({ __rl: true, mode: 'id', value: String(id) });
const [document] = [() => company.salesOrders()[0]];

it('puts the chosen location, channel, fields and class on the document', async () => {
	await start(['plain']);
	const location = company.idIn('locations', 'East Warehouse');
	const { imported } = await company.importOrders(orders(), {
		location,
		// A name, as an expression or a template's settings may give it.
		channel: 'BigCommerce',
		fields: {
			terms: company.idIn('terms', 'Net 15'),
			department: company.idIn('departments', 'Online'),
			orderStage: company.idIn('orderStages', 'Web Order'),
		},
		lines: { class: company.idIn('classes', 'Retail') },
	});
	expect(imported[0].warnings).toEqual([]);
	expect(document()).toMatchObject({
		location: { id: location },
		channel: { name: 'BigCommerce' },
		terms: { name: 'Net 15' },
		department: { name: 'Online' },
		orderStage: { name: 'Web Order' },
		customerPO: String(orders()[0].id),
	});
	expect(document().lines.every((line) => line.class?.name === 'Retail')).toBe(true);
});

it('does not take a channel that SOS answers as a plain name for one that was dropped', async () => {
	await start(['plain'], 1, { channelForm: 'name' });
	const { imported } = await company.importOrders(orders(), {
		channel: company.idIn('channels', 'Wholesale'),
	});
	expect(imported[0].warnings).toEqual([]);
});

describe('a setting that points at a record SOS does not have', () => {
	it.each([
		['Location', { location: 99_999 }],
		['Channel', { channel: 'Closed Shop' }],
		['Terms', { fields: { terms: 99_999 } }],
		['Class', { lines: { class: 99_999 } }],
		['Customer for All Orders', { fixedCustomer: locator(99_999) }],
	])('%s is named, and nothing else is lost', async (label, stale) => {
		await start(['plain', 'handling', 'noTax']);
		const [first, ...others] = orders();
		const good = await company.importOrders(others);
		expect(good.held).toEqual([]);
		for (const planOnly of [true, false]) {
			const { error } = await company.importOrders([first, ...others], { ...(stale as object), planOnly });
			expect(error?.message).toMatch(
				new RegExp(`^'${label}' is set to .*, which SOS Inventory does not have`),
			);
			expect(error?.description).toContain(`choose '${label}' again. No order was imported.`);
		}
		expect(company.salesOrders()).toHaveLength(2);
		// One order met the refusal; the others would only have met it, too.
		expect(company.calls('POST /api/v2/salesorder')).toBe(3);
		expect((await company.importOrders([first])).imported).toHaveLength(1);
	});

	it('is each order’s own with a node that goes on after errors, and the others are not tried', async () => {
		await start(['plain', 'handling', 'noTax']);
		const { held } = await company.importOrders(
			orders(),
			{ location: 99_999 },
			{ onError: 'continueRegularOutput' },
		);
		expect(held.map(({ code }) => code)).toEqual(['SETTING_NOT_FOUND', 'NOT_TRIED', 'NOT_TRIED']);
		expect(held[1].message).toContain("'Location' is set to");
	});

	it('only concerns the orders that have it', async () => {
		await start(['plain', 'handling', 'noTax']);
		const { id } = orders()[1];
		const { imported, held } = await company.importOrders(orders(), {
			location: `={{ $json.id === ${String(id)} ? 99999 : ${company.idIn('locations', 'East Warehouse')} }}`,
		});
		expect(held.map(({ order, code }) => [order, code])).toEqual([[id, 'SETTING_NOT_FOUND']]);
		expect(imported).toHaveLength(2);
	});

	it('is reported on the document where SOS only leaves the field out', async () => {
		await start(['plain', 'handling'], 2, { unknownReference: 'blank' });
		const { imported, held } = await company.importOrders(orders(), { channel: 99_999 });
		expect(imported[0].warnings.map(({ code }) => code)).toEqual(['SETTING_NOT_TAKEN']);
		expect(held.map(({ code }) => code)).toEqual(['SETTING_NOT_FOUND']);
		expect(company.salesOrders()).toHaveLength(1);
	});

	it('stops the next runs before their first document where SOS only leaves the field out, until it is there', async () => {
		await start(['plain', 'handling', 'noTax'], 3, { unknownReference: 'blank' });
		const [first, second, third] = orders();
		await company.importOrders([first], { channel: 99_999 });
		const { error } = await company.importOrders([second, third], { channel: 99_999 });
		expect(error?.message).toMatch(
			/^'(Sales )?Channel' is set to id 99999, which SOS Inventory does not have/,
		);
		expect(company.salesOrders()).toHaveLength(1);

		const channel = company.idIn('channels', 'Wholesale');
		expect((await company.importOrders([second], { channel })).imported).toHaveLength(1);
		const asked = company.calls('GET /api/v2/channel');
		expect((await company.importOrders([third], { channel })).imported).toHaveLength(1);
		expect(company.calls('GET /api/v2/channel')).toBe(asked);
	});

	it.each([
		['Shipping: Item', { amounts: { shippingAs: 'itemLine', shippingItem: locator(99_999) } }],
		['Placeholder Item', { unmatched: 'placeholder', lines: { placeholderItem: locator('No such item') } }],
	])('%s is found before SOS can drop its line', async (label, stale) => {
		await start([label === 'Placeholder Item' ? 'skuMissingInSos' : 'handling']);
		const { error } = await company.importOrders(orders(), stale as INodeParameters);
		expect(error?.message).toContain(`'${label}' is set to`);
		expect(company.writes()).toBe(0);
	});
});

describe('a location that SOS demands and nobody chose', () => {
	it('is asked for by the name of its setting, once', async () => {
		await start(['plain', 'handling', 'noTax'], 3, { documentLocation: 'required' });
		const { error } = await company.importOrders(orders());
		expect(error?.message).toBe(
			'SOS Inventory wants a location on the document, and none is chosen in \'Location\': "You must select a location."',
		);
		expect(company.calls('POST /api/v2/salesorder')).toBe(1);
		const location = company.idIn('locations', 'East Warehouse');
		expect((await company.importOrders(orders(), { location })).imported).toHaveLength(3);
	});
});

describe('a line whose item SOS does not have any more', () => {
	const startEven = async (count: number, totalLines: number, distinctSkus: number) => {
		const orderOptions = { totalLines, distinctSkus };
		company = await TestCompany.start({ shop: { orders: count, orderOptions } });
	};
	/** Matches first, then lets an item vanish, then creates the documents. */
	const importWithout = async (sku: string) => {
		const { outputs } = await company.run('item: matchSkus', {}, { items: orders() });
		company.server.state.items.delete(company.item(sku).id);
		const created = await company.run('salesOrder: createFromBigCommerceOrder', company.fixedCustomer(), {
			items: outputs[0],
		});
		const [imported, held] = created.outputs;
		return {
			imported: imported.map(({ json }) => json.id),
			held: held.map(({ json }) => [json.id, (json.reason as { code: string }).code]),
		};
	};
	const skuOf = (order: number, line: number) =>
		String((orders()[order].products as Array<{ sku: string }>)[line].sku);

	it('is reported with both counts, and held for the orders behind', async () => {
		await startEven(12, 24, 3);
		const affected = orders().filter((_, index) => [skuOf(index, 0), skuOf(index, 1)].includes(skuOf(1, 0)));
		const { imported, held } = await importWithout(skuOf(1, 0));
		expect(imported).toHaveLength(12 - affected.length);
		expect(held.map(([id]) => id)).toEqual(affected.map(({ id }) => id));
		// Some orders are under way when the first of them is answered.
		expect(held.at(0)).toEqual([affected[0].id, 'WRITTEN_LINES_DIFFER']);
		expect(held.at(-1)).toEqual([affected.at(-1)?.id, 'ITEM_GONE']);
		// The next run reads the items afresh, so that the SKU is found missing before anything is sent.
		const again = await company.importOrders(affected.slice(-1));
		expect(again.held.map(({ code }) => code)).toEqual(['SKU_NOT_FOUND']);
	});

	it('is named where it is the only one and SOS refuses the document', async () => {
		await startEven(3, 3, 2);
		const [first, second, third] = orders().map(({ id }) => id);
		const { imported, held } = await importWithout(skuOf(1, 0));
		expect(imported).toEqual([first, third]);
		expect(held).toEqual([[second, 'ITEM_GONE']]);
		expect((await company.importOrders([orders()[1]])).held.map(({ code }) => code)).toEqual([
			'SKU_NOT_FOUND',
		]);
	});
});

describe('SKUs without an item', () => {
	const policy = (unmatched: string, lines = {}) => ({ unmatched, lines });

	it('hold the order by default, and the SKU is named', async () => {
		await start(['skuMissingInSos', 'skuTwiceInSos', 'itemArchivedInSos', 'customLine']);
		const { held } = await company.importOrders(orders());
		expect(held.map(({ code }) => code)).toEqual([
			'SKU_NOT_FOUND',
			'SKU_AMBIGUOUS',
			'ITEM_ARCHIVED',
			'SKU_MISSING',
		]);
		expect(company.writes()).toBe(0);
	});

	it('can be booked on a placeholder item', async () => {
		await start(['skuMissingInSos', 'customLine']);
		const { id } = company.server.state.items.values().find(({ type }) => type === 'Service') ?? { id: 0 };
		const { imported, held } = await company.importOrders(
			orders(),
			policy('placeholder', { placeholderItem: locator(id) }),
		);
		expect(held).toEqual([]);
		expect(imported.map(({ warnings }) => warnings.map(({ code }) => code))).toEqual([
			['PLACEHOLDER_USED'],
			['PLACEHOLDER_USED'],
		]);
		expect(document().lines.filter(({ item }) => item.id === id)).toHaveLength(1);
	});

	it('can be left out where they cost nothing, and only there', async () => {
		await start(['skuMissingInSos', 'skuMissingInSos']);
		const [first, second] = orders();
		const products = (first.products as Array<Record<string, unknown>>).map((line) => ({ ...line }));
		const gift = {
			...products[0],
			id: 9_999,
			sku: 'GIFT',
			name: 'Gift',
			applied_discounts: [],
			...free(products[0]),
		};
		const matching = products.slice(0, -1);
		const withGift = { ...first, ...recomputed(first, products.at(-1) ?? {}), products: [...matching, gift] };
		const { imported, held } = await company.importOrders([withGift, second], policy('skipZero'));
		expect(held.map(({ order, code }) => [order, code])).toEqual([[second.id, 'SKU_NOT_FOUND']]);
		expect(imported[0].warnings.map(({ code }) => code)).toEqual(['LINE_SKIPPED']);
	});

	it('can be created, with the settings for new items', async () => {
		await start(['skuMissingInSos']);
		const missing = company.shop.catalogue.find(({ sos, sku }) => sos === null && sku !== '');
		const { imported, held } = await company.importOrders(orders(), {
			...policy('createItem', { newItemType: 'Non-inventory', newItemTaxable: false }),
		});
		expect([imported.length, held]).toEqual([1, []]);
		const item = company.server.state.items.values().at(-1);
		expect(item).toMatchObject({
			sku: missing?.sku,
			type: 'Non-inventory',
			taxable: false,
			updateBigCommerce: false,
		});
	});
});

function free(line: Record<string, unknown>): Record<string, string> {
	const money = Object.keys(line).filter((key) =>
		/^(base_)?(price|total|cost|discounted_total)_|^base_|^wrapping_cost/.test(key),
	);
	return Object.fromEntries(money.map((key) => [key, '0.0000']));
}

/** The order's figures without one of its lines. */
function recomputed(order: Record<string, unknown>, line: Record<string, unknown>): Record<string, string> {
	const less = (total: string, part: string) => (Number(order[total]) - Number(line[part])).toFixed(4);
	return {
		subtotal_ex_tax: less('subtotal_ex_tax', 'total_ex_tax'),
		subtotal_inc_tax: less('subtotal_inc_tax', 'total_inc_tax'),
		subtotal_tax: less('subtotal_tax', 'total_tax'),
		total_ex_tax: less('total_ex_tax', 'total_ex_tax'),
		total_inc_tax: less('total_inc_tax', 'total_inc_tax'),
		total_tax: less('total_tax', 'total_tax'),
	};
}

describe('transaction type', () => {
	it('by payment makes paid orders receipts and others sales orders', async () => {
		await start(['plain', 'authorizedOnly']);
		const { imported, held } = await company.importOrders(orders(), {
			transactionType: 'byPayment',
			payment: { depositAccount: company.server.state.accounts.values().at(-1)?.id ?? 0 },
		});
		expect(held).toEqual([]);
		expect(imported.map(({ documentType }) => documentType)).toEqual(['salesReceipt', 'salesOrder']);
		expect(
			company.server.state.salesReceipts.values().map(({ depositAccount }) => depositAccount?.name),
		).toEqual(['Checking']);
	});

	it('names a deposit account that is gone', async () => {
		await start(['plain']);
		const { error } = await company.importOrders(orders(), {
			transactionType: 'salesReceipt',
			payment: { depositAccount: 99_999 },
		});
		expect(error?.message).toContain("'Deposit Account' is set to");
	});
});

describe('settings that can work for no order stop the run once, before the first one', () => {
	it.each<[string, INodeParameters, RegExp]>([
		[
			'prefix without room',
			{ prefix: 'EXAMPLE-OF-A-SHOP-IN-A-TOWN' },
			/^'Reference Number Prefix' and 'Reference Number Suffix'/,
		],
		['numbers of 22 characters', { prefix: 'EXAMPLE-OF-A-SHOP-', suffix: 'X' }, /22 characters/],
		['no item for shipping', { amounts: { shippingAs: 'itemLine' } }, /^No SOS item is chosen for shipping/],
		['no placeholder', { unmatched: 'placeholder' }, /^No SOS item is chosen for the placeholder item/],
		['no customer', { fixedCustomer: '={{ "" }}' }, /^No SOS customer is chosen/],
		['no such time zone', { fields: { timeZone: 'Mars/Base' } }, /^"Mars\/Base" is not a time zone/],
	])('%s', async (_what, parameters, message) => {
		await start(['plain', 'handling']);
		for (const planOnly of [true, false]) {
			const { status, error, imported, held } = await company.importOrders(orders(), {
				...parameters,
				planOnly,
			});
			expect({ status, imported, held }).toEqual({ status: 'error', imported: [], held: [] });
			expect(error?.message).toMatch(message);
			expect(error?.description).not.toBe('');
		}
		expect(company.calls('POST /api/v2/salesorder')).toBe(0);
	});

	it('but a number of 21 characters has room', async () => {
		await start(['plain', 'handling']);
		const { imported } = await company.importOrders(orders(), { prefix: 'EXAMPLE-OF-A-SHOP-' });
		expect(imported.map(({ number }) => number.length)).toEqual([21, 21]);
	});
});

import type { OrderProduct } from '../../../sync/bigCommerceOrder';
import { withCreatedItems } from '../../../sync/order/newItem';
import { priceInWholeUnits, quantityOf, type Quantity } from '../../../sync/order/unitPrices';
import { planSalesDocument } from '../../../sync/order/planSalesDocument';
import { withDefaultSettings, type PartialSettings } from '../../../sync/order/settings';
import { indexBySku, matchOrder } from '../../../sync/skuMatching';
import { codes, line, moneyOn, opened, orderOf, plan } from '../support/orders';

const unmatched = (fields: Partial<OrderProduct> = {}, code = 'SKU_NOT_FOUND') =>
	line(2, '5.0000', 2, {
		sos: { reason: { code, message: 'No item.', fix: 'Add it.', details: { sku: 'SKU-2' } } },
		...fields,
	});
const free = {
	price_ex_tax: '0.0000',
	total_ex_tax: '0.0000',
	total_inc_tax: '0.0000',
	discounted_total_inc_tax: '0.0000',
};
const lines = (settings: PartialSettings['lines']) => ({ lines: settings });

describe('a line without a matching item', () => {
	const order = orderOf([line(1, '10.0000'), unmatched()]);

	it('holds the order with its own reason', () => {
		expect(plan(order).held).toMatchObject([
			{ code: 'SKU_NOT_FOUND', message: `Order ${order.id}: No item.` },
		]);
	});

	it('is booked on the placeholder item', () => {
		const planned = plan(order, lines({ unmatched: 'placeholder', placeholderItem: { id: 99 } }));
		expect(planned.held).toEqual([]);
		expect(codes(planned.warnings)).toEqual(['PLACEHOLDER_USED']);
		expect(moneyOn(planned)).toEqual({
			lines: [
				[8001, 1, 10, 10],
				[99, 2, 5, 10],
			],
		});
	});

	it('needs a placeholder item to be booked on one', () => {
		expect(codes(plan(order, lines({ unmatched: 'placeholder' })).held)).toEqual(['SETTING_ITEM_MISSING']);
	});

	it('is left out only if it costs nothing', () => {
		const settings = lines({ unmatched: 'skipZero' });
		expect(codes(plan(order, settings).held)).toEqual(['SKU_NOT_FOUND']);
		const planned = plan(orderOf([line(1, '10.0000'), unmatched(free)]), settings);
		expect(planned.held).toEqual([]);
		expect(codes(planned.warnings)).toEqual(['LINE_SKIPPED']);
		expect(planned.document.lines).toHaveLength(1);
	});

	it.each(['ALIAS_INCOMPLETE', 'ALIAS_AMBIGUOUS', 'PACK_SIZE_INVALID'])(
		'is held for %s whatever is done with SKUs without an item',
		(code) => {
			for (const policy of ['placeholder', 'skipZero', 'createItem'] as const) {
				const settings = lines({ unmatched: policy, placeholderItem: { id: 99 } });
				expect(codes(plan(orderOf([line(1, '10.0000'), unmatched(free, code)]), settings).held)).toEqual([
					code,
				]);
			}
		},
	);

	it.each(['SKU_AMBIGUOUS', 'ITEM_ARCHIVED', 'SKU_MISSING'])('is not created for %s', (code) => {
		const planned = plan(orderOf([unmatched({}, code)]), lines({ unmatched: 'createItem' }));
		expect(codes(planned.held)).toEqual([code]);
		expect(planned.itemsToCreate).toEqual([]);
	});

	it('is not created next to an item that nearly has its SKU, nor for an alias that leads nowhere', () => {
		const details = { sku: 'SKU-2', nearSku: 'sku-2' };
		for (const reasonDetails of [details, { sku: 'OTHER' }]) {
			const sos = { reason: { code: 'SKU_NOT_FOUND', message: '', fix: '', details: reasonDetails } };
			const planned = plan(orderOf([unmatched({ sos })]), lines({ unmatched: 'createItem' }));
			expect(codes(planned.held)).toEqual(['SKU_NOT_FOUND']);
		}
	});
});

describe('an item that is created', () => {
	const settings = lines({
		unmatched: 'createItem',
		newItem: { type: 'Non-inventory', incomeAccount: { id: 20 }, taxable: false, updateBigCommerce: true },
	});
	const order = matchOrder(
		orderOf([
			line(1, '5.0000', 1, { sku: 'NEW', name: 'Mug "XL": blue' }),
			line(2, '5.0000', 1, { sku: 'NEW' }),
		]),
		indexBySku([]),
	);

	it('is planned once, named by its SKU, whatever the lines call the product', () => {
		const planned = plan(order, settings);
		expect(planned.held).toEqual([]);
		expect(planned.itemsToCreate).toEqual([
			{
				name: 'NEW',
				type: 'Non-inventory',
				sku: 'NEW',
				description: 'Mug "XL": blue',
				baseSalesPrice: 5,
				incomeAccount: { id: 20 },
				taxable: false,
				updateBigCommerce: true,
			},
		]);
		expect(planned.document.lines.map(({ item }) => item)).toEqual([{ name: 'NEW' }, { name: 'NEW' }]);
	});

	it('has a name that SOS allows, and its SKU as it is', () => {
		const sku = `A:1 "x"|${'S'.repeat(200)}`;
		const odd = matchOrder(orderOf([line(1, '5.0000', 1, { sku })]), indexBySku([]));
		const [created] = plan(odd, settings).itemsToCreate;
		expect(created).toMatchObject({ name: `A 1 x ${'S'.repeat(94)}`, sku });
	});

	it('is used once it is there', () => {
		const created = { id: 500, name: 'NEW', sku: 'NEW', type: 'Non-inventory' };
		const planned = plan(withCreatedItems(order, [created]), settings);
		expect(planned.itemsToCreate).toEqual([]);
		expect(planned.document.lines.map(({ item }) => item.id)).toEqual([500, 500]);
	});
});

it('books lines without SKU on the item for them', () => {
	const custom = line(3, '7.5000', 1, {
		product_id: 0,
		sku: '',
		sos: { reason: { code: 'SKU_MISSING', message: '', fix: '' } },
	});
	expect(codes(plan(orderOf([custom])).held)).toEqual(['SKU_MISSING']);
	expect(moneyOn(plan(orderOf([custom]), lines({ itemWithoutSku: { id: 60 } })))).toEqual({
		lines: [[60, 1, 7.5, 7.5]],
	});
});

it('books gift certificates that were sold on the item for them', () => {
	const certificate = line(3, '25.0000', 1, { type: 'giftcertificate', sku: '', sos: undefined });
	const order = orderOf([line(1, '10.0000'), certificate]);
	expect(codes(plan(order, lines({ itemWithoutSku: { id: 60 } })).held)).toEqual([
		'GIFT_CERTIFICATE_WITHOUT_ITEM',
	]);
	expect(moneyOn(plan(order, lines({ giftCertificateItem: { id: 61 } })))).toEqual({
		lines: [
			[8001, 1, 10, 10],
			[61, 1, 25, 25],
		],
	});
});

it('asks for the SKUs to be matched first, once for the whole order', () => {
	const order = orderOf([
		line(1, '10.0000', 1, { sos: undefined }),
		line(2, '10.0000', 1, { sos: undefined }),
	]);
	for (const unmatchedPolicy of ['hold', 'placeholder', 'createItem'] as const) {
		const planned = plan(order, lines({ unmatched: unmatchedPolicy, placeholderItem: { id: 99 } }));
		expect(codes(planned.held)).toEqual(['LINES_NOT_MATCHED']);
		expect(planned.held[0].fix).toContain('Item: Match SKUs');
	}
});

describe('what a line carries', () => {
	const item = {
		id: 1,
		name: 'Mug',
		sku: 'MUG',
		type: 'Item Group',
		description: 'From SOS',
		taxable: true,
		class: { id: 4 },
	};
	const mug = (fields: Partial<OrderProduct> = {}) =>
		orderOf([
			line(1, '10.0000', 1, {
				wrapping_name: 'Gold paper',
				wrapping_message: 'Happy birthday',
				sos: { item, packSize: 1 },
				...fields,
			}),
		]);

	it('is the product of the shop, its wrapping and its class', () => {
		expect(plan(mug()).document.lines).toEqual([
			{
				lineNumber: 1,
				item: { id: 1, name: 'Mug' },
				class: { id: 4 },
				description: 'Product 1\nGift wrapping: Gold paper\nHappy birthday',
				quantity: 1,
				unitprice: 10,
				amount: 10,
				tax: { taxable: false },
			},
		]);
	});

	it('may be the description, tax flag and class that settings want', () => {
		const settings = lines({ overrideDescription: true, taxable: 'fromItem', class: { id: 9 } });
		expect(plan(mug(), settings).document.lines[0]).toMatchObject({
			class: { id: 9 },
			description: 'From SOS\nGift wrapping: Gold paper\nHappy birthday',
			tax: { taxable: true },
		});
	});

	it('is cut to 4000 characters with a warning', () => {
		const planned = plan(mug({ name: 'x'.repeat(5000) }));
		expect(planned.document.lines[0].description).toHaveLength(4000);
		expect(codes(planned.warnings)).toEqual(['TEXT_CUT']);
	});

	it("warns of a price below the item's minimum", () => {
		const sos = { item: { ...item, minimumPrice: 10.01 }, packSize: 1 };
		expect(codes(plan(mug({ sos })).warnings)).toEqual(['BELOW_MINIMUM_PRICE']);
		const enough = { item: { ...item, minimumPrice: 10 }, packSize: 1 };
		expect(plan(mug({ sos: enough })).warnings).toEqual([]);
	});
});

it('turns packs into units of the item', () => {
	const { sos } = line(1, '0');
	const sixPack = line(1, '10.0000', 2, { sos: { ...sos, packSize: 6 } as never });
	expect(moneyOn(plan(orderOf([sixPack])))).toEqual({
		lines: [
			[8001, 4, 1.66, 6.64],
			[8001, 8, 1.67, 13.36],
		],
	});
});

it.each([
	[0, '5.0000'],
	[-1, '5.0000'],
	[NaN, '5.0000'],
])('holds a line with the quantity %p', (quantity, total) => {
	const order = orderOf([line(1, '5.0000', 1, { quantity, total_ex_tax: total })]);
	const planned = opened(planSalesDocument(order, withDefaultSettings()));
	expect(codes(planned.held)).toContain('QUANTITY_INVALID');
});

it('leaves out a line of nothing for nothing', () => {
	const planned = plan(orderOf([line(1, '10.0000'), line(2, '5.0000', 0)]));
	expect(planned.held).toEqual([]);
	expect(planned.document.lines).toHaveLength(1);
});

describe('priceInWholeUnits', () => {
	const quantity = (sold: number, packSize = 1) => quantityOf(sold, packSize) as Quantity;

	it.each([
		['evenly', 1000, quantity(4), [[4, 250]]],
		[
			'in two parts',
			1000,
			quantity(3),
			[
				[2, 333],
				[1, 334],
			],
		],
		[
			'less than one each',
			2,
			quantity(500),
			[
				[498, 0],
				[2, 1],
			],
		],
		['nothing', 0, quantity(7), [[7, 0]]],
		[
			'below nothing',
			-1000,
			quantity(3),
			[
				[1, -334],
				[2, -333],
			],
		],
		[
			'parts of a unit',
			2997,
			quantity(3, 2.5),
			[
				[1.5, 398],
				[6, 400],
			],
		],
	])('divides %s', (_how, amount, of, expected) => {
		const parts = priceInWholeUnits(amount, of);
		expect(parts.map((part) => [part.quantity, part.unitPrice])).toEqual(expected);
		expect(parts.reduce((sum, part) => sum + part.amount, 0)).toBe(amount);
	});

	it.each([
		[0, 1],
		[1, 0],
		[1.5, 0.000001],
		[-1, 1],
		[1, NaN],
	])('has no quantity for %p packs of %p', (sold, packSize) => {
		expect(quantityOf(sold, packSize)).toBeUndefined();
	});
});

it('shows HTML entities in names and options as the characters they stand for', () => {
	const escaped = plan(
		orderOf([
			line(1, '10.0000', 1, {
				name: 'Mom &amp; Dad',
				product_options: [{ display_name: 'Width', display_value: '5&quot; &eacute;' }],
			}),
		]),
	);
	expect(escaped.document.lines[0].description).toBe('Mom & Dad; Width: 5" é');
});

it('shows an option that came without its name by its value alone', () => {
	const product_options = [{ display_value: 'Red' }, { display_name: 'Size', display_value: 'S' }, {}];
	const planned = plan(orderOf([line(1, '10.0000', 1, { product_options })]));
	expect(planned.document?.lines[0].description).toBe('Product 1; Red; Size: S');
});

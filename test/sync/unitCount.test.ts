import { unitsThatDiffer } from '../../sync/unitCount';
import { codes, line, orderOf, plan } from './support/orders';

const differs = (items_total: unknown, ...lines: object[]) =>
	unitsThatDiffer({ items_total, products: lines.map((fields) => ({ quantity: 1, ...fields })) });

it.each([
	['as many', 3, [{ quantity: 2 }, {}]],
	['as text', '3', [{ quantity: 2 }, {}]],
	['no count', undefined, [{}]],
	['no count that can be read', 'three', [{}]],
	['a negative count', -1, [{}]],
	['a line without a quantity', 5, [{ quantity: 'many' }]],
	['goods that come back', 5, [{ quantity: -3 }]],
	['bundle children not counted', 1, [{}, { quantity: 4, is_bundled_product: true }]],
	['children known by their parent not counted', 1, [{}, { parent_order_product_id: 7 }]],
	['gift certificates not counted', 2, [{ quantity: 2 }, { type: 'giftcertificate' }]],
	['digital lines not counted', 0, [{ type: 'digital', quantity: 2 }]],
	['refunded units not counted', 7, [{ quantity: 10, quantity_refunded: 3 }]],
	[
		'neither children nor refunded units counted',
		6,
		[
			{ quantity: 10, quantity_refunded: '4' },
			{ is_bundled_product: true, quantity: 2 },
		],
	],
])('agrees: %s', (_, count, lines) => expect(differs(count, ...lines)).toBeUndefined());

it.each([
	['a line that is missing', 3, [{ quantity: 2 }], { counted: 3, came: 2, isByRefunds: false }],
	['no line at all', 3, [], { counted: 3, came: 0, isByRefunds: false }],
	['a line too many', 2, [{ quantity: 2 }, {}], { counted: 2, came: 3, isByRefunds: false }],
	[
		'a missing line beside children',
		5,
		[{ quantity: 2 }, { is_bundled_product: true }],
		{ counted: 5, came: 3, isByRefunds: false },
	],
	[
		'as many as were refunded',
		10,
		[{ quantity: 7, quantity_refunded: 3 }],
		{ counted: 10, came: 7, isByRefunds: true },
	],
])('differs: %s', (_, count, lines, expected) => expect(differs(count, ...lines)).toEqual(expected));

it('holds an order whose zero-priced lines did not come', () => {
	const order = orderOf([line(1, '5.0000', 2)], { items_total: 4 } as object);
	const { held } = plan(order);
	expect(held.map(({ code, message }) => [code, message])).toEqual([
		['UNITS_DIFFER', 'Order 105: BigCommerce counts 4 units (items_total), and its lines have 2.'],
	]);
});

it('holds none for units that were refunded, twice', () => {
	const order = orderOf([line(1, '5.0000', 2, { quantity_refunded: 1 })], { items_total: 3 } as object);
	expect(codes(plan(order).held)).toEqual(['UNITS_REFUNDED']);
});

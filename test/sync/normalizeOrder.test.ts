import { withLabels } from '../../nodes/shared/parameters/settingLabels';
import { normalizeOrder } from '../../sync/normalizeOrder';

const link = { url: 'https://api.example.com/v2/orders/7/products', resource: '/orders/7/products' };
const line = (id: number, fields = {}) => ({ id, product_id: 1, quantity: 2, sku: `SKU-${id}`, ...fields });
const base = { id: 7, status_id: 11, products: link, shipping_addresses: link, coupons: link };

const consignments = {
	pickups: [
		{ id: 3, pickup_method_display_name: 'Collect', location: { name: 'Store 1' }, line_items: [line(12)] },
	],
	shipping: [
		{ id: 1, first_name: 'Jane', zip: '78751', shipping_method: 'UPS', line_items: [line(11), line(14)] },
		{ id: 2, first_name: 'John', zip: 10_115, line_items: [line(10)] },
	],
	downloads: [{ recipient_email: 'jane@example.com', line_items: [line(13, { type: 'digital' })] }],
	email: { gift_certificates: [{ recipient_email: 'x@example.com', line_items: [line(15, { sku: '' })] }] },
};

it('leaves lists as they are', () => {
	const order = {
		id: 7,
		products: [line(1)],
		shipping_addresses: [{ id: 1 }],
		fees: [{ id: 4 }],
		coupons: [],
	};
	expect(normalizeOrder(order)).toEqual({ order });
});

it('takes lines, addresses and pickups out of consignments, lines in the order they were bought', () => {
	const { order } = normalizeOrder({ ...base, consignments });
	expect(order?.products?.map(({ id }) => id)).toEqual([10, 11, 12, 13, 14, 15]);
	expect(order?.shipping_addresses).toEqual([
		{ id: 1, first_name: 'Jane', zip: '78751', shipping_method: 'UPS' },
		{ id: 2, first_name: 'John', zip: 10_115 },
	]);
	expect(order?.pickups).toEqual([
		{ id: 3, pickup_method_display_name: 'Collect', location: { name: 'Store 1' } },
	]);
	expect(order).not.toHaveProperty('consignments');
	expect(order?.coupons).toBeUndefined();
});

it.each([
	[
		'kinds in a list',
		[{ shipping: consignments.shipping }, { downloads: consignments.downloads }],
		[10, 11, 13, 14],
	],
	['one object in a list', [consignments], [10, 11, 12, 13, 14, 15]],
	[
		'consignments in a list',
		[
			{ type: 'shipping', ...consignments.shipping[0] },
			{ type: 'pickup', ...consignments.pickups[0] },
			{ type: 'digital', ...consignments.downloads[0] },
			{ type: 'email', ...consignments.email.gift_certificates[0] },
		],
		[11, 12, 13, 14, 15],
	],
])('reads the older structure: %s', (_what, list, ids) => {
	const { order } = normalizeOrder({ ...base, consignments: list });
	expect(order?.products?.map(({ id }) => id)).toEqual(ids);
	expect(order?.shipping_addresses?.[0]).toMatchObject({ first_name: 'Jane' });
});

it.each([
	['links only', base],
	['consignments as a link', { ...base, consignments: link }],
	[
		'consignments whose lines are links',
		{ ...base, consignments: { shipping: [{ id: 1, line_items: [link] }] } },
	],
	[
		'consignments of which some lines are links',
		{ ...base, consignments: { shipping: [{ line_items: [line(1)] }], downloads: [{ line_items: link }] } },
	],
	['consignments without lines', { ...base, consignments: { shipping: [{ id: 1, line_items: [] }] } }],
	['products as links in a list', { ...base, products: [link] }],
])('says what to switch on when an order has %s', (_what, raw) => {
	const { order, reason } = normalizeOrder(raw);
	expect(order).toBeUndefined();
	expect(reason?.code).toBe('LINES_NOT_READ');
	expect(reason && withLabels(reason).fix).toContain('Include Lines and Addresses');
});

it.each([undefined, null, 'x', [], {}, { id: 0 }, { id: '' }, { id: 'abc' }, { id: 1.5 }])(
	'refuses %p',
	(raw) => {
		expect(normalizeOrder(raw).reason?.code).toBe('NOT_AN_ORDER');
	},
);

it('reads numbers that came as text', () => {
	const { order } = normalizeOrder({ id: '7', products: [line(1, { quantity: '3' })] });
	expect(order).toMatchObject({ id: 7, products: [{ quantity: 3 }] });
});

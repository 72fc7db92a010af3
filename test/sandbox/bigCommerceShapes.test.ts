import { openStore, type OpenStore } from './bigCommerceClient';

/** What a field may hold: names of types as `kindOf` gives them, joined by `|`. */
type Shape = Record<string, string>;

const money = 'money';

function kindOf(value: unknown): string {
	if (value === null) return 'null';
	if (Array.isArray(value)) return 'array';
	if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
	if (typeof value !== 'string') return typeof value;
	if (/^-?\d+\.\d{4}$/.test(value)) return money;
	if (/^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d \+0000$/.test(value)) return 'rfc2822';
	return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\+00:00|Z)$/.test(value) ? 'iso' : 'text';
}

/** Fields that are missing or hold something else than they may. */
function misfits(row: Record<string, unknown>, shape: Shape): string[] {
	return Object.entries(shape)
		.filter(([field, kinds]) => {
			const kind = kindOf(row[field]);
			return !kinds
				.split('|')
				.some(
					(allowed) =>
						allowed === kind ||
						(allowed === 'number' && kind === 'integer') ||
						(allowed === 'text' && kind === money),
				);
		})
		.map(([field, kinds]) => `${field}: ${kindOf(row[field])} instead of ${kinds}`);
}

const moneyFields = (...names: string[]): Shape => Object.fromEntries(names.map((name) => [name, money]));
const taxed = (name: string) => [`${name}_ex_tax`, `${name}_inc_tax`, `${name}_tax`];

const order: Shape = {
	...moneyFields(...['subtotal', 'shipping_cost', 'handling_cost', 'wrapping_cost', 'total'].flatMap(taxed)),
	...moneyFields(
		'base_shipping_cost',
		'base_handling_cost',
		'base_wrapping_cost',
		'discount_amount',
		'coupon_discount',
	),
	...moneyFields('store_credit_amount', 'gift_certificate_amount', 'refunded_amount'),
	id: 'integer',
	customer_id: 'integer',
	status_id: 'integer',
	status: 'text',
	custom_status: 'text',
	date_created: 'rfc2822',
	date_modified: 'rfc2822',
	date_shipped: 'rfc2822|text',
	cart_id: 'text|null',
	items_total: 'integer',
	items_shipped: 'integer',
	order_is_digital: 'boolean',
	is_deleted: 'boolean',
	is_email_opt_in: 'boolean',
	currency_code: 'text',
	default_currency_code: 'text',
	currency_exchange_rate: 'text',
	staff_notes: 'text|null',
	customer_message: 'text|null',
	billing_address: 'object',
	shipping_address_count: 'integer',
	channel_id: 'integer',
	external_order_id: 'text',
	external_source: 'null|text',
	payment_status: 'text',
	shipping_cost_tax_class_id: 'integer',
};

const line: Shape = {
	...moneyFields(
		...['price', 'total', 'wrapping_cost'].flatMap(taxed),
		'base_price',
		'base_total',
		'discounted_total_inc_tax',
	),
	...moneyFields(
		'cost_price_ex_tax',
		'cost_price_inc_tax',
		'base_cost_price',
		'fixed_shipping_cost',
		'refund_amount',
	),
	id: 'integer',
	order_id: 'integer',
	product_id: 'integer',
	variant_id: 'integer',
	order_address_id: 'integer',
	order_pickup_method_id: 'integer',
	sku: 'text',
	name: 'text',
	type: 'text',
	quantity: 'integer',
	quantity_shipped: 'integer',
	is_refunded: 'boolean',
	is_bundled_product: 'boolean',
	parent_order_product_id: 'integer|null',
	weight: 'text|number',
	width: 'text',
	wrapping_message: 'text|null',
	gift_certificate_id: 'integer|null',
	applied_discounts: 'array',
	product_options: 'array',
};

const costs = ['base_cost', ...taxed('cost'), 'base_handling_cost', ...taxed('handling_cost')];
const address: Shape = {
	id: 'integer',
	state: 'text',
	zip: 'text',
	shipping_method: 'text',
	items_total: 'integer',
	items_shipped: 'integer',
	form_fields: 'array',
};

describe('BigCommerce sandbox: types of fields', () => {
	let store: OpenStore;
	beforeAll(async () => {
		store = await openStore({}, { orders: 120 });
	});
	afterAll(() => store.server.stop());

	const everyOrder = async (query = '') =>
		(await store.http.get(`/v2/orders?limit=250&${query}`)).data as Array<Record<string, unknown>>;
	const everyPart = async (part: string) => {
		const answers = await Promise.all(
			(await everyOrder()).map(({ id }) => store.http.get(`/v2/orders/${id}/${part}`)),
		);
		const rows = answers.flatMap(({ data }) => data || []);
		expect(rows.length).toBeGreaterThan(0);
		return rows as Array<Record<string, unknown>>;
	};

	it('of orders', async () => {
		expect((await everyOrder()).flatMap((row) => misfits(row, order))).toEqual([]);
	});

	it('of lines', async () => {
		expect((await everyPart('products')).flatMap((row) => misfits(row, line))).toEqual([]);
	});

	it('of addresses: costs are text there and numbers in consignments', async () => {
		const rows = await everyPart('shipping_addresses');
		expect(
			rows.flatMap((row) =>
				misfits(row, {
					...address,
					...moneyFields(...costs),
					shipping_quotes: 'object',
					order_id: 'integer',
				}),
			),
		).toEqual([]);
		const orders = await everyOrder('include=consignments&consignment_structure=object');
		const consignments = orders.flatMap(
			(row) => (row.consignments as { shipping: Array<Record<string, unknown>> }).shipping,
		);
		const numbers = Object.fromEntries(costs.map((name) => [name, 'number']));
		expect(
			consignments.flatMap((row) => misfits(row, { ...address, ...numbers, line_items: 'array' })),
		).toEqual([]);
	});

	it('of coupons, taxes and fees', async () => {
		const coupon: Shape = {
			id: 'integer',
			coupon_id: 'integer',
			order_id: 'integer',
			code: 'text|null',
			amount: 'text|number',
			type: 'integer',
			discount: 'number',
		};
		expect((await everyPart('coupons')).flatMap((row) => misfits(row, coupon))).toEqual([]);
		const tax: Shape = {
			id: 'integer',
			rate: money,
			line_amount: money,
			priority: 'integer',
			name: 'text',
			class: 'text',
			sales_tax_id: 'text',
		};
		expect((await everyPart('taxes')).flatMap((row) => misfits(row, tax))).toEqual([]);
		expect(
			(await everyPart('taxes?details=true')).flatMap((row) =>
				misfits(row, { ...tax, order_product_id: 'text', line_item_type: 'text' }),
			),
		).toEqual([]);
		store.server.settings.feesForm = 'list';
		const fee = moneyFields('base_cost', ...taxed('cost'));
		expect((await everyPart('fees')).flatMap((row) => misfits(row, fee))).toEqual([]);
		store.server.settings.feeMoney = 'number';
		expect((await everyPart('fees')).flatMap((row) => misfits(row, { cost_inc_tax: 'number' }))).toEqual([]);
	});

	it('of products, variants and stock: numbers where orders have text', async () => {
		const product: Shape = {
			id: 'integer',
			price: 'number',
			cost_price: 'number',
			weight: 'number',
			inventory_level: 'integer',
			inventory_tracking: 'text',
			base_variant_id: 'integer|null',
			date_modified: 'iso',
			is_visible: 'boolean',
		};
		const products = (await store.http.get('/v3/catalog/products?limit=250&include=variants')).data.data;
		expect(
			products.flatMap((row: Record<string, unknown>) => misfits(row, { ...product, variants: 'array' })),
		).toEqual([]);
		const variant: Shape = {
			id: 'integer',
			product_id: 'integer',
			sku: 'text',
			sku_id: 'integer|null',
			price: 'number|null',
			calculated_price: 'number',
			inventory_level: 'integer',
			option_values: 'array',
		};
		const variants = (await store.http.get('/v3/catalog/variants?limit=250')).data.data;
		expect(variants.flatMap((row: Record<string, unknown>) => misfits(row, variant))).toEqual([]);
		const [{ identity, locations }] = (await store.http.get('/v3/inventory/items')).data.data;
		expect(
			misfits(identity, {
				sku: 'text',
				variant_id: 'integer',
				product_id: 'integer',
				sku_id: 'integer|null',
			}),
		).toEqual([]);
		expect(
			misfits(locations[0], {
				location_id: 'integer',
				location_code: 'text',
				available_to_sell: 'integer',
				total_inventory_onhand: 'integer',
				settings: 'object',
				location_enabled: 'boolean',
			}),
		).toEqual([]);
	});
});

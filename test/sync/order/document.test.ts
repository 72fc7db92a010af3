import type { PartialSettings } from '../../../sync/order/settings';
import { defaultSettings, withDefaultSettings } from '../../../sync/order/settings';
import { codes, line, orderOf, plan, type BigCommerceOrder } from '../support/orders';

const shop = (fields: Partial<BigCommerceOrder> = {}) => orderOf([line(1, '10.0000')], fields);
const documentOf = (fields: Partial<BigCommerceOrder> = {}, settings: PartialSettings = {}) =>
	plan(shop(fields), settings).document;

it('works with the default settings, and leaves out what does not apply', () => {
	const { document, held, type, number } = plan(shop());
	expect({ held, type, number }).toEqual({ held: [], type: 'salesOrder', number: '105' });
	expect(document).toEqual({
		number: '105',
		date: '2019-03-05T21:40:11',
		billing: {
			contact: 'Jane Doe',
			phone: '512-555-0100',
			email: 'Jane.Doe@example.com',
			address: {
				line1: '555 East Street',
				city: 'Austin',
				stateProvince: 'Texas',
				postalCode: '78108',
				country: 'US',
			},
		},
		customerPO: '105',
		lines: [
			{
				lineNumber: 1,
				item: { id: 8001, name: 'Item 1' },
				description: 'Product 1',
				quantity: 1,
				unitprice: 10,
				amount: 10,
				tax: { taxable: false },
			},
		],
	});
});

it('carries every field that is set', () => {
	const fields = {
		location: { id: 1 },
		channel: { id: 2 },
		department: { id: 3 },
		terms: { id: 4 },
		orderStage: { id: 5 },
		salesRep: { id: 6 },
		customFields: [
			{ id: 7, name: 'Gift', value: 'y'.repeat(101), dataType: 'Text' },
			{ id: 8, value: 'z'.repeat(101), dataType: 'TextArea' },
			{ name: 'Letter', value: ` ${'a'.repeat(5000)}\n` },
		],
	};
	const { document, warnings } = plan(shop(), { fields });
	expect(document).toMatchObject({
		...fields,
		customFields: [{ id: 7, value: 'y'.repeat(100) }, ...fields.customFields.slice(1)],
	});
	expect(codes(warnings)).toEqual(['TEXT_CUT']);
});

it('holds an order with a value for a custom field that is not chosen', () => {
	const customFields = [{ id: 7, value: 'x' }, { value: 'Gift' }, { name: '', value: '' }];
	const { held } = plan(shop(), { fields: { customFields } });
	expect(held.map(({ code, details }) => [code, details])).toEqual([
		['SETTING_CUSTOM_FIELD_MISSING', { row: 2 }],
		['SETTING_CUSTOM_FIELD_MISSING', { row: 3 }],
	]);
	expect(held[0].message).toContain("row 2 of the setting 'Custom Fields'");
});

it.each([
	['UTC', '2019-03-05T21:40:11'],
	['Europe/Berlin', '2019-03-05T22:40:11'],
	['Pacific/Auckland', '2019-03-06T10:40:11'],
	['America/Chicago', '2019-03-05T15:40:11'],
])('dates the document in the time zone of the store: %s', (timeZone, date) => {
	expect(documentOf({}, { fields: { timeZone } }).date).toBe(date);
});

it('holds an order whose date cannot be told', () => {
	expect(codes(plan(shop(), { fields: { timeZone: 'Mars/Olympus' } }).held)).toEqual([
		'SETTING_TIME_ZONE_UNKNOWN',
	]);
	expect(codes(plan(shop({ date_created: '2019-03-05' })).held)).toEqual(['ORDER_DATE_UNREADABLE']);
});

describe('addresses', () => {
	const addresses = [
		{
			id: 4,
			first_name: 'Jo',
			company: 'Laser',
			street_1: '1 Main',
			city: 'Bonn',
			zip: 53_111,
			country: 'Germany',
			shipping_method: 'DHL',
		},
		{
			id: 5,
			first_name: 'Al',
			street_1: '2 High St',
			city: 'Leeds',
			zip: 'LS1',
			country: 'United Kingdom',
			shipping_method: 'Royal Mail',
		},
	];

	it('are nested, and left out where nothing is shipped', () => {
		expect(documentOf({ shipping_addresses: addresses.slice(0, 1) }).shipping).toEqual({
			company: 'Laser',
			contact: 'Jo',
			address: { line1: '1 Main', city: 'Bonn', postalCode: '53111', country: 'Germany' },
		});
		expect(documentOf()).not.toHaveProperty('shipping');
	});

	it('beyond the first go into the comment, with what ships there', () => {
		const products = [
			line(1, '10.0000', 1, { order_address_id: 4 }),
			line(2, '5.0000', 3, { order_address_id: 5 }),
		];
		const planned = plan(orderOf(products, { shipping_addresses: addresses }));
		expect(planned.document.shipping?.contact).toBe('Jo');
		expect(planned.document.comment).toBe(
			'Ship by: DHL\nAlso ships to Al, 2 High St, Leeds, LS1, United Kingdom by Royal Mail: 3 × SKU-2',
		);
		expect(codes(planned.warnings)).toEqual(['OTHER_ADDRESSES_IN_COMMENT']);
	});

	it('that are too long are cut, and an e-mail is left out', () => {
		const { document, warnings, held } = plan(
			shop({
				billing_address: {
					street_1: 's'.repeat(600),
					phone: '1'.repeat(40),
					email: `${'e'.repeat(95)}@example.com`,
				},
			}),
		);
		expect(held).toEqual([]);
		expect(document.billing).toEqual({ phone: '1'.repeat(30), address: { line1: 's'.repeat(500) } });
		expect(new Set(codes(warnings))).toEqual(new Set(['TEXT_CUT', 'TEXT_LEFT_OUT']));
	});

	it('are never cut through a character', () => {
		const order = shop({ billing_address: { city: `${'c'.repeat(254)}😀` } });
		expect(plan(order).document.billing?.address.city).toBe('c'.repeat(254));
	});
});

describe('the comment', () => {
	const talkative = {
		customer_message: ' Ring twice ',
		staff_notes: 'VIP',
		gift_certificate_amount: '4.0000',
		store_credit_amount: '1.5000',
		pickups: [{ pickup_method_display_name: 'Collect', location: { name: 'Store 1' } }],
	};

	it("tells the customer's message, pickups, and what gift certificates and store credit paid", () => {
		expect(documentOf(talkative).comment).toBe(
			'Ring twice\nPickup: Collect, Store 1\nPaid by gift certificate: 4.00 USD\nPaid by store credit: 1.50 USD',
		);
	});

	it('tells what it is told to', () => {
		const comment = { customerMessage: false, staffNotes: true };
		expect(documentOf({ customer_message: 'x', staff_notes: 'VIP' }, { fields: { comment } }).comment).toBe(
			'Staff notes: VIP',
		);
	});
});

describe('sales order or receipt', () => {
	it.each([
		['captured', 'salesReceipt'],
		['paid', 'salesReceipt'],
		['authorized', 'salesOrder'],
		['', 'salesOrder'],
	])('is decided by the payment status %p when that is the rule: %s', (payment_status, type) => {
		expect(plan(shop({ payment_status }), { type: 'byPayment' }).type).toBe(type);
	});

	it('differ in terms, payment method, deposit account and deposit', () => {
		const settings = {
			fields: { terms: { id: 1 } },
			payment: { methods: { 'Credit Card': { id: 2 } }, defaultMethod: { id: 3 }, depositAccount: { id: 4 } },
		};
		const order = { payment_method: ' credit card', store_credit_amount: '4.0000' };
		const salesOrder = documentOf(order, settings);
		expect(salesOrder).toMatchObject({ terms: { id: 1 }, depositAmount: 4 });
		expect(salesOrder).not.toHaveProperty('paymentMethod');
		const receipt = documentOf(order, { ...settings, type: 'salesReceipt' });
		expect(receipt).toMatchObject({ paymentMethod: { id: 2 }, depositAccount: { id: 4 } });
		expect(receipt).not.toHaveProperty('terms');
		expect(receipt).not.toHaveProperty('depositAmount');
		expect(documentOf({}, { ...settings, type: 'salesReceipt' }).paymentMethod).toEqual({ id: 3 });
	});

	it.each([
		['none', 'captured', undefined],
		['everythingPaid', 'captured', 10],
		['everythingPaid', 'pending', 4],
		['giftCertificatesAndStoreCredit', 'captured', 4],
	] as const)('a deposit of %s on an order that is %s is %p', (deposit, payment_status, amount) => {
		const order = { payment_status, gift_certificate_amount: '3.0000', store_credit_amount: '1.0000' };
		expect(documentOf(order, { payment: { deposit } }).depositAmount).toBe(amount);
	});
});

it('maps the shipping method of receipts, with a default', () => {
	const fields = { shipMethods: { 'UPS Ground': { id: 1 } }, defaultShipMethod: { id: 2 } };
	const shipped = (shipping_method: string, type: 'salesOrder' | 'salesReceipt' = 'salesReceipt') =>
		documentOf({ shipping_addresses: [{ shipping_method }] }, { type, fields });
	expect(shipped('ups ground ').shippingMethod).toEqual({ id: 1 });
	expect(shipped('DHL').shippingMethod).toEqual({ id: 2 });
	expect(shipped('DHL', 'salesOrder')).not.toHaveProperty('shippingMethod');
});

describe('currency', () => {
	const euros = {
		default_currency_code: 'EUR',
		store_default_currency_code: 'USD',
		store_default_to_transactional_exchange_rate: '0.8000000000',
	};

	it('is left out at home', () => {
		expect(documentOf({ store_default_currency_code: 'USD' })).not.toHaveProperty('currency');
		expect(documentOf(euros, { currency: { home: 'eur' } })).not.toHaveProperty('currency');
	});

	it('comes with its rate to the home currency', () => {
		expect(documentOf(euros, { currency: { foreign: { EUR: { id: 3 } } } })).toMatchObject({
			currency: { id: 3 },
			exchangeRate: 1.25,
		});
		expect(
			documentOf(euros, { currency: { foreign: { EUR: { id: 3, exchangeRate: 1.1 } } } }).exchangeRate,
		).toBe(1.1);
	});

	it.each([
		['VND', 25345],
		['IDR', 15780.5],
		['LBP', 89500],
		['JPY', 149.37],
		['KWD', 0.30712],
	])('has as many digits of the rate of %s as it takes for a hundredth of a percent', (code, rate) => {
		const order = {
			default_currency_code: code,
			store_default_currency_code: 'USD',
			store_default_to_transactional_exchange_rate: rate.toFixed(10),
		};
		const foreign = { [code]: { id: 7 } };
		const { exchangeRate = 0 } = documentOf(order, { currency: { home: 'USD', foreign } });
		expect(Math.abs(exchangeRate * rate - 1)).toBeLessThan(1e-6);
		expect(JSON.stringify(exchangeRate)).not.toContain('e');
	});

	it('must be known, and its rate too', () => {
		expect(codes(plan(shop(euros)).held)).toEqual(['CURRENCY_NOT_SET_UP']);
		const elsewhere = { currency: { home: 'GBP', foreign: { EUR: { id: 3 } } } };
		expect(codes(plan(shop(euros), elsewhere).held)).toEqual(['EXCHANGE_RATE_MISSING']);
		const noRate = { ...euros, store_default_to_transactional_exchange_rate: '' };
		expect(codes(plan(shop(noRate), { currency: { foreign: { EUR: { id: 3 } } } }).held)).toEqual([
			'EXCHANGE_RATE_MISSING',
		]);
	});

	it('shown to the shopper is not the one the amounts are in', () => {
		expect(documentOf({ currency_code: 'JPY' }).lines[0].amount).toBe(10);
	});
});

it('plans the same document again, byte for byte', () => {
	expect(JSON.stringify(plan(shop()))).toBe(JSON.stringify(plan(shop())));
});

it('does not change the order or the settings', () => {
	const order = shop({ shipping_addresses: [{ id: 1 }] });
	const before = JSON.stringify([order, defaultSettings]);
	plan(order);
	expect(JSON.stringify([order, defaultSettings])).toBe(before);
});

it('lets settings replace lists, and keeps defaults for what is not given', () => {
	const settings = withDefaultSettings({
		eligibility: { statusIds: [7] },
		fields: { timeZone: undefined },
		customer: { matchBy: [] },
	});
	expect(settings.eligibility.statusIds).toEqual([7]);
	expect(settings.customer.matchBy).toEqual([]);
	expect(settings.fields.timeZone).toBe('UTC');
	expect(defaultSettings.eligibility.statusIds).toEqual([11, 9, 8, 3, 14]);
});

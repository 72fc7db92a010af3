import type { MatchedOrder } from '../../../sync/bigCommerceOrder';
import { judgeEligibility } from '../../../sync/order/eligibility';
import { defaultSettings, type EligibilitySettings } from '../../../sync/order/settings';
import { codes, line, orderOf, plan, type BigCommerceOrder } from '../support/orders';

function judge(
	order: Partial<BigCommerceOrder>,
	settings: Partial<EligibilitySettings> = {},
	timeZone = 'UTC',
) {
	const whole = { ...orderOf([line(1, '10.0000')]), ...order };
	const { eligibility, fields } = defaultSettings;
	return judgeEligibility({
		order: whole as MatchedOrder,
		settings: {
			...defaultSettings,
			eligibility: { ...eligibility, ...settings },
			fields: { ...fields, timeZone },
		},
	});
}

function failing(order: Partial<BigCommerceOrder>, settings: Partial<EligibilitySettings> = {}): string[] {
	return codes(judge(order, settings).rules.flatMap(({ reason }) => reason ?? []));
}

it.each([
	[11, []],
	[9, []],
	[7, ['STATUS_NOT_CHOSEN']],
	[0, ['STATUS_NOT_CHOSEN']],
	[undefined, ['STATUS_NOT_CHOSEN']],
])('takes by default status %p: %p', (status_id, expected) =>
	expect(failing({ status_id })).toEqual(expected),
);

it('never takes an incomplete order', () => {
	expect(failing({ status_id: 0 }, { statusIds: [0, 11] })).toEqual(['STATUS_NOT_CHOSEN']);
	expect(failing({ status_id: 0 }, { statusIds: [] })).toEqual(['STATUS_NOT_CHOSEN']);
	expect(failing({ status_id: 5 }, { statusIds: [] })).toEqual([]);
});

it.each<[string, Partial<BigCommerceOrder>, Partial<EligibilitySettings>, string | undefined]>([
	['archived', { is_deleted: true }, {}, 'ORDER_ARCHIVED'],
	['archived, wanted', { is_deleted: true }, { includeArchived: true }, undefined],
	['of another channel', { channel_id: 2 }, { channelIds: [1, 3] }, 'CHANNEL_NOT_CHOSEN'],
	['of a chosen channel', { channel_id: 3 }, { channelIds: [1, 3] }, undefined],
	['too early', {}, { createdFrom: '2019-03-06' }, 'CREATED_TOO_EARLY'],
	['created at the very moment', {}, { createdFrom: '2019-03-05T21:40:11Z' }, undefined],
	['compared across zones', {}, { createdFrom: '2019-03-05T22:40:12+01:00' }, 'CREATED_TOO_EARLY'],
	['judged by a start that is no date', {}, { createdFrom: 'soon' }, 'CREATED_TOO_EARLY'],
	['without a date', { date_created: '' }, { createdFrom: '2019-01-01' }, 'CREATED_TOO_EARLY'],
	['unpaid', { payment_status: 'pending' }, { payment: 'paid' }, 'PAYMENT_NOT_MADE'],
	['authorised only', { payment_status: 'authorized' }, { payment: 'paid' }, 'PAYMENT_NOT_MADE'],
	['authorised', { payment_status: 'authorized' }, { payment: 'authorised' }, undefined],
	['captured', { payment_status: 'captured' }, { payment: 'authorised' }, undefined],
	['declined', { payment_status: 'declined' }, { payment: 'authorised' }, 'PAYMENT_NOT_MADE'],
	['covered by store credit', { store_credit_amount: '10.0000' }, { payment: 'paid' }, undefined],
	[
		'of a payment method with a rule of its own',
		{ payment_method: 'Purchase Order' },
		{ payment: 'paid', paymentByMethod: { 'Purchase Order': 'always' } },
		undefined,
	],
	[
		'of such a payment method in another spelling',
		{ payment_method: 'Purchase order ' },
		{ payment: 'paid', paymentByMethod: { ' purchase Order': 'always' } },
		undefined,
	],
	['a return, with the filter off', { total_inc_tax: '-6.0000' }, {}, undefined],
	[
		'a return, with the filter on',
		{ total_inc_tax: '-6.0000' },
		{ testOrders: { minimumTotal: 1, emailPatterns: [] } },
		'TEST_ORDER',
	],
	['the payment of an invoice', {}, { skusNotImported: ['INV*', 'sku-1'] }, 'SKU_NOT_IMPORTED'],
	['by a SKU that is not named', {}, { skusNotImported: ['', 'SKU', 'SKU-1?'] }, undefined],
	[
		'partly refunded',
		{ status_id: 14, payment_status: 'partially refunded' },
		{ payment: 'paid' },
		undefined,
	],
	['small', {}, { testOrders: { minimumTotal: 10.01, emailPatterns: [] } }, 'TEST_ORDER'],
	['just large enough', {}, { testOrders: { minimumTotal: 10, emailPatterns: [] } }, undefined],
	['of a tester', {}, { testOrders: { minimumTotal: 0, emailPatterns: ['*@EXAMPLE.com'] } }, 'TEST_ORDER'],
	[
		'not of a tester',
		{},
		{ testOrders: { minimumTotal: 0, emailPatterns: ['', 'doe@example.com', '*@exampleXcom'] } },
		undefined,
	],
	['to two addresses', { shipping_address_count: 2 }, { severalAddresses: 'hold' }, 'SEVERAL_ADDRESSES'],
	['to two addresses, as one document', { shipping_address_count: 2 }, {}, undefined],
])('judges an order that is %s', (_what, order, settings, code) => {
	expect(failing(order, settings)).toEqual(code ? [code] : []);
});

it.each([
	['2019-03-05T15:40:11', 'America/Chicago', true],
	['2019-03-05T15:40:12', 'America/Chicago', false],
	['2019-03-06', 'Asia/Tokyo', true],
	['2019-03-06', 'America/Chicago', false],
	['2019-03-05T21:40:12Z', 'America/Chicago', false],
	['2019-03-05T21:40:11Z', 'Asia/Tokyo', true],
])('reads the start date %s in %s unless it has an offset', (createdFrom, timeZone, eligible) => {
	expect(judge({}, { createdFrom }, timeZone).eligible).toBe(eligible);
});

it("reads the start date in the store's time zone", () => {
	const order = orderOf([line(1, '10.0000')]);
	const settings = {
		eligibility: { createdFrom: '2019-03-05T15:40:11' },
		fields: { timeZone: 'America/Chicago' },
	};
	expect(plan(order, settings).held).toEqual([]);
	expect(codes(plan(order, { ...settings, fields: { timeZone: 'America/Denver' } }).held)).toEqual([
		'CREATED_TOO_EARLY',
	]);
});

it('reports every rule with the value it saw, and holds the order for each that failed', () => {
	const order = {
		...orderOf([line(1, '10.0000')]),
		status_id: 7,
		status: 'Awaiting Payment',
		is_deleted: true,
	};
	const { eligibility, held } = plan(order);
	expect(eligibility.eligible).toBe(false);
	expect(eligibility.rules.map(({ rule, passed, saw }) => [rule, passed, saw])).toEqual([
		['status', false, '7 (Awaiting Payment)'],
		['archived', false, 'archived'],
		['channel', true, 'none'],
		['created', true, 'Tue, 05 Mar 2019 21:40:11 +0000'],
		['payment', true, 'no payment status, no payment method'],
		['testOrder', true, 'total 10.0000'],
		['refunds', true, 'no unit refunded'],
		['skus', true, 'none of them'],
		['addresses', true, '0'],
	]);
	expect(codes(held)).toEqual(['STATUS_NOT_CHOSEN', 'ORDER_ARCHIVED']);
	expect(held[0].details).toEqual({
		rule: 'status',
		saw: '7 (Awaiting Payment)',
		wanted: 'one of 11, 9, 8, 3, 14',
	});
});

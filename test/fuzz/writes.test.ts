import type { Exchange } from '../../scripts/fuzz/exchange';
import { strangeWrites } from '../../scripts/fuzz/strangeWrites';
import { writesIn } from '../../scripts/fuzz/writes';
import { encodeLastPushed } from '../../sync/stock/lastPushed';

function write(method: string, url: string, body: unknown, answer: unknown = {}, status = 200): Exchange {
	return {
		question: { method, url, headers: {}, body: JSON.stringify(body) },
		answer: { status, headers: {}, body: JSON.stringify(answer) },
	};
}

const adjust = (...items: object[]) =>
	write('PUT', '/stores/x/v3/inventory/adjustments/absolute', { reason: 'Stock', items });
const row = (sku: string, quantity: unknown) => ({ location_id: 1, sku, quantity });

const order = (number: string, fields: object = {}, id = 7) =>
	write('POST', '/api/v2/salesorder', { number, ...fields }, { status: 'ok', data: { id, number } });
const mark = (orderId: number, id: number) => ({
	resource_id: orderId,
	value: JSON.stringify({ id: String(id), hash: `h${id}` }),
});

const strange = (exchanges: Exchange[], usual: Exchange[], lostTexts?: string[]) =>
	strangeWrites(writesIn(exchanges), writesIn(usual), lostTexts).map(({ to }) => to);

describe('nothing is strange about', () => {
	it.each<[string, Exchange[], Exchange[]]>([
		['fewer writes', [adjust(row('A', 1))], [adjust(row('A', 1), row('B', 2))]],
		['other batches', [adjust(row('B', 2)), adjust(row('A', 1))], [adjust(row('A', 1), row('B', 2))]],
		['a PUT that came again', [adjust(row('A', 1)), adjust(row('A', 1))], [adjust(row('A', 1))]],
		[
			'refused writes',
			[
				write('POST', '/api/v2/salesorder', { number: 'X' }, { status: 'error', data: null }),
				write('POST', '/stores/x/v3/orders/1/metafields', {}, {}, 409),
			],
			[],
		],
		[
			'other ids of new records',
			[order('BC-1', {}, 8), write('POST', '/stores/x/v3/orders/metafields', [mark(1, 8)])],
			[order('BC-1', {}, 7), write('POST', '/stores/x/v3/orders/1/metafields', mark(1, 7))],
		],
		[
			'the moment of a write',
			[write('PUT', '/stores/x/v2/orders/1', { at: new Date().toISOString() })],
			[write('PUT', '/stores/x/v2/orders/1', { at: new Date(Date.now() - 60_000).toISOString() })],
		],
	])('%s', (_, exchanges, usual) => {
		expect(strange(exchanges, usual)).toEqual([]);
	});

	it('a text that was lost, nor the text that stood in its place', () => {
		const usual = [order('BC-1', { comment: 'To: Springfield', total: 5 })];
		expect(strange([order('BC-1', { total: 5 })], usual, ['Springfield'])).toEqual([]);
		expect(strange([order('BC-1', { comment: 'To:', total: 5 })], usual, ['Springfield'])).toEqual([]);
		expect(
			strange([order('BC-1', { comment: 'To: undefined', total: 5 })], usual, ['Springfield']),
		).toHaveLength(1);
		expect(strange([order('BC-1', { comment: 'To: Springfield' })], usual, ['Springfield'])).toHaveLength(1);
	});
});

it.each<[string, Exchange[], Exchange[], string]>([
	[
		'another figure',
		[adjust(row('A', 1005))],
		[adjust(row('A', 105))],
		'PUT /v3/inventory/adjustments/absolute items',
	],
	['a document twice', [order('BC-1'), order('BC-1')], [order('BC-1')], 'POST /api/v2/salesorder'],
	[
		'a document without its customer',
		[order('BC-1')],
		[order('BC-1', { customer: { id: 3 } })],
		'POST /api/v2/salesorder',
	],
	[
		'another figure kept',
		[
			write('PUT', '/stores/x/v3/inventory/locations/1/metafields/2', {
				value: encodeLastPushed(new Map([[5, 9]]), 1)[0],
			}),
		],
		[
			write('POST', '/stores/x/v3/inventory/locations/1/metafields', {
				value: encodeLastPushed(
					new Map([
						[5, 8],
						[6, 9],
					]),
					2,
				)[0],
			}),
		],
		'figures kept at 1',
	],
])('%s is strange', (_, exchanges, usual, to) => {
	expect(strange(exchanges, usual)).toEqual([to]);
});

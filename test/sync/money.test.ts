import { decimalsOf } from '../../sync/currencies';
import {
	allocate,
	parseAmount,
	roundTogether,
	ticksToText,
	toDecimal,
	toMinor,
	toText,
} from '../../sync/money';

describe('parseAmount', () => {
	it.each([
		['12.5000', 125_000],
		['0.0000', 0],
		['-1.5', -15_000],
		['8', 80_000],
		[' 7.39 ', 73_900],
		['2369.6667', 23_696_667],
		['0.99995', 10_000],
		[5.1, 51_000],
		[0.1 + 0.2, 3_000],
		['-0.0000', 0],
	])('reads %p', (value, ticks) => expect(parseAmount(value)).toBe(ticks));

	it.each([
		'',
		' ',
		'abc',
		'1,5',
		'1e3',
		'0x10',
		'1.2.3',
		'--1',
		null,
		undefined,
		true,
		{},
		NaN,
		Infinity,
		'9'.repeat(20),
	])('does not take %p for an amount', (value) => expect(parseAmount(value)).toBeUndefined());
});

it('rounds halves away from zero', () => {
	expect([150, 149, -150, -49].map((ticks) => toMinor(ticks, 2))).toEqual([2, 1, -2, 0]);
	expect(Object.is(toMinor(-49, 2), 0)).toBe(true);
});

it('prints minor units with the decimals of the currency', () => {
	expect([toText(5, 2), toText(-5, 2), toText(240_000, 2), toText(1200, 0), toText(-1, 3)]).toEqual([
		'0.05',
		'-0.05',
		'2400.00',
		'1200',
		'-0.001',
	]);
	expect(ticksToText(23_696_667, 2)).toBe('2369.6667');
	expect(ticksToText(125_000, 2)).toBe('12.50');
	expect(ticksToText(12_000_000, 0)).toBe('1200');
});

it('makes numbers that print as the decimal', () => {
	expect(JSON.stringify([toDecimal(1999, 2), toDecimal(30, 2), toDecimal(1_001, 3), toDecimal(7, 0)])).toBe(
		'[19.99,0.3,1.001,7]',
	);
});

describe('roundTogether', () => {
	const minors = (ticks: number[], target?: number) =>
		roundTogether(ticks, 2, target).map(({ minor }) => minor);

	it('gives missing minor units to those that lost most', () => {
		expect(minors([333_333, 333_333, 333_334], 10_000)).toEqual([3333, 3333, 3334]);
		expect(minors([149, 101, 150], 4)).toEqual([1, 1, 2]);
	});

	it('says which amounts were moved further than rounding does', () => {
		expect(roundTogether([1_000, 50_000], 2, 511)).toEqual([
			{ minor: 10, moved: false },
			{ minor: 501, moved: true },
		]);
		expect(roundTogether([1_000, 50_000], 2, 509)[1]).toEqual({ minor: 499, moved: true });
	});

	it('rounds each by itself without a target', () => expect(minors([150, 150])).toEqual([2, 2]));
});

it('allocates to the last minor unit', () => {
	expect(allocate(100, [1, 1, 1])).toEqual([33, 34, 33]);
	expect(allocate(7, [0, 0])).toEqual([7, 0]);
});

it('knows currencies without cents, and with thousandths', () => {
	expect(['USD', 'eur', 'JPY', 'kwd', 'TND', 'CLP', 'CLF', ''].map(decimalsOf)).toEqual([
		2, 2, 0, 3, 3, 0, 4, 2,
	]);
});

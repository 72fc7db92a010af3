import { isoText, readMoment } from '../../../nodes/shared/parameters/moment';
import { separated } from '../../../nodes/shared/parameters/separated';
import { readYesNo } from '../../../nodes/shared/parameters/yesOrNo';

it.each<[unknown, boolean | undefined]>([
	[true, true],
	['true', true],
	[' TRUE ', true],
	['yes', true],
	[1, true],
	['1', true],
	[false, false],
	['false', false],
	['False', false],
	['no', false],
	[0, false],
	['0', false],
	['', undefined],
	[null, undefined],
	['maybe', undefined],
	[2, undefined],
	[[], undefined],
	[{}, undefined],
])('reads the switch %j as %j', (value, expected) => {
	expect(readYesNo(value)).toBe(expected);
});

it.each<[unknown, string[]]>([
	['11, 9', ['11', '9']],
	[
		[11, '9'],
		['11', '9'],
	],
	['[11, 9]', ['11', '9']],
	['[11, "9"]', ['11', '9']],
	[11, ['11']],
	['11\n9\n', ['11', '9']],
	[',11,,', ['11']],
	['[]', []],
	[[], []],
	['', []],
	[null, []],
	['[MUG], [CUP]', ['[MUG]', '[CUP]']],
	['[{"a": 1}]', ['[{"a": 1}]']],
	[['A, B'], ['A, B']],
	['["A, B"]', ['A, B']],
])('reads the list %j as %j', (value, expected) => {
	expect(separated(value)).toEqual(expected);
});

describe('a date', () => {
	it.each([
		['2026-03-31', '2026-03-31T00:00:00.000-05:00'],
		['2026-03-31T08:00', '2026-03-31T08:00:00.000-05:00'],
		['2026-03-31 08:00:00', '2026-03-31T08:00:00.000-05:00'],
		['20260331', '2026-03-31T00:00:00.000-05:00'],
		['2026-03-31T08:00:00Z', '2026-03-31T03:00:00.000-05:00'],
		['Tue, 31 Mar 2026 08:00:00 +0000', '2026-03-31T03:00:00.000-05:00'],
		[new Date('2026-03-31T08:00:00Z'), '2026-03-31T03:00:00.000-05:00'],
	])('%s is one', (value, expected) => {
		expect(readMoment(value, 'America/Chicago')?.toISO()).toBe(expected);
	});

	it.each([
		'12',
		'00:30',
		'T08:00',
		'2026',
		2026,
		'2026-03',
		'202603',
		'2026-W10-1',
		'2026-090',
		46_000,
		1_767_225_600_000,
		'31.03.2026',
		'03/31/2026',
		'2026-02-30',
		'soon',
		true,
		[],
		{},
	])('%j is none: it names no day, or not one that is there', (value) => {
		expect(readMoment(value, 'utc')).toBeUndefined();
	});

	it.each([
		['2026-03-31', '2026-03-31'],
		['2026-03-31 08:00:00', '2026-03-31T08:00:00'],
		['Tue, 31 Mar 2026 08:00:00 +0000', '2026-03-31T08:00:00.000Z'],
		['12', undefined],
	])('%s is handed on as %s, in the time zone of whoever reads it', (value, expected) => {
		expect(isoText(value)).toBe(expected);
	});
});

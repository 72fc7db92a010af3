import { withoutEntities } from '../../sync/htmlText';
import { differenceOf, hiddenIn, lookAlikeKey, plainForm } from '../../sync/lookAlike';
import { skuText } from '../../sync/sku';
import { indexBySku, matchLine } from '../../sync/skuMatching';

const lookAlikes: Array<[string, string, string]> = [
	['a zero-width space', 'MUG-1\u200b', 'MUG-1'],
	['a byte order mark', '\ufeffMUG-1', 'MUG-1'],
	['a soft hyphen', 'MU\u00adG-1', 'MUG-1'],
	['a word joiner', 'MUG\u2060-1', 'MUG-1'],
	['a direction mark', 'MUG-1\u200e', 'MUG-1'],
	['a variation selector', 'MUG-1\ufe0f', 'MUG-1'],
	['a Hangul filler', 'MUG-1\u3164', 'MUG-1'],
	['a control character', 'MUG-1\u0003', 'MUG-1'],
	['a non-breaking hyphen', 'MUG\u20111', 'MUG-1'],
	['an en dash', 'MUG–1', 'MUG-1'],
	['a minus sign', 'MUG−1', 'MUG-1'],
	['a full-width hyphen', 'MUG－1', 'MUG-1'],
	['a decomposed letter', 'CAFE\u0301', 'CAFÉ'],
	['full-width digits', 'MUG-１２', 'MUG-12'],
	['full-width letters', 'ＭＵＧ-1', 'MUG-1'],
	['a ligature', 'ﬁx', 'fix'],
	['an HTML entity', 'A&amp;B', 'A&B'],
	['an HTML entity twice escaped', 'A&amp;amp;B', 'A&B'],
	['a numeric entity', 'JOE&#39;S', "JOE'S"],
	['a hexadecimal entity', 'JOE&#x27;S', "JOE'S"],
	['a typographic apostrophe', 'JOE’S', "JOE'S"],
	['a no-break space', 'MUG\u00a01', 'MUG 1'],
	['a thin space', 'MUG\u20091', 'MUG 1'],
	['two spaces', 'MUG  1', 'MUG 1'],
	['a tab', 'MUG\t1', 'MUG 1'],
	['a Cyrillic letter', 'MUG-А', 'MUG-A'],
	['a Greek letter', 'ΜUG-1', 'MUG-1'],
	['a fraction slash', '1⁄2', '1/2'],
	['another case', 'mug-1', 'MUG-1'],
	['outer spaces', ' MUG-1 ', 'MUG-1'],
];

it.each(lookAlikes)('%s looks like what it stands for', (_, odd, plain) => {
	expect(lookAlikeKey(odd)).toBe(lookAlikeKey(plain));
});

it.each([
	['MUG-1', 'MUG-2'],
	['MUG 1', 'MUG1'],
	['CAFE', 'CAFÉ'],
	['A&B', 'A&amp'],
	['0', 'O'],
])('%s and %s are told apart', (left, right) => {
	expect(lookAlikeKey(left)).not.toBe(lookAlikeKey(right));
});

it('keeps the case of what it makes plain', () => {
	expect(plainForm(' Mug‑1\u200b ')).toBe('Mug-1');
	expect(plainForm('А&amp;b')).toBe('A&b');
});

it.each([
	['MUG-1\u200b', 'MUG-1', "the order's has U+200B after the 5th character"],
	['\ufeffMUG-1', 'MUG-1', "the order's has U+FEFF at its beginning"],
	['MUG-1', 'MUG-1\u00a0', 'the one in SOS has U+00A0 after the 5th character'],
	['MUG\u20111', 'MUG-1', "the order's has U+2011 after the 3rd character, where the one in SOS has U+002D"],
	[
		'CAFE\u0301',
		'CAFÉ',
		"the order's has U+0045 U+0301 after the 3rd character, where the one in SOS has U+00C9",
	],
	['A'.repeat(111) + '\u200b', 'A'.repeat(111), "the order's has U+200B after the 111th character"],
	['MUG', 'MUG', ''],
])('tells %j from %j by code points', (own, sos, expected) => {
	expect(differenceOf(own, sos)).toBe(expected);
});

it.each([
	['MUG-1\u200b', 'U+200B after the 5th character'],
	['A&amp;B', 'the HTML entity &amp;'],
	['ВАЗ-1', undefined],
	['CAFÉ – 1', undefined],
	['A&B; C', undefined],
])('finds in %j what nobody sees: %s', (text, expected) => {
	expect(hiddenIn(text)).toBe(expected);
});

it('decodes entities and leaves alone what is none', () => {
	expect(withoutEntities('Mom &amp; Dad&#39;s &eacute;t&eacute; &frac12; &hellip;')).toBe(
		"Mom & Dad's été ½ …",
	);
	for (const text of ['R&D', 'R&D;', '&nothing;', '&#0;', '&#xD800;', '&;', 'a & b; c']) {
		expect(withoutEntities(text)).toBe(text);
	}
});

it('takes text that shows nothing for no SKU', () => {
	for (const text of ['\u200b', ' \u00ad ', '\u3164', '&nbsp;']) expect(skuText(text)).toBeUndefined();
});

describe('a SKU that only looks like one of SOS', () => {
	const item = (id: number, sku: string, archived = false) => ({
		...{ id, sku, archived },
		...{ name: `Item ${id}`, type: 'Inventory Item' },
	});
	const match = (sku: string, items: Array<ReturnType<typeof item>>, options = {}) =>
		matchLine({ id: 1, sku, quantity: 1 } as never, indexBySku(items, options));

	it.each(lookAlikes.slice(0, -2))('is not taken for it, and named: %s', (_, odd, plain) => {
		for (const ignoreCase of [true, false]) {
			const { reason } = match(odd, [item(1, plain)], { ignoreCase });
			expect(reason).toMatchObject({ code: 'SKU_NOT_FOUND', details: { nearSku: plain, nearItemId: 1 } });
			expect(reason?.message).toContain(`SOS has "${plain}", which looks the same: the order's has`);
		}
	});

	it('names each of several, and prefers one that is not archived', () => {
		const { reason } = match('MUG-1\u200b', [item(1, 'MUG-1', true), item(2, 'MUG‑1')]);
		expect(reason?.details).toMatchObject({ nearItemId: 2, nearItemIds: [2, 1] });
		expect(reason?.message).toContain('"MUG‑1"');
		expect(reason?.message).toContain('"MUG-1"');
	});

	it('is the one that is spelled like it, where SOS has both', () => {
		expect(match('MUG‑1', [item(1, 'MUG-1'), item(2, 'MUG‑1')]).item?.id).toBe(2);
	});

	it('is said of the alias where an alias led there', () => {
		const { reason } = match('BOX', [item(1, 'MUG-1')], {
			aliases: [{ shopSku: 'BOX', sosSku: 'MUG\u20111' }],
		});
		expect(reason?.message).toContain("the alias's has U+2011 after the 3rd character");
	});
});

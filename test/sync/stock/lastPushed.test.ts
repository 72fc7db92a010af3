import * as fc from 'fast-check';
import { decodeLastPushed, encodeLastPushed, LONGEST_VALUE, stockKey } from '../../../sync/stock/lastPushed';

const many = (count: number, figure: (n: number) => number) =>
	new Map(Array.from({ length: count }, (_, n) => [n * 2 + 1000, figure(n)]));

test('figures come back as they went in', () => {
	const figures = fc.uniqueArray(fc.tuple(fc.nat({ max: 2 ** 33 }), fc.nat({ max: 2 ** 31 - 1 })), {
		selector: ([key]) => key,
	});
	fc.assert(
		fc.property(figures, (entries) => {
			const read = decodeLastPushed(encodeLastPushed(new Map(entries), 1));
			expect(read.unreadable).toBe(0);
			expect([...read.figures].sort(([a], [b]) => a - b)).toEqual([...entries].sort(([a], [b]) => a - b));
		}),
	);
});

test('products and variants with the same id have different keys; a SKU alone has none', () => {
	const keys = [{ product_id: 7 }, { variant_id: 7 }, { sku: '7' }].map(stockKey);
	expect(keys).toEqual([15, 14, undefined]);
});

test('100,000 figures fit into a few metafields', () => {
	const values = encodeLastPushed(
		many(100_000, (n) => n % 500),
		1,
	);
	expect(values).toHaveLength(21);
	expect(decodeLastPushed(values).figures.size).toBe(100_000);
});

test('the longest keys and figures still fit a metafield', () => {
	const wide = new Map(Array.from({ length: 4_900 }, (_, n) => [2 ** 21 * n, 2 ** 31 - 1]));
	expect(encodeLastPushed(wide, Number.MAX_SAFE_INTEGER)[0].length).toBeLessThanOrEqual(LONGEST_VALUE);
});

test('only the values whose figures changed are new', () => {
	const before = encodeLastPushed(
		many(20_000, () => 5),
		1,
	);
	const after = encodeLastPushed(
		many(20_000, (n) => (n === 6_000 ? 4 : 5)),
		2,
		before,
	);
	expect(after.map((value, n) => value === before[n])).toEqual([true, false, true, true, true]);
	expect(decodeLastPushed(after).figures.get(6_000 * 2 + 1000)).toBe(4);
});

test('where a half-written push left a key in two values, the later push counts', () => {
	const [old] = encodeLastPushed(
		new Map([
			[10, 1],
			[12, 1],
		]),
		1,
	);
	const [late] = encodeLastPushed(new Map([[10, 2]]), 2);
	for (const values of [
		[old, late],
		[late, old],
	]) {
		expect(decodeLastPushed(values).figures).toEqual(
			new Map([
				[10, 2],
				[12, 1],
			]),
		);
	}
});

test.each(['', 'nonsense', '2;1;1;AAA', '1;1;2;AAA', '1;1;1;gICA', '1;x;0;'])(
	'a value that is not ours is counted and left out: %p',
	(value) => {
		const [good] = encodeLastPushed(new Map([[10, 1]]), 1);
		expect(decodeLastPushed([value, good])).toMatchObject({ figures: new Map([[10, 1]]), unreadable: 1 });
	},
);

test.each([-1, 1.5, NaN])('the figure %p is refused', (figure) => {
	expect(() => encodeLastPushed(new Map([[10, figure]]), 1)).toThrow(RangeError);
});

test('each figure knows the push of its value, the later one where two values hold it', () => {
	const values = [
		...encodeLastPushed(
			new Map([
				[10, 1],
				[11, 2],
			]),
			7,
		),
		...encodeLastPushed(new Map([[11, 3]]), 9),
	];
	const { figures, pushes } = decodeLastPushed(values);
	expect([...figures]).toEqual([
		[10, 1],
		[11, 3],
	]);
	expect([...pushes]).toEqual([
		[10, 7],
		[11, 9],
	]);
});

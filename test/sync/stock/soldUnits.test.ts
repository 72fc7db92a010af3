import { SoldUnits } from '../../../sync/stock/soldUnits';

const unitsOf = (...lines: object[]) => {
	const sold = new SoldUnits();
	for (const line of lines) sold.add(line);
	return [...sold].map(({ quantity, shipped }) => [shipped ? 'left' : 'to leave', quantity]);
};

const line = (quantity: unknown, shipped: unknown = 0, refunded: unknown = 0) => ({
	sku: 'MUG',
	quantity,
	quantity_shipped: shipped,
	quantity_refunded: refunded,
});

describe('units that orders have sold', () => {
	it.each([
		['nothing has left', line(7), [['to leave', 7]]],
		[
			'part has left',
			line(7, 3),
			[
				['left', 3],
				['to leave', 4],
			],
		],
		['all has left', line(7, 7), [['left', 7]]],
		['more than all has left', line(7, 9), [['left', 7]]],
		['part was refunded before it left', line(10, 0, 3), [['to leave', 7]]],
		['all was refunded before it left', line(10, 0, 10), []],
		['more than all was refunded', line(10, 0, 12), []],
		['what is left of it was refunded', line(10, 4, 6), [['left', 4]]],
		['what has left was refunded', line(10, 10, 10), [['left', 10]]],
		[
			'some of it has left and some was refunded',
			line(10, 4, 3),
			[
				['left', 4],
				['to leave', 3],
			],
		],
		['numbers are text', line('10', '4', '6'), [['left', 4]]],
		['nothing is said of shipping and refunds', { sku: 'MUG', quantity: 2 }, [['to leave', 2]]],
		['they are null', line(2, null, null), [['to leave', 2]]],
	])('%s', (_, sold, expected) => expect(unitsOf(sold)).toEqual(expected));

	it.each([line('x'), line(null), line(2, 'x'), line(2, 0, 'x'), line(2, {}, 0)])(
		'are unknown where one is not a number: %j',
		(sold) =>
			expect(unitsOf(line(1), sold)).toEqual([
				['left', undefined],
				['to leave', 1],
			]),
	);

	it('are added up by SKU, and lines without one are none', () => {
		const sold = new SoldUnits();
		for (const sku of ['A', 'B', 'A', '', null, 12]) sold.add({ sku, quantity: 2 });
		expect([...sold]).toEqual([
			{ sku: 'A', quantity: 4, shipped: false },
			{ sku: 'B', quantity: 2, shipped: false },
			{ sku: '12', quantity: 2, shipped: false },
		]);
	});
});

import { inPortions } from '../../../nodes/shared/run/inPortions';

async function* numbers(count: number, failAfter = Infinity): AsyncGenerator<number> {
	for (let number = 1; number <= count; number++) {
		if (number > failAfter) throw new Error('The list broke off.');
		yield await Promise.resolve(number);
	}
}

it.each([
	[0, []],
	[2, [[1, 2]]],
	[3, [[1, 2], [3]]],
	[
		4,
		[
			[1, 2],
			[3, 4],
		],
	],
])('gives %i rows two at a time', async (count, expected) => {
	const portions: number[][] = [];
	for await (const portion of inPortions(numbers(count), 2)) portions.push(portion);
	expect(portions).toEqual(expected);
});

it('gives what was read before reading failed', async () => {
	const portions: number[][] = [];
	const read = async () => {
		for await (const portion of inPortions(numbers(9, 3), 2)) portions.push(portion);
	};
	await expect(read()).rejects.toThrow('The list broke off.');
	expect(portions).toEqual([[1, 2], [3]]);
});

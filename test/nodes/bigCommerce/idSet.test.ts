import { IdSet } from '../../../nodes/BigCommerce/marks/idSet';

it('keeps numbers apart, far ones and neighbors', () => {
	const ids = new IdSet();
	const numbers = [1, 31, 32, 63, 64, 1023, 1024, 250_000, 2 ** 31, 2 ** 31 + 31, Number.MAX_SAFE_INTEGER];
	for (const id of numbers) ids.add(id);
	for (const id of numbers) {
		expect([ids.has(id), ids.has(id + 1)]).toEqual([true, numbers.includes(id + 1)]);
	}
	ids.delete(32);
	ids.delete(5_000_000);
	expect([ids.has(31), ids.has(32), ids.has(63)]).toEqual([true, false, true]);
});

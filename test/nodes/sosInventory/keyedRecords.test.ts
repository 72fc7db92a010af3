import { KeyedRecords } from '../../../nodes/SosInventory/memory/keyedRecords';

const records = () => new KeyedRecords<string>((text) => text.split(' '));

it('finds records by each of their keys, also after they changed', () => {
	const known = records().set(1, 'red big').set(2, 'red small').set(3, 'blue');
	expect(known.withKey('red')).toEqual(['red big', 'red small']);
	known.set(1, 'green big');
	expect(known.withKey('red')).toEqual(['red small']);
	expect(known.withKey('green')).toEqual(['green big']);
	expect(known.withKey('big')).toEqual(['green big']);
});

it('finds nothing that was deleted', () => {
	const known = records().set(1, 'red').set(2, 'red');
	known.delete(1);
	expect(known.withKey('red')).toEqual(['red']);
	known.clear();
	expect(known.withKey('red')).toEqual([]);
	expect(known.size).toBe(0);
});

it('learns 100,000 records that share a key again without comparing each with each', () => {
	const known = records();
	const startedAt = performance.now();
	for (const round of ['first', 'second']) {
		for (let id = 1; id <= 100_000; id++) known.set(id, `all id${id}`);
		expect(`${round} ${known.size}`).toBe(`${round} 100000`);
	}
	expect(known.withKey('all')).toHaveLength(100_000);
	expect(performance.now() - startedAt).toBeLessThan(10_000);
});

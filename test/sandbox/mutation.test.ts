import { cloneDeep, get } from 'lodash';
import { mutated, mutationKinds } from '../../sandbox/shared/mutation';
import { openStore } from './bigCommerceClient';

const answer = {
	status: 'ok',
	count: 2,
	data: [
		{ id: 7, price: '12.50', zero: 0, below: -3, open: true, none: null, tags: ['a'], of: { id: 1 } },
		{ id: 8, price: '', zero: 0, below: -3, open: false, none: null, tags: [], of: { id: 2 } },
	],
};

const change = (field: string, mutation: (typeof mutationKinds)[number], turn = 1) => {
	const result = mutated(cloneDeep(answer), { seed: 1, turn, field: `^data\\.0\\.${field}$`, mutation });
	return result && get(result.body, `data.0.${field}`);
};

test.each([
	['id', 'missing', undefined],
	['id', 'null', null],
	['id', 'huge', 1e308],
	['id', 'notANumber', 'NaN'],
	['id', 'negative', -7],
	['zero', 'negative', -1],
	['price', 'negative', '-12.50'],
	['price', 'huge', '1e308'],
	['price', 'notANumber', 'NaN'],
	['of', 'wrongType', [{ id: 1 }]],
	['tags', 'wrongType', { 0: 'a' }],
	['none', 'wrongType', { value: null }],
] as const)('%s can be %s', (field, mutation, value) => {
	expect(change(field, mutation)).toEqual(value);
});

test.each([
	['id', '7', { value: 7 }],
	['price', 12.5, { value: '12.50' }],
	['open', 'true', { value: true }],
] as const)('%s of the wrong type is another plain value or an object', (field, ...values) => {
	const seen = Array.from({ length: 20 }, (_, turn) => JSON.stringify(change(field, 'wrongType', turn)));
	expect([...new Set(seen)].sort()).toEqual(values.map((value) => JSON.stringify(value)).sort());
});

test.each([
	['none', 'null'],
	['open', 'huge'],
	['below', 'negative'],
	['tags', 'negative'],
	['nowhere', 'missing'],
] as const)('%s cannot be %s', (field, mutation) => {
	expect(
		mutated(cloneDeep(answer), { seed: 1, turn: 1, field: `^data\\.0\\.${field}$`, mutation }),
	).toBeUndefined();
});

test('a row can be missing from its list', () => {
	const result = mutated(cloneDeep(answer), { seed: 1, turn: 1, field: '^data\\.0$', mutation: 'missing' });
	expect(get(result?.body, 'data')).toEqual([answer.data[1]]);
});

test('the same seed and turn change the same place, in valid JSON, and in the end every place and way comes', () => {
	const descriptions = new Set<string>();
	for (let turn = 1; turn <= 3000; turn += 1) {
		const one = mutated(cloneDeep(answer), { seed: 5, turn });
		const again = mutated(cloneDeep(answer), { seed: 5, turn });
		expect(again).toEqual(one);
		expect(JSON.parse(JSON.stringify(one?.body))).not.toEqual(answer);
		descriptions.add(one?.description ?? '');
	}
	const ways = (path: string) => mutationKinds.filter((kind) => descriptions.has(`${path} ${kind}`));
	expect(ways('status')).toEqual(['missing', 'null', 'wrongType']);
	expect(ways('data')).toEqual(['missing', 'null', 'wrongType']);
	expect(ways('data.1')).toEqual(['missing', 'null', 'wrongType']);
	expect(ways('data.0.price')).toEqual([...mutationKinds]);
	expect(ways('data.1.of.id')).toEqual([...mutationKinds]);
});

test.each([null, 5, 'text', [], {}])('%j has no place to change', (body) => {
	expect(mutated(body, { seed: 1, turn: 1 })).toBeUndefined();
});

test('a server changes its answers by the rule, says what it changed, and carries the request out', async () => {
	const store = await openStore({}, { orders: 3 });
	try {
		const changes = async () => {
			store.server.faults.clear();
			store.server.faults.add({ kind: 'mutatedAnswer', seed: 9 });
			const told = [];
			for (let call = 0; call < 6; call += 1)
				told.push((await store.http.get('/v3/catalog/products')).headers['x-sandbox-mutation']);
			return told;
		};
		const once = await changes();
		expect(new Set(once).size).toBeGreaterThan(3);
		expect(await changes()).toEqual(once);

		store.server.faults.clear();
		store.server.faults.add({ kind: 'mutatedAnswer', field: '^id$', mutation: 'null' });
		const answered = await store.http.put('/v2/orders/100', { staff_notes: 'written' });
		expect(answered.data).toMatchObject({ id: null, staff_notes: 'written' });
		expect((await store.http.get('/v2/orders?min_id=999')).status).toBe(204);
	} finally {
		await store.server.stop();
	}
});

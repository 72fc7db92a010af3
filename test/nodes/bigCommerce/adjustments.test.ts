import { setStock } from '../../../nodes/BigCommerce/stock/apply/setStock';
import { namedRows } from '../../../nodes/BigCommerce/api/namedRows';
import type { StockWrite } from '../../../sync/stock/stockPlan';
import { scriptedStore, type ScriptedRequest } from './scriptedStore';

const write = (id: number, locationId = 1): StockWrite => ({
	sku: `SKU-${id}`,
	sourceSku: `SKU-${id}`,
	identity: { variant_id: id },
	locationId,
	before: 0,
	after: id,
});

const problem = (title: string, status = 422) => ({ status, body: { status, title, type: '', errors: {} } });
const idsSent = ({ body }: ScriptedRequest) =>
	(body as { items: Array<{ variant_id: number }> }).items.map(({ variant_id }) => variant_id);

async function send(
	writes: StockWrite[],
	answer: (request: ScriptedRequest) => { status?: number; body?: unknown },
) {
	const { store, asked } = scriptedStore(answer);
	const outcomes = new Map<string, string | undefined>();
	await setStock(store, writes, 'Test', ({ sku }, refusal) => void outcomes.set(sku, refusal));
	return {
		asked,
		set: [...outcomes].filter(([, refusal]) => refusal === undefined).map(([sku]) => sku),
		outcomes,
	};
}

describe('a refused batch', () => {
	it('is sent again without the rows that the refusal names', async () => {
		const { asked, set, outcomes } = await send(
			[1, 10, 106, 2].map((id) => write(id)),
			(request) =>
				idsSent(request).includes(106)
					? problem('[Item with variant_id 106 is tracked by product, please update stock by product id]')
					: { body: { transaction_id: 'x' } },
		);
		expect(asked.map(idsSent)).toEqual([
			[1, 10, 106, 2],
			[1, 10, 2],
		]);
		expect(set).toEqual(['SKU-1', 'SKU-10', 'SKU-2']);
		expect(outcomes.get('SKU-106')).toContain('is tracked by product');
	});

	it('is halved until the bad row is alone, where the refusal names none', async () => {
		const bad = 5;
		const writes = Array.from({ length: 16 }, (_, id) => write(id + 1));
		const { asked, set, outcomes } = await send(writes, (request) =>
			idsSent(request).includes(bad) ? problem('Something is wrong') : { body: { transaction_id: 'x' } },
		);
		expect(set).toHaveLength(15);
		expect(outcomes.get('SKU-5')).toBe('Something is wrong');
		expect(asked).toHaveLength(7);
	});

	it('is halved when it is too large', async () => {
		const writes = Array.from({ length: 8 }, (_, id) => write(id + 1));
		const { set } = await send(writes, (request) =>
			idsSent(request).length > 3
				? problem('The request payload is too large.', 413)
				: { body: { transaction_id: 'x' } },
		);
		expect(set).toHaveLength(8);
	});

	it('is halved until it is small enough, and what follows is sent no larger', async () => {
		const writes = Array.from({ length: 4000 }, (_, id) => write(id + 1));
		const { asked, set } = await send(writes, (request) =>
			idsSent(request).length > 500
				? problem('The request payload is too large.', 413)
				: { body: { transaction_id: 'x' } },
		);
		expect(set).toHaveLength(4000);
		expect(asked.map((request) => idsSent(request).length)).toEqual([2000, 1000, ...Array(8).fill(500)]);
	});

	it.each([1, 999, 1000, 1001, 1960])(
		'finds one bad row of 1,960 that nobody names with 14 requests at most: row %i',
		async (bad) => {
			const writes = Array.from({ length: 1960 }, (_, id) => write(id + 1));
			const { asked, set, outcomes } = await send(writes, (request) =>
				idsSent(request).includes(bad) ? problem('Something is wrong') : { body: { transaction_id: 'x' } },
			);
			expect(asked.length).toBeLessThanOrEqual(14);
			expect(set).toHaveLength(1959);
			expect(outcomes.get(`SKU-${bad}`)).toBe('Something is wrong');
		},
	);

	it('takes no more than 14 requests, whatever the shop says, and each row has its outcome', async () => {
		const writes = Array.from({ length: 1960 }, (_, id) => write(id + 1));
		let number = 0;
		const { asked, outcomes } = await send(writes, (request) =>
			idsSent(request).some((id) => id % 7 === 0)
				? problem(`Refusal ${number++}`)
				: { body: { transaction_id: 'x' } },
		);
		expect(asked.length).toBeLessThanOrEqual(14);
		expect(outcomes.size).toBe(1960);
	});

	it('is no matter of rows when both halves are refused in the same words: three requests, and the end', async () => {
		const { store, asked } = scriptedStore(() => problem('Something is wrong'));
		const refused: Array<string | undefined> = [];
		const writes = Array.from({ length: 3000 }, (_, id) => write(id + 1));
		const sent = setStock(store, writes, 'Test', (_, refusal) => void refused.push(refusal));
		await expect(sent).rejects.toMatchObject({ apiMessage: 'Something is wrong' });
		expect(asked.map((request) => idsSent(request).length)).toEqual([2000, 1000, 1000]);
		expect(refused).toEqual(Array(2000).fill('Something is wrong'));
	});

	it.each([401, 403, 404, 405, 409, 423, 431, 501, 507])(
		'is a failure after one request when the store is the matter: HTTP %i',
		async (status) => {
			const { store, asked } = scriptedStore(() => problem('No', status));
			const sent = setStock(
				store,
				[1, 2, 3].map((id) => write(id)),
				'Test',
				() => {},
			);
			await expect(sent).rejects.toMatchObject({ httpCode: String(status) });
			expect(asked).toHaveLength(1);
		},
	);

	it.each([null, [], 'OK', 7])('is a failure when the answer is no answer of that kind: %j', async (body) => {
		const set = jest.fn();
		const sent = setStock(scriptedStore(() => ({ body })).store, [write(1), write(2)], 'Test', set);
		await expect(sent).rejects.toMatchObject({ category: 'unreadable' });
		expect(set).not.toHaveBeenCalled();
	});
});

describe('the rows a refusal names', () => {
	const rows = [write(1), write(10), write(106), { ...write(4, 3), identity: { sku: 'RED MUG' } }];

	it.each([
		['Items with identity: [variant_id 1, variant_id 106] not found', ['SKU-1', 'SKU-106']],
		[
			'[Item with variant_id 10 is tracked by product, Items with identity: [sku red mug] not found]',
			['SKU-10', 'SKU-4'],
		],
		['Location not found, identities: [3,2]', ['SKU-4']],
		['Location is disabled, identities: [1]', ['SKU-1', 'SKU-10', 'SKU-106']],
		['product_id 1 is unknown', []],
		['Something is wrong', []],
	])('%s', (title, skus) => {
		expect(namedRows(title, rows).map(({ sku }) => sku)).toEqual(skus);
	});
});

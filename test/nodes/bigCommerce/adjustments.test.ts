import { setStock } from '../../../nodes/BigCommerce/stock/apply/setStock';
import { refusedRows } from '../../../nodes/BigCommerce/api/refusedRows';
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
		expect(asked).toHaveLength(9);
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

	it('is a failure when the rows are not the matter', async () => {
		await expect(send([write(1)], () => problem('Unauthorized', 401))).rejects.toMatchObject({
			category: 'credential',
		});
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
		expect(refusedRows(title, rows).map(({ sku }) => sku)).toEqual(skus);
	});
});

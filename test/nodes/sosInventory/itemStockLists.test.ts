import type { INodeParameters } from 'n8n-workflow';
import type { StockList } from '../../../sync/stock/stockList';
import { TestCompany } from '../../../testing/sandbox/testCompany';

let company: TestCompany;
beforeAll(async () => void (company = await TestCompany.start({ shop: { items: 60 } })));
afterAll(async () => await company.stop());

const lists = async (options: INodeParameters = {}) => {
	const { outputs, error } = await company.run('item: getAll', {
		returnAll: true,
		simplify: true,
		filters: { archived: 'any' },
		options: { stockLists: true, ...options },
	});
	expect(error).toBeUndefined();
	return outputs[0].map(({ json }) => json as unknown as StockList);
};

describe('Item: Get Many with stock lists', () => {
	it('has every item once, with its figures', async () => {
		const read = await lists();
		expect(read.length).toBeLessThan(15);
		const figures = read.flatMap(({ ids, skus, available }) =>
			ids.map((id, index) => [id, skus[index], available[index] ?? 0]),
		);
		const items = company.server.state.items.values();
		expect(new Map(figures.map(([id, ...rest]) => [id, rest]))).toEqual(
			new Map(
				items.map(({ id, sku }) => [id, [sku ?? null, company.server.quantitiesOf(id).available ?? 0]]),
			),
		);
		expect(figures).toHaveLength(items.length);
		expect(Date.parse(String(read[0].readAt))).not.toBeNaN();
	});

	it('keeps locations apart', async () => {
		const read = await lists({ locations: ['Main Warehouse', 'East Warehouse'] });
		expect(new Set(read.map(({ location }) => location))).toEqual(
			new Set(['Main Warehouse', 'East Warehouse']),
		);
	});

	it('keeps the custom fields that are named', async () => {
		const { items } = company.server.state;
		const [item] = items.values();
		const field = { id: 1, name: 'Web buffer', value: '4' };
		items.update(item.id, { customFields: [field, { ...field, id: 2, name: 'Color' }] } as never);
		const named = (await lists({ stockListFields: 'Web Buffer' })).flatMap(({ ids, customFields }) =>
			ids.map((id, index) => [id, customFields?.[index]]),
		);
		expect(new Map(named as Array<[number, unknown]>).get(item.id)).toEqual([
			{ name: 'Web buffer', value: '4' },
		]);
	});
});

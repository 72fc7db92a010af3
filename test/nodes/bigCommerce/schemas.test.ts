import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject, INodeParameters, INodePropertyOptions } from 'n8n-workflow';
import { BigCommerce } from '../../../nodes/BigCommerce/BigCommerce.node';
import { schemaSurprises, type OutputSchema } from '../../../testing/engine/schemaSurprises';
import { jsonOf, openShop, type OpenShop } from '../../../testing/sandbox/openShop';

const folder = join(__dirname, '../../../nodes/BigCommerce/__schema__/v1.0.0');

let shop: OpenShop;
beforeAll(async () => void (shop = await openShop()));
afterAll(async () => await shop.server.stop());

const sos = { documentType: 'salesOrder', id: 1, number: 'BC-100', total: '1.00', hash: 'x' };
const product = { __rl: true, mode: 'id', value: 101 } as never;
interface OperationRun {
	operation: string;
	parameters?: INodeParameters;
	items?: IDataObject[];
}

const allWith = (parameters: INodeParameters = {}) => ({ returnAll: true, ...parameters });

const runs: OperationRun[] = [
	{ operation: 'inventory/compare', items: [{ sku: 'CAN-00001', available: 7 }] },
	{ operation: 'inventory/getAll', parameters: allWith() },
	{ operation: 'inventory/update', items: [{ sku: 'NO-SUCH', available: 1 }] },
	{ operation: 'location/getAll', parameters: allWith() },
	{ operation: 'order/get', parameters: { orderId: '100', includeCoupons: true } },
	{ operation: 'order/getAll', parameters: allWith({ includeCoupons: true }) },
	{ operation: 'order/markAsImported', items: [{ id: 100, sos }] },
	{ operation: 'order/update', parameters: { updateFields: { staffNote: 'x' } }, items: [{ id: 100 }] },
	{ operation: 'product/get', parameters: { productId: product, includeVariants: true } },
	{ operation: 'product/getAll', parameters: allWith({ includeVariants: true }) },
	{ operation: 'store/get' },
	{ operation: 'variant/getAll', parameters: allWith() },
];

describe('output schemas', () => {
	it.each(runs)('of $operation announces what comes out', async ({ operation: name, parameters, items }) => {
		const { default: schema } = (await import(join(folder, `${name}.json`))) as { default: OutputSchema };
		const [resource, operation] = name.split('/');
		const result = await shop.run({ resource, operation, ...parameters }, { items });
		const rows = [...jsonOf(result), ...(result.outputs[1] ?? []).map(({ json }) => json)];
		expect(rows.length).toBeGreaterThan(0);
		expect([...new Set(rows.flatMap((row) => schemaSurprises(row, schema)))]).toEqual([]);
	});

	it('are there for every operation, and for nothing else', () => {
		const { properties } = new BigCommerce().description;
		const operations = properties
			.filter(({ name }) => name === 'operation')
			.flatMap(({ options, displayOptions }) =>
				(options as INodePropertyOptions[]).map(
					({ value }) => `${displayOptions!.show!.resource![0]}/${value}.json`,
				),
			);
		const files = readdirSync(folder).flatMap((resource) =>
			readdirSync(join(folder, resource)).map((file) => `${resource}/${file}`),
		);
		expect(files.sort()).toEqual(operations.sort());
		expect(runs.map(({ operation }) => `${operation}.json`)).toEqual(operations);
	});
});

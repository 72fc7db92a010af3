import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';
import { SosInventory } from '../../../nodes/SosInventory/SosInventory.node';
import { schemaSurprises, type OutputSchema } from '../../../testing/engine/schemaSurprises';
import { outputsOfEveryOperation } from './operationRuns';

const folder = join(__dirname, '../../../nodes/SosInventory/__schema__/v1.0.0');
const operations = new SosInventory().description.properties
	.filter(({ name }) => name === 'operation')
	.flatMap(({ options, displayOptions }) =>
		(options as INodePropertyOptions[]).map(
			({ value }) => `${String(displayOptions?.show?.resource?.[0])}/${String(value)}`,
		),
	);

let outputs: Record<string, IDataObject[]>;
beforeAll(async () => void (outputs = await outputsOfEveryOperation()), 60_000);

it.each(operations)('the output schema of %s announces what comes out', async (name) => {
	const { default: schema } = (await import(join(folder, `${name}.json`))) as { default: OutputSchema };
	expect(outputs[name].length).toBeGreaterThan(0);
	const surprises = outputs[name].flatMap((row) => schemaSurprises(row, schema));
	expect([...new Set(surprises)]).toEqual([]);
});

it('there is one schema for each operation, and no other', () => {
	const files = readdirSync(folder).flatMap((resource) =>
		readdirSync(join(folder, resource)).map((file) => `${resource}/${file.replace(/\.json$/, '')}`),
	);
	expect(files.sort()).toEqual([...operations].sort());
});

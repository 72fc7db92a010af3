import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { operationOutputs, type OperationOutputs } from '../../testing/operations/operationOutputs';
import type { OutputSchema } from '../../testing/operations/outputSchema';
import { runs as bigCommerceRuns } from '../../testing/operations/bigCommerceRuns';
import { staleSchemas } from '../../testing/operations/schemaFiles';
import { schemaSurprises } from '../../testing/operations/schemaSurprises';
import { runs as sosInventoryRuns } from '../../testing/operations/sosInventoryRuns';
import { filesIn } from '../../testing/walls/files';
import { loadNodes, operationsOf } from '../../testing/walls/nodeTypes';

const root = resolve(__dirname, '../..');
const runs = { BigCommerce: bigCommerceRuns, SosInventory: sosInventoryRuns };
const operations = Object.entries(runs).flatMap(([node, ofNode]) =>
	Object.keys(ofNode).map((id) => [node, id] as [keyof typeof runs, string]),
);
const schemaOf = (node: string, id: string) => join(root, `nodes/${node}/__schema__/v1.0.0/${id}.json`);

let outputs: Record<keyof typeof runs, OperationOutputs>;
beforeAll(async () => void (outputs = await operationOutputs()));

describe('the output schema', () => {
	it.each(operations)('of %s %s announces what comes out', (node, id) => {
		const schema = JSON.parse(readFileSync(schemaOf(node, id), 'utf8')) as OutputSchema;
		const rows = outputs[node][id];
		expect(rows.length).toBeGreaterThan(0);
		expect([...new Set(rows.flatMap((row) => schemaSurprises(row, schema)))]).toEqual([]);
	});

	// When this fails, `npm run schemas` writes them anew.
	it('is as the run in the sandbox has it', () => {
		expect(staleSchemas(root, outputs)).toEqual([]);
	});

	it('is there for every operation, and for nothing else', async () => {
		const nodes = await loadNodes(root);
		expect(nodes.map(({ name }) => name).sort()).toEqual(Object.keys(runs));
		for (const node of nodes) {
			const ids = operationsOf(node).map(({ id }) => id);
			const ofNode = operations.filter(([name]) => name === node.name).map(([, id]) => id);
			expect(ofNode.sort()).toEqual(ids.sort());
			const folder = `nodes/${node.name}/__schema__`;
			expect(filesIn(root, [folder], ['.json']).map(({ path }) => path)).toEqual(
				ids.map((id) => `${folder}/v1.0.0/${id}.json`),
			);
		}
	});
});

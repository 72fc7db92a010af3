import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import isolateN8n from '../testing/engine/isolateN8n';
import removeN8nFolder from '../testing/engine/removeN8nFolder';
import { schemaFiles } from '../testing/operations/schemaFiles';

const root = resolve(__dirname, '..');

void main();

/** Writes the output schemas of both nodes anew, from a run of each operation in the sandbox. */
async function main(): Promise<void> {
	isolateN8n();
	// n8n-core reads where its folder is as soon as it is imported.
	const { operationOutputs } = await import('../testing/operations/operationOutputs');
	const outputs = await operationOutputs();
	for (const node of Object.keys(outputs)) {
		rmSync(join(root, `nodes/${node}/__schema__`), { recursive: true, force: true });
	}
	const files = Object.entries(schemaFiles(outputs));
	for (const [path, text] of files) {
		mkdirSync(dirname(join(root, path)), { recursive: true });
		writeFileSync(join(root, path), text);
	}
	removeN8nFolder();
	console.log(`Wrote ${files.length} output schemas.`);
}

import { filesIn } from '../walls/files';
import { outputSchema } from './outputSchema';
import type { OperationOutputs } from './operationOutputs';

/** The output schemas n8n loads with the nodes, as text by file from the root of the repository. */
export function schemaFiles(outputs: Record<string, OperationOutputs>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(outputs).flatMap(([node, operations]) =>
			Object.entries(operations).map(([id, rows]) => [
				`nodes/${node}/__schema__/v1.0.0/${id}.json`,
				`${JSON.stringify({ ...outputSchema(rows), version: 1 }, undefined, '\t')}\n`,
			]),
		),
	);
}

/** The schemas that are not as `outputs` have them, are missing, or are of nothing that came out. */
export function staleSchemas(root: string, outputs: Record<string, OperationOutputs>): string[] {
	const wanted = schemaFiles(outputs);
	const folders = Object.keys(outputs).map((node) => `nodes/${node}/__schema__`);
	const there = Object.fromEntries(filesIn(root, folders, ['.json']).map(({ path, text }) => [path, text]));
	return [...new Set([...Object.keys(wanted), ...Object.keys(there)])].filter(
		(path) => wanted[path] !== there[path],
	);
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Breach } from './breach';
import { filesIn } from './files';
import { loadNodes, operationsOf, type LoadedNode } from './nodeTypes';

/** Operations without a row in the docs, an output schema or a run against the sandbox, and such of operations that are gone. */
export async function incompleteOperations(root: string): Promise<Breach[]> {
	return (await loadNodes(root)).flatMap((node) => breachesOf(root, node));
}

function breachesOf(root: string, node: LoadedNode): Breach[] {
	const operations = operationsOf(node);
	const ids = operations.map(({ id }) => id);
	const page = docsPage(root, node);
	const runs = runsFile(node);
	const lists = [
		{ what: 'row', place: page, wanted: operations.map(({ label }) => label), there: rowsOf(root, page) },
		{ what: 'schema', place: schemaFolder(node), wanted: ids, there: schemasOf(root, node) },
		{ what: 'run', place: runs, wanted: ids, there: runsOf(root, runs) },
	];
	return lists.flatMap(({ what, place, wanted, there }) => [
		...wanted
			.filter((name) => !there.includes(name))
			.map((name) => ({ place, what: `${node.name} "${name}" has no ${what}` })),
		...there
			.filter((name) => !wanted.includes(name))
			.map((name) => ({ place, what: `there is a ${what} of "${name}", which ${node.name} does not have` })),
	]);
}

/** The page that n8n's help opens. */
function docsPage(root: string, { name }: LoadedNode): string {
	const codex = readFileSync(join(root, `nodes/${name}/${name}.node.json`), 'utf8');
	const { resources } = JSON.parse(codex) as {
		resources: { primaryDocumentation: Array<{ url: string }> };
	};
	return resources.primaryDocumentation[0].url.replace(/^.*\/blob\/main\//, '');
}

/** The first column of the table of operations. "Customer: Get, Create" are two of one resource. */
function rowsOf(root: string, page: string): string[] {
	if (!existsSync(join(root, page))) return [];
	const table = readFileSync(join(root, page), 'utf8').split(/^\| operation \|.*\n\|.*\n/m)[1] ?? '';
	return table
		.split(/^(?!\|)/m)[0]
		.split('\n')
		.flatMap((row) => {
			let resource = '';
			return (/^\| ([^|]+) \|/.exec(row)?.[1].split(', ') ?? []).map((name) => {
				if (!name.includes(': ')) return `${resource}: ${name}`;
				resource = name.split(': ')[0];
				return name;
			});
		});
}

const schemaFolder = ({ name }: LoadedNode) => `nodes/${name}/__schema__/v1.0.0`;

const schemasOf = (root: string, node: LoadedNode) =>
	filesIn(root, [schemaFolder(node)], ['.json']).map(({ path }) =>
		path.slice(schemaFolder(node).length + 1).replace(/\.json$/, ''),
	);

const runsFile = ({ description }: LoadedNode) => `testing/operations/${description.name}Runs.ts`;

/** The keys of the list of runs. */
function runsOf(root: string, file: string): string[] {
	if (!existsSync(join(root, file))) return [];
	return [...readFileSync(join(root, file), 'utf8').matchAll(/^\t'(\w+\/\w+)':/gm)].map(([, id]) => id);
}

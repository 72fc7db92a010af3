import type { Breach } from './breach';
import { filesIn, type SourceFile } from './files';
import { labelsOfOthers } from './labelsOfOthers';
import { FILLED_IN, literalsIn } from './literals';
import { loadCredentials, loadNodes } from './nodeTypes';

interface Named {
	label: string;
	place: string;
}

/**
 * Labels that a text names and the editor does not show. Texts in code name labels in 'single quotes'; the
 * docs and the notes on a template's canvas in *italics*, notes also nodes in **bold**, and tables of
 * settings in their first column. Labels of n8n, BigCommerce and SOS are listed in labelsOfOthers.ts.
 */
export async function staleLabels(root: string): Promise<Breach[]> {
	const templates = filesIn(root, ['workflows'], ['.json']).map(readTemplate);
	const known = new Set([
		...(await editorLabels(root)),
		...labelsOfOthers,
		...templates.flatMap(({ name, nodeNames }) => [name, ...nodeNames]),
	]);
	const named = [
		...filesIn(root, ['nodes', 'sync', 'credentials'], ['.ts']).flatMap(quotedInCode),
		...filesIn(root, ['docs', 'workflows'], ['.md']).flatMap(namedOnPage),
		...templates.flatMap(({ notes, path }) => notes.flatMap((text) => namedInNote({ path, text }))),
	];
	return named
		.filter(({ label }) => !isKnown(label, known))
		.map(({ label, place }) => ({
			place,
			what: `no node shows "${label}": write the label as the editor shows it, or list it in testing/walls/labelsOfOthers.ts if it is of another program`,
		}));
}

/** Everything a user can read in the editor of our nodes and credentials. */
async function editorLabels(root: string): Promise<string[]> {
	const nodes = await loadNodes(root);
	const labels = [...nodes.map(({ description }) => description), ...(await loadCredentials(root))].flatMap(
		labelsIn,
	);
	const outputs = nodes.flatMap(({ description }) =>
		[...String(description.outputs).matchAll(/displayName: "([^"]+)"/g)].map(([, name]) => name),
	);
	return [...labels, ...outputs].flatMap((label) => [label, label.replace(/ Names? or IDs?$/, '')]);
}

/** The `displayName` of every parameter and field, and the `name` of every choice. */
function labelsIn(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap(labelsIn);
	if (value === null || typeof value !== 'object') return [];
	const { displayName, name } = value as { displayName?: unknown; name?: unknown };
	const own = displayName ?? ('value' in value ? name : undefined);
	return [...(typeof own === 'string' ? [own] : []), ...Object.values(value).flatMap(labelsIn)];
}

/** "Item: Match SKUs" is known when its parts are, and "Settings > API" too. */
function isKnown(label: string, known: Set<string>): boolean {
	return (
		known.has(label) || (/: | [>→] /.test(label) && label.split(/: | [>→] /).every((part) => known.has(part)))
	);
}

function quotedInCode(file: SourceFile): Named[] {
	return literalsIn(file)
		.filter(({ kind }) => kind === 'text')
		.flatMap(({ value, place }) =>
			[...value.matchAll(/(?<![\w$(])'([A-Z][^'\n]+)'(?![\w)])/g)]
				.map(([, label]) => ({ label, place }))
				.filter(({ label }) => !label.includes(FILLED_IN)),
		);
}

function namedOnPage({ path, text }: SourceFile): Named[] {
	let columnHeld = '';
	return text.split('\n').flatMap((line, index) => {
		const place = `${path}:${index + 1}`;
		const firstColumn = /^\| ([^|]+) \|/.exec(line)?.[1];
		if (firstColumn === undefined) columnHeld = '';
		else if (columnHeld === '') columnHeld = firstColumn;
		const settings =
			firstColumn !== undefined &&
			/^(parameter|option|setting)$/.test(columnHeld) &&
			/^[A-Z]/.test(firstColumn)
				? firstColumn.split(', ')
				: [];
		return [...settings, ...italics(line)].map((label) => ({ label, place }));
	});
}

function namedInNote({ path, text }: SourceFile): Named[] {
	const bold = [...text.matchAll(/\*\*([A-Z][^*\n]* [^*\n]+)\*\*/g)].map(([, name]) => name);
	return [...bold, ...italics(text)].map((label) => ({ label, place: path }));
}

const italics = (text: string) =>
	[...text.matchAll(/(?<![*\w])\*([A-Z][^*\n]+)\*(?!\*)/g)].map(([, label]) => label);

interface Template {
	path: string;
	name: string;
	nodeNames: string[];
	/** What the notes on the canvas say. */
	notes: string[];
}

function readTemplate({ path, text }: SourceFile): Template {
	const { name, nodes } = JSON.parse(text) as {
		name: string;
		nodes: Array<{ name: string; type: string; parameters: { content?: string } }>;
	};
	return {
		path,
		name,
		nodeNames: nodes.map((node) => node.name),
		notes: nodes.flatMap(({ type, parameters }) =>
			type.endsWith('.stickyNote') ? [parameters.content ?? ''] : [],
		),
	};
}

import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ICredentialType, INodePropertyOptions, INodeType, INodeTypeDescription } from 'n8n-workflow';

export interface LoadedNode {
	/** The name of its folder, which is that of its class. */
	name: string;
	description: INodeTypeDescription;
}

/** The nodes in `nodes/`, from their TypeScript source: `nodes/Toy/Toy.node.ts` exports the class `Toy`. */
export async function loadNodes(root: string): Promise<LoadedNode[]> {
	const files = foldersIn(join(root, 'nodes')).flatMap((folder) =>
		readdirSync(join(root, 'nodes', folder))
			.filter((file) => file.endsWith('.node.ts'))
			.map((file) => join(root, 'nodes', folder, file)),
	);
	return await Promise.all(
		files.map(async (file) => {
			const { description } = await instance<INodeType>(file);
			return { name: className(file), description };
		}),
	);
}

/** The credentials in `credentials/`. */
export async function loadCredentials(root: string): Promise<ICredentialType[]> {
	const folder = join(root, 'credentials');
	if (!existsSync(folder)) return [];
	const files = readdirSync(folder).filter((file) => file.endsWith('.credentials.ts'));
	return await Promise.all(files.map(async (file) => await instance<ICredentialType>(join(folder, file))));
}

/** Its operations as `order/getAll`, with the names the editor shows. */
export function operationsOf({ description }: LoadedNode): Array<{ id: string; label: string }> {
	const resources = optionsOf(description.properties.find(({ name }) => name === 'resource')?.options);
	return description.properties
		.filter(({ name }) => name === 'operation')
		.flatMap(({ options, displayOptions }) => {
			const resource = String(displayOptions?.show?.resource?.[0]);
			const resourceName = resources.find(({ value }) => value === resource)?.name;
			return optionsOf(options).map(({ name, value }) => ({
				id: `${resource}/${String(value)}`,
				label: `${resourceName}: ${name}`,
			}));
		});
}

const optionsOf = (options: unknown) => (options ?? []) as INodePropertyOptions[];

const className = (file: string) => basename(file).split('.')[0];

const foldersIn = (folder: string) =>
	existsSync(folder)
		? readdirSync(folder, { withFileTypes: true })
				.filter((entry) => entry.isDirectory())
				.map(({ name }) => name)
		: [];

async function instance<T>(file: string): Promise<T> {
	const loaded = (await import(file)) as Record<string, new () => T>;
	return new loaded[className(file)]();
}

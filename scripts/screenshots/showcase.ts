import type {
	INode,
	INodeCredentials,
	INodeParameters,
	INodeProperties,
	INodeTypeDescription,
} from 'n8n-workflow';

/** A node set to one resource and operation, and the names of its fields that fill themselves from the account. */
export interface Showpiece {
	node: INode;
	loadedFields: string[];
}

/** One node for each operation that a node type offers, with every field that loads its options in sight. */
export function showpiecesOf(type: INodeTypeDescription, credentials: INodeCredentials): Showpiece[] {
	return choicesOf(type, 'resource', {}).flatMap((resource) =>
		choicesOf(type, 'operation', { resource }).map((operation) => {
			const chosen = { resource, operation };
			const shown = type.properties.filter((property) => isShown(property, chosen));
			const node: INode = {
				id: crypto.randomUUID(),
				name: `${type.displayName} ${resource} ${operation}`,
				type: type.name,
				typeVersion: Math.max(...[type.version].flat()),
				position: [0, 0],
				parameters: { ...chosen, ...collectionsWithLoadedOptions(shown) },
				credentials,
			};
			return { node, loadedFields: shown.flatMap(loadedIn) };
		}),
	);
}

/** n8n adds a choice of its own to every list of operations: calling the API by hand. */
const customApiCall = '__CUSTOM_API_CALL__';

function choicesOf(type: INodeTypeDescription, name: string, chosen: INodeParameters): string[] {
	return type.properties
		.filter((property) => property.name === name && isShown(property, chosen))
		.flatMap(({ options = [] }) => options.map((option) => ('value' in option ? String(option.value) : '')))
		.filter((value) => value !== customApiCall);
}

function isShown({ displayOptions }: INodeProperties, chosen: INodeParameters): boolean {
	const conditions = Object.entries(displayOptions?.show ?? {}).filter(([name]) => name in chosen);
	return conditions.every(([name, values]) => values?.includes(chosen[name] as string));
}

function loadedIn(property: INodeProperties): string[] {
	if (property.type === 'collection') return (property.options as INodeProperties[]).flatMap(loadedIn);
	const isLoaded =
		property.type === 'resourceLocator' || property.typeOptions?.loadOptionsMethod !== undefined;
	return isLoaded ? [property.name] : [];
}

/** An option of a collection shows only once it has been added to the node. */
function collectionsWithLoadedOptions(properties: INodeProperties[]): INodeParameters {
	const collections = properties.filter((property) => property.type === 'collection');
	return Object.fromEntries(
		collections.map(({ name, options }) => {
			const loaded = (options as INodeProperties[]).filter((option) => loadedIn(option).length > 0);
			return [name, Object.fromEntries(loaded.map((option) => [option.name, option.default]))];
		}),
	) as INodeParameters;
}

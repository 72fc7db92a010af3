import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';
import { NodeOperationError, updateDisplayOptions } from 'n8n-workflow';
import type { Urgency } from '../request/rateBudget';
import { presentable } from './presentable';

/** One operation of one resource: the parameters it shows and what it does with them, in one file. */
export interface Operation<Client> {
	/** How it stands in the Operation drop-down. */
	option: INodePropertyOptions;
	/** Its own parameters; where they are shown is added by `resourceProperties`. */
	parameters: INodeProperties[];
	/** What lets orders go first says 'stock'. */
	urgency?: Urgency;
	/** Returns one list of items for each output of the node. */
	execute(context: IExecuteFunctions, client: Client): Promise<INodeExecutionData[][]>;
}

/** The operations of one resource, by the value they have in the Operation drop-down. */
export type Resource<Client> = Record<string, Operation<Client>>;

/** The Operation drop-down of a resource, followed by the parameters of each of its operations. */
export function resourceProperties<Client>(
	resource: string,
	operations: Resource<Client>,
	defaultOperation: string,
): INodeProperties[] {
	const operationProperty: INodeProperties = {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [resource] } },
		options: Object.values(operations).map(({ option }) => option),
		default: defaultOperation,
	};
	const parameters = Object.entries(operations).flatMap(([operation, { parameters }]) =>
		updateDisplayOptions({ show: { resource: [resource], operation: [operation] } }, parameters),
	);
	return [operationProperty, ...parameters];
}

/**
 * Does what the node was asked for.
 *
 * @param open connects to the service, in the place in its queue that the operation has
 * @throws {NodeApiError | NodeOperationError} in words for people, see `presentable`
 */
export async function runChosenOperation<Client>(
	context: IExecuteFunctions,
	resources: Record<string, Resource<Client>>,
	open: (context: IExecuteFunctions, urgency?: Urgency) => Promise<Client>,
): Promise<INodeExecutionData[][]> {
	try {
		const operation = chosenOperation(context, resources);
		return await operation.execute(context, await open(context, operation.urgency));
	} catch (error) {
		throw presentable(context.getNode(), error);
	}
}

/**
 * The operation chosen in the node.
 *
 * @throws {NodeOperationError} when the workflow names one that this version does not have
 */
function chosenOperation<Client>(
	context: IExecuteFunctions,
	resources: Record<string, Resource<Client>>,
): Operation<Client> {
	const resource = context.getNodeParameter('resource', 0) as string;
	const operation = context.getNodeParameter('operation', 0) as string;
	const chosen = resources[resource]?.[operation];
	if (chosen === undefined) {
		throw new NodeOperationError(
			context.getNode(),
			`This node has no operation "${resource}: ${operation}"`,
			{
				description: 'Open the node and choose a resource and an operation from the lists.',
			},
		);
	}
	return chosen;
}

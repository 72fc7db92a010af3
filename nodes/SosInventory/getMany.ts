import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { withoutCustomerSecrets } from '../../sync/order/sosCustomer';
import { chosenLimit } from '../shared/parameters/limit';
import { chosenShape, type ReadEntity } from './simplify';
import type { SosClient } from './transport/client';
import { list, type SosListRequest } from './transport/list';

/**
 * The records a Get Many asks for, each once, in the chosen shape, without the secrets of customers.
 *
 * @throws {NodeOperationError} for a limit that makes no sense; and, after all rows that could
 *   be read, when SOS counts more than these
 */
export async function* getMany(
	context: IExecuteFunctions,
	company: SosClient,
	{ entity, query }: Pick<SosListRequest, 'query'> & { entity: ReadEntity },
	itemIndex: number,
): AsyncGenerator<IDataObject> {
	const shape = chosenShape(context, entity, itemIndex);
	let missing = 0;
	let read = 0;
	const records = list<IDataObject & { id: number }>(company, {
		entity,
		query,
		limit: chosenLimit(context, itemIndex),
		onMissing: (rows) => (missing = rows),
	});
	for await (const record of records) {
		read += 1;
		yield shape(withoutCustomerSecrets<IDataObject>(record));
	}
	if (missing === 0) return;
	throw new NodeOperationError(
		context.getNode(),
		`SOS Inventory counts ${read + missing} ${entity} records, but only ${read} of them could be read`,
		{
			description: 'The list kept changing while it was read. Run the node again, or narrow it with filters.',
			itemIndex,
		},
	);
}

import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { withoutCustomerSecrets } from '../../sync/order/sosCustomer';
import { chosenShape, type ReadEntity } from './simplify';
import type { SosClient } from './transport/client';
import { readRecord } from './transport/record';

/**
 * Reads a record that the user named, in the chosen shape, without the secrets of customers.
 *
 * @param label the record's kind in the user's words, such as "sales order"
 * @throws {NodeOperationError} when SOS has none with this id
 */
export async function getOne(
	context: IExecuteFunctions,
	company: SosClient,
	record: { entity: ReadEntity; id: number; label: string; query?: Record<string, string> },
	itemIndex: number,
): Promise<IDataObject> {
	const found = await readRecord<IDataObject>(company, record.entity, record.id, record.query);
	if (found === null) {
		throw new NodeOperationError(
			context.getNode(),
			`SOS Inventory has no ${record.label} with the id ${record.id}`,
			{
				description: 'Check the id, and that the credential is for the right company.',
				itemIndex,
			},
		);
	}
	return chosenShape(context, record.entity, itemIndex)(withoutCustomerSecrets(found));
}

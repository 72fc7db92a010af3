import type { Resource } from '../../../shared/run/operation';
import type { SosClient } from '../../transport/client';
import { getDocument } from '../salesDocument/get.operation';
import { getManyDocuments } from '../salesDocument/getAll.operation';
import { salesOrderKind } from '../salesDocument/kind';
import { create } from './create.operation';
import { createFromBigCommerceOrder } from './createFromBigCommerceOrder.operation';

export const salesOrder: Resource<SosClient> = {
	create,
	createFromBigCommerceOrder,
	get: getDocument(salesOrderKind),
	getAll: getManyDocuments(salesOrderKind),
};

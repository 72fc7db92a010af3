import type { Resource } from '../../../shared/run/operation';
import type { SosClient } from '../../transport/client';
import { getDocument } from '../salesDocument/get.operation';
import { getManyDocuments } from '../salesDocument/getAll.operation';
import { salesReceiptKind } from '../salesDocument/kind';

export const salesReceipt: Resource<SosClient> = {
	get: getDocument(salesReceiptKind),
	getAll: getManyDocuments(salesReceiptKind),
};

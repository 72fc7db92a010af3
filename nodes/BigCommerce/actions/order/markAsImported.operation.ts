import { once } from 'lodash';
import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { forEachItem } from '../../../shared/run/forEachItem';
import { itemParameter } from '../../../shared/parameters/itemParameter';
import type { Operation } from '../../../shared/run/operation';
import { yesOrNo } from '../../../shared/parameters/yesOrNo';
import { recordId } from '../../../shared/parameters/recordId';
import type { BigCommerceClient } from '../../transport/client';
import { orderNumber } from './get.operation';
import { markInBatches, type WantedMark } from '../../api/orderMarkBatches';
import type { ImportMark } from '../../api/orderMarkValue';
import { markOrder } from '../../api/orderMarks';
import { beingImported } from './beingImported';
import { refuse } from '../../../shared/parameters/refuse';

const documentField = (
	displayName: string,
	name: string,
	field: string,
	description: string,
): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: `={{ $json.sos.${field} }}`,
	description,
});

const replace: INodeProperties = {
	displayName: 'Replace',
	name: 'replace',
	type: 'boolean',
	default: false,
	description:
		'Whether to mark an order anew that is marked with another document, for example because that document was deleted in SOS Inventory',
};

export const markAsImported: Operation<BigCommerceClient> = {
	option: {
		name: 'Mark as Imported',
		value: 'markAsImported',
		action: 'Mark order as imported',
		description: 'Note on an order which SOS sales document it became, so that no run imports it again',
	},
	parameters: [
		{ ...orderNumber, default: '={{ $json.id }}' },
		documentField(
			'Document Type',
			'documentType',
			'documentType',
			'What the order became, such as salesOrder',
		),
		documentField('Document ID', 'documentId', 'id', 'The ID of the sales document in SOS Inventory'),
		documentField(
			'Document Number',
			'documentNumber',
			'number',
			'The reference number of the sales document',
		),
		documentField('Document Total', 'documentTotal', 'total', 'The total of the sales document'),
		documentField(
			'Content Hash',
			'hash',
			'hash',
			'Tells later whether the order was edited after the import',
		),
		replace,
	],
	async execute(context, store) {
		const wanted = context.getInputData().map((_, itemIndex) => once(() => tryReading(context, itemIndex)));
		const inBatches = await markInBatches(
			store,
			wanted.map((read) => () => read().document),
		);
		const marks = await forEachItem(context, async (itemIndex) => {
			const { document, refusal } = wanted[itemIndex]();
			if (document === undefined) throw refusal;
			const { orderId } = document;
			const isReplaced = yesOrNo(context, replace, itemIndex);
			const result = inBatches.get(document) ?? (await markOrder(store, orderId, document.mark, isReplaced));
			const { mark, metafieldId, alreadyMarked } = result;
			if (result.isBeingImported) throw beingImported(context, orderId, itemIndex);
			if (mark !== undefined && (mark.type !== document.mark.type || mark.id !== document.mark.id)) {
				throw refuse(
					context,
					`Order ${orderId} is marked as imported to ${named(mark)}, not to ${named(document.mark)}`,
					`The order may be in SOS Inventory twice. Look at both documents and delete the wrong one. If the mark is the wrong one, switch on '${replace.displayName}' and mark the order again.`,
					itemIndex,
				);
			}
			return { orderId, alreadyMarked, mark: mark ?? {}, metafieldId };
		});
		return [marks];
	},
};

/** Keeps a refusal for the item's own turn, so that one bad item does not stop the batches of the others. */
function tryReading(
	context: IExecuteFunctions,
	itemIndex: number,
): { document?: WantedMark; refusal?: unknown } {
	try {
		return { document: readDocument(context, itemIndex) };
	} catch (refusal) {
		return { refusal };
	}
}

/** @throws {NodeOperationError} when there is no document: such an order must not count as imported */
function readDocument(context: IExecuteFunctions, itemIndex: number): WantedMark {
	const orderId = recordId(context, 'orderId', 'Order Number', itemIndex);
	const read = (name: string) => String(itemParameter(context, name, itemIndex) ?? '').trim();
	const mark = {
		type: read('documentType'),
		id: read('documentId'),
		number: read('documentNumber'),
		total: read('documentTotal'),
		hash: read('hash'),
	};
	if (mark.type !== '' && mark.id !== '') return { orderId, mark };
	throw refuse(
		context,
		`There is no sales document to mark order ${orderId} with: ${mark.type === '' ? "'Document Type'" : "'Document ID'"} is empty`,
		'Connect this node behind the SOS Inventory node that creates the document, or fill in type and ID.',
		itemIndex,
	);
}

function named({ type, id, number }: Partial<ImportMark>): string {
	const document = type === undefined ? 'an unknown document' : `${type} ${number ?? ''}`.trim();
	return `${document} (ID ${id ?? 'unknown'})`;
}

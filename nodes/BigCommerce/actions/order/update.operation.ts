import type { IDataObject } from 'n8n-workflow';
import { refuse } from '../../../shared/parameters/refuse';
import { forEachItem } from '../../../shared/run/forEachItem';
import type { Operation } from '../../../shared/run/operation';
import { recordId } from '../../../shared/parameters/recordId';
import { changeOrder, LONGEST_STAFF_NOTES, readNotedOrder, type NotedOrder } from '../../api/orders';
import type { BigCommerceClient } from '../../transport/client';
import { orderNumber } from './get.operation';

interface UpdateFields {
	statusId?: string | number;
	staffNote?: string;
	externalOrderId?: string;
}

export const update: Operation<BigCommerceClient> = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update order',
		description: 'Change the status, add a staff note or set the external order ID of an order',
	},
	parameters: [
		{ ...orderNumber, default: '={{ $json.id }}' },
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Add Staff Note',
					name: 'staffNote',
					type: 'string',
					typeOptions: { rows: 3 },
					default: '',
					description:
						'Added below the notes that are there. Shoppers do not see it. A note that is the last one already is not added again.',
				},
				{
					displayName: 'External Order ID',
					name: 'externalOrderId',
					type: 'string',
					default: '',
					description: 'The number of the order in another system. It can be searched for.',
				},
				{
					displayName: 'Status Name or ID',
					name: 'statusId',
					type: 'options',
					typeOptions: { loadOptionsMethod: 'getOrderStatuses' },
					default: '',
					description:
						'Depending on the store settings, a new status sends the shopper an email and moves stock. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
				},
			],
		},
	],
	async execute(context, store) {
		const orders = await forEachItem(context, async (itemIndex) => {
			const refused = (message: string, fix: string) => refuse(context, message, fix, itemIndex);

			const id = recordId(context, 'orderId', 'Order Number', itemIndex);
			const { statusId, staffNote, externalOrderId } = context.getNodeParameter(
				'updateFields',
				itemIndex,
				{},
			) as UpdateFields;
			const changes: IDataObject = {};
			if (externalOrderId !== undefined) {
				if (String(externalOrderId).trim() === '') {
					throw refused(
						`'External Order ID' for order ${id} is empty`,
						'Give it a value or remove the field: an empty one would erase what another system wrote there.',
					);
				}
				changes.external_order_id = String(externalOrderId).trim();
			}
			if (statusId !== undefined) {
				if (!/^\d+$/.test(String(statusId).trim())) {
					throw refused(
						`The status "${statusId}" of order ${id} is no status ID`,
						"Choose 'Status Name or ID' from the list, or give an ID such as 11 for Awaiting Fulfillment.",
					);
				}
				changes.status_id = Number(statusId);
			}
			const note = String(staffNote ?? '').trim();
			if (note === '' && Object.keys(changes).length === 0) {
				throw refused(
					`Nothing was chosen to change on order ${id}`,
					"Add a field under 'Update Fields' and fill it in.",
				);
			}
			if (note === '') return await changeOrder(store, id, changes);

			const order = await readNotedOrder(store, id);
			const notes = withNote(order, note);
			if (notes.length > LONGEST_STAFF_NOTES) {
				throw refused(
					`The staff notes of order ${id} would be ${notes.length} characters long`,
					`BigCommerce keeps at most ${LONGEST_STAFF_NOTES}. Shorten the note, or the notes in the control panel.`,
				);
			}
			if (notes !== order.staff_notes) changes.staff_notes = notes;
			return Object.keys(changes).length === 0 ? order : await changeOrder(store, id, changes);
		});
		return [orders];
	},
};

/** BigCommerce replaces all notes by what is sent, so what is sent are the present notes and the new one. */
function withNote({ staff_notes: present }: NotedOrder, note: string): string {
	const notes = (present ?? '').trimEnd();
	if (notes === note || notes.endsWith(`\n${note}`)) return present ?? '';
	return notes === '' ? note : `${notes}\n${note}`;
}

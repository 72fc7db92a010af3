import type { IDataObject } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { DateTime } from 'luxon';
import { forEachItem } from '../../../shared/forEachItem';
import type { Operation } from '../../../shared/operation';
import { recordId } from '../../../shared/recordId';
import { recordLocator } from '../../recordLocator';
import { reference, referenceField } from '../../referenceFields';
import type { SosClient } from '../../transport/client';
import { writeDocument } from '../../writing/writeDocument';

/** The native cart connection's limit for prefix + number + suffix; SOS numbers every document within it. */
const LONGEST_NUMBER = 21;

interface LineValues {
	itemId: string;
	quantity: number;
	unitPrice: number;
	description?: string;
}

export const create: Operation<SosClient> = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create sales order',
		description:
			'Add a sales order with the lines given here. For shop orders use Create From BigCommerce Order.',
	},
	parameters: [
		{
			displayName: 'Reference Number',
			name: 'number',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. BC-10234',
			description: 'At most 21 characters and not in use: it is how SOS Inventory tells two orders apart',
		},
		recordLocator('Customer', 'customerId', 'searchCustomers', 'The customer the order is for'),
		{
			displayName: 'Lines',
			name: 'lines',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			required: true,
			placeholder: 'Add Line',
			default: {},
			options: [
				{
					displayName: 'Line',
					name: 'line',
					values: [
						{ displayName: 'Description', name: 'description', type: 'string', default: '' },
						{ displayName: 'Item ID', name: 'itemId', type: 'string', default: '', placeholder: 'e.g. 50' },
						{ displayName: 'Quantity', name: 'quantity', type: 'number', default: 1 },
						{
							displayName: 'Unit Price',
							name: 'unitPrice',
							type: 'number',
							typeOptions: { numberPrecision: 4 },
							default: 0,
						},
					],
				},
			],
		},
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				referenceField('Channel', 'channel', 'getChannels'),
				{ displayName: 'Comment', name: 'comment', type: 'string', typeOptions: { rows: 3 }, default: '' },
				{ displayName: 'Customer PO', name: 'customerPO', type: 'string', default: '' },
				{
					displayName: 'Date',
					name: 'date',
					type: 'dateTime',
					default: '',
					description: 'Today when left out',
				},
				referenceField('Department', 'department', 'getDepartments'),
				referenceField('Location', 'location', 'getLocations'),
				referenceField('Order Stage', 'orderStage', 'getOrderStages'),
				{
					displayName: 'Shipping Amount',
					name: 'shippingAmount',
					type: 'number',
					typeOptions: { numberPrecision: 2 },
					default: 0,
				},
				{
					displayName: 'Tax Amount',
					name: 'taxAmount',
					type: 'number',
					typeOptions: { numberPrecision: 2 },
					default: 0,
				},
				referenceField('Terms', 'terms', 'getTerms'),
			],
		},
	],
	async execute(context, company) {
		const items = await forEachItem(context, async (itemIndex) => {
			const refuse = (message: string, description: string) =>
				new NodeOperationError(context.getNode(), message, { description, itemIndex });

			const number = (context.getNodeParameter('number', itemIndex) as string).trim();
			if (number === '' || number.length > LONGEST_NUMBER) {
				throw refuse(
					number === ''
						? "'Reference Number' is empty"
						: `'Reference Number' ${number} has ${number.length} characters`,
					`Give the order a number of 1 to ${LONGEST_NUMBER} characters that no other sales order has.`,
				);
			}
			const lines = (context.getNodeParameter('lines.line', itemIndex, []) as LineValues[]).map(
				(line, index) => {
					if (!/^[1-9]\d*$/.test(String(line.itemId).trim())) {
						throw refuse(
							`Line ${index + 1} names no item`,
							'Give the item ID. SOS Inventory would drop a line without an item silently.',
						);
					}
					const amount = Math.round(line.quantity * line.unitPrice * 10_000) / 10_000;
					return {
						lineNumber: index + 1,
						item: { id: Number(line.itemId) },
						quantity: line.quantity,
						unitprice: line.unitPrice,
						amount,
						...(line.description && { description: line.description }),
					};
				},
			);
			if (lines.length === 0) throw refuse('The order has no lines', "Add at least one line under 'Lines'.");

			const { date, comment, customerPO, shippingAmount, taxAmount, ...references } =
				context.getNodeParameter('additionalFields', itemIndex, {}) as IDataObject;
			const day = date ? DateTime.fromISO(date as string) : DateTime.now();
			const written = await writeDocument(company, 'salesorder', {
				number,
				date: day.setZone(context.getTimezone()).toFormat("yyyy-MM-dd'T'HH:mm:ss"),
				customer: { id: recordId(context, 'customerId', 'Customer', itemIndex) },
				...{ comment, customerPO, shippingAmount, taxAmount },
				...Object.fromEntries(Object.entries(references).map(([name, id]) => [name, reference(id)])),
				lines,
			});
			if (written.kind === 'notWritten') throw written.failure;
			const { document } = written;
			if (written.kind === 'numberTaken' && !written.answerWasLost) {
				throw refuse(
					`SOS Inventory has a sales order ${number} already (id ${document.id})`,
					'Choose a number that is not in use. Nothing was written.',
				);
			}
			const linesWritten = (document.lines as unknown[] | undefined)?.length ?? 0;
			if (linesWritten !== lines.length) {
				throw refuse(
					`SOS Inventory kept ${linesWritten} of the ${lines.length} lines of sales order ${number}`,
					`The order was created (id ${document.id}). Check that the items exist and complete it in SOS Inventory.`,
				);
			}
			return document as IDataObject;
		});
		return [items];
	},
};

import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { DateTime } from 'luxon';
import { withoutCustomerSecrets } from '../../../../sync/order/sosCustomer';
import { textLimits } from '../../../../sync/textLimits';
import { readCollection } from '../../../shared/parameters/collection';
import { forEachItem } from '../../../shared/run/forEachItem';
import { givenMoment } from '../../../shared/parameters/moment';
import type { Operation } from '../../../shared/run/operation';
import { recordId } from '../../../shared/parameters/recordId';
import { referenceField } from '../../../shared/parameters/referenceField';
import { type SalesDocument, salesOrders } from '../../api/salesDocuments';
import { recordLocator } from '../../recordLocator';
import { reference } from '../../reference';
import type { SosClient } from '../../transport/client';
import { writeDocument } from '../../writing/writeDocument';
import { linesParameter, type OrderLine, readLines } from './freeFormLines';
import { refuse } from '../../../shared/parameters/refuse';

const additionalFields: INodeProperties = {
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
			description: 'Now when left out',
		},
		referenceField('Department', 'department', 'getDepartments'),
		referenceField('Location', 'location', 'getLocations', 'The default location when left out'),
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
};

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
		linesParameter,
		additionalFields,
	],
	async execute(context, company) {
		const items = await forEachItem(context, async (itemIndex) => {
			const order = readOrder(context, itemIndex);
			const written = await writeDocument(company, salesOrders, order);
			const { document } = written;
			if (written.kind === 'numberTaken' && !(written.answerWasLost && isSame(document, order))) {
				throw refuse(
					context,
					`SOS Inventory has a sales order ${order.number} already (id ${document.id})`,
					'Choose a number that is not in use. Nothing was written.',
					itemIndex,
				);
			}
			const kept = document.lines?.length ?? 0;
			if (kept === order.lines.length) return withoutCustomerSecrets(document as IDataObject);
			throw refuse(
				context,
				`SOS Inventory kept ${kept} of the ${order.lines.length} lines of sales order ${order.number}`,
				`The order was created (id ${document.id}). Check that the items exist and complete it in SOS Inventory.`,
				itemIndex,
			);
		});
		return [items];
	},
};

interface FreeFormOrder {
	number: string;
	lines: OrderLine[];
	customer: { id: number };
	[field: string]: unknown;
}

function readOrder(context: IExecuteFunctions, itemIndex: number): FreeFormOrder {
	const { date, comment, customerPO, shippingAmount, taxAmount, ...references } = readCollection(
		context,
		additionalFields,
		itemIndex,
	);
	return {
		number: readNumber(context, itemIndex),
		date: readDate(context, date, itemIndex),
		customer: { id: recordId(context, 'customerId', 'Customer', itemIndex) },
		...{ comment, customerPO, shippingAmount, taxAmount },
		...Object.fromEntries(Object.entries(references).map(([name, value]) => [name, reference(value)])),
		lines: readLines(context, itemIndex),
	};
}

function readNumber(context: IExecuteFunctions, itemIndex: number): string {
	const number = String(context.getNodeParameter('number', itemIndex) ?? '').trim();
	if (number !== '' && number.length <= textLimits.number) return number;
	throw refuse(
		context,
		number === ''
			? "'Reference Number' is empty"
			: `'Reference Number' ${number} has ${number.length} characters`,
		`Give the order a number of 1 to ${textLimits.number} characters that no other sales order has.`,
		itemIndex,
	);
}

/** A date without a time zone is one of the workflow's, as SOS wants it. */
function readDate(context: IExecuteFunctions, given: unknown, itemIndex: number): string {
	const date = given ? givenMoment(context, given, "'Date'", itemIndex) : DateTime.now();
	return date.setZone(context.getTimezone()).toFormat("yyyy-MM-dd'T'HH:mm:ss");
}

/** Whether a document whose answer was lost is the one that was sent: one with this number may be older. */
function isSame(document: SalesDocument, { customer, lines }: FreeFormOrder): boolean {
	const found = document.lines ?? [];
	return (
		document.customer?.id === customer.id &&
		found.length === lines.length &&
		found.every((line, index) => Number(line.amount) === lines[index].amount)
	);
}

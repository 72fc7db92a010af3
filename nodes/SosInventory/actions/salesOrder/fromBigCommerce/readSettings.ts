import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { SalesDocumentSettings } from '../../../../../sync/order/settings';
import { withDefaultSettings } from '../../../../../sync/order/settings';
import { readCollection } from '../../../../shared/parameters/collection';
import { oneOf } from '../../../../shared/parameters/oneOf';
import { amountsCollection, readAmounts } from './amounts';
import { customerCollection, readCustomers } from './customers';
import { eligibilityCollection, readEligibility } from './eligibility';
import { fieldsCollection, readCurrency, readFields } from './fields';
import { linesCollection, readLines } from './lines';
import { paymentCollection, readPayment } from './payment';
import { customerMode, transactionType, unmatched } from './topChoices';

/** What the node's parameters say for one order; expressions may say something else for the next. */
export function readSettings(context: IExecuteFunctions, itemIndex: number): SalesDocumentSettings {
	const text = (name: string) => String(context.getNodeParameter(name, itemIndex, '') ?? '').trim();
	const collection = (field: INodeProperties) => readCollection(context, field, itemIndex);

	const mode = oneOf<SalesDocumentSettings['customer']['mode']>(context, customerMode, itemIndex);
	const fixedCustomer =
		mode === 'fixed' ? context.getNodeParameter('fixedCustomer', itemIndex, '', { extractValue: true }) : '';
	const fields = collection(fieldsCollection);
	return withDefaultSettings({
		type: oneOf<SalesDocumentSettings['type']>(context, transactionType, itemIndex),
		number: {
			prefix: text('prefix'),
			suffix: text('suffix'),
			offset: Number(fields.numberOffset ?? 0),
		},
		eligibility: readEligibility(context, collection(eligibilityCollection), itemIndex),
		customer: readCustomers(mode, fixedCustomer, mode === 'fixed' ? {} : collection(customerCollection)),
		lines: {
			unmatched: oneOf<SalesDocumentSettings['lines']['unmatched']>(context, unmatched, itemIndex),
			...readLines(collection(linesCollection)),
		},
		amounts: readAmounts(collection(amountsCollection)),
		payment: readPayment(collection(paymentCollection)),
		fields: readFields(fields, {
			location: text('location'),
			channel: text('channel'),
			workflowTimeZone: context.getTimezone(),
		}),
		currency: readCurrency(fields),
	});
}

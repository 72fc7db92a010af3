import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { SalesDocumentSettings } from '../../../../../sync/order/settings';
import { withDefaultSettings } from '../../../../../sync/order/settings';
import { oneOf } from '../../../../shared/parameters/oneOf';
import { readAmounts } from './amounts';
import { readCustomers } from './customers';
import { readEligibility } from './eligibility';
import { readCurrency, readFields } from './fields';
import { readLines } from './lines';
import { readPayment } from './payment';
import { customerMode, transactionType, unmatched } from './topChoices';

/** What the node's parameters say for one order; expressions may say something else for the next. */
export function readSettings(context: IExecuteFunctions, itemIndex: number): SalesDocumentSettings {
	const text = (name: string) => context.getNodeParameter(name, itemIndex, '') as string;
	const collection = (name: string) => context.getNodeParameter(name, itemIndex, {}) as IDataObject;

	const mode = oneOf<SalesDocumentSettings['customer']['mode']>(context, customerMode, itemIndex);
	const fixedCustomer =
		mode === 'fixed' ? context.getNodeParameter('fixedCustomer', itemIndex, '', { extractValue: true }) : '';
	const fields = collection('fields');
	return withDefaultSettings({
		type: oneOf<SalesDocumentSettings['type']>(context, transactionType, itemIndex),
		number: {
			prefix: text('prefix').trim(),
			suffix: text('suffix').trim(),
			offset: Number(fields.numberOffset ?? 0),
		},
		eligibility: readEligibility(collection('eligibility')),
		customer: readCustomers(mode, fixedCustomer, mode === 'fixed' ? {} : collection('customers')),
		lines: {
			unmatched: oneOf<SalesDocumentSettings['lines']['unmatched']>(context, unmatched, itemIndex),
			...readLines(collection('lines')),
		},
		amounts: readAmounts(collection('amounts')),
		payment: readPayment(collection('payment')),
		fields: readFields(fields, {
			location: text('location'),
			channel: text('channel'),
			workflowTimeZone: context.getTimezone(),
		}),
		currency: readCurrency(fields),
	});
}

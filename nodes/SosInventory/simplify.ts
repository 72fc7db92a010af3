import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { identity, pick } from 'lodash';
import { withoutCustomerSecrets } from '../../sync/order/sosCustomer';
import { simplify } from '../shared/parameters/simplify';
import { yesOrDefault } from '../shared/parameters/yesOrNo';

/** Brings a record into the form that most workflows need. */
export type Simplifier = (record: IDataObject) => IDataObject;

/** What stock and matching read of an item: a tenth of it. */
const ITEM_FIELDS = [
	'id',
	'name',
	'fullname',
	'sku',
	'type',
	'archived',
	'updateBigCommerce',
	'onhand',
	'available',
	'onSO',
	'customFields',
];

export const simpleCustomer: Simplifier = ({ billing, ...customer }) => {
	const { city, postalCode, country } = (billing ?? {}) as IDataObject;
	return {
		...pick(customer, ['id', 'name', 'fullname', 'companyName', 'email', 'phone']),
		...{ billingCity: city, billingPostalCode: postalCode, billingCountry: country },
		archived: customer.archived,
	};
};

export const simpleDocument: Simplifier = ({ customer, lines, ...document }) => {
	const { id, name } = (customer ?? {}) as IDataObject;
	return {
		...pick(document, ['id', 'number', 'date', 'customerPO', 'total', 'closed', 'archived']),
		...{ customerId: id, customerName: name },
		lines: ((lines ?? []) as IDataObject[]).map((line) =>
			pick(line, ['lineNumber', 'item', 'description', 'quantity', 'unitprice', 'amount']),
		),
	};
};

export const simpleItem: Simplifier = (item) => pick(item, ITEM_FIELDS);

/**
 * Brings records into the form that *Simplify* asks for, as SOS has them or with what is read most; in
 * either without the secrets of customers.
 */
export function chosenForm(
	context: IExecuteFunctions,
	simple: Simplifier,
	itemIndex: number,
): (record: object) => IDataObject {
	const form: Simplifier = yesOrDefault(context, simplify, itemIndex) ? simple : identity;
	return (record) => form(withoutCustomerSecrets(record) as IDataObject);
}

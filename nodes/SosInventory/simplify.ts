import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { identity, pick } from 'lodash';
import type { SalesDocumentEntity } from './transport/salesDocuments';

/** What *Get* and *Get Many* read. */
export type ReadEntity = 'customer' | 'item' | SalesDocumentEntity;

type Shape = (record: IDataObject) => IDataObject;

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

const simpleCustomer: Shape = ({ billing, ...customer }) => {
	const { city, postalCode, country } = (billing ?? {}) as IDataObject;
	return {
		...pick(customer, ['id', 'name', 'fullname', 'companyName', 'email', 'phone']),
		...{ billingCity: city, billingPostalCode: postalCode, billingCountry: country },
		archived: customer.archived,
	};
};

const simpleDocument: Shape = ({ customer, lines, ...document }) => {
	const { id, name } = (customer ?? {}) as IDataObject;
	return {
		...pick(document, ['id', 'number', 'date', 'customerPO', 'total', 'closed', 'archived']),
		...{ customerId: id, customerName: name },
		lines: ((lines ?? []) as IDataObject[]).map((line) =>
			pick(line, ['lineNumber', 'item', 'description', 'quantity', 'unitprice', 'amount']),
		),
	};
};

const simpleShapes: Record<ReadEntity, Shape> = {
	customer: simpleCustomer,
	item: (item) => pick(item, ITEM_FIELDS),
	salesorder: simpleDocument,
	salesreceipt: simpleDocument,
};

/** Brings records into the shape that *Simplify* asks for: as SOS has them, or with what is read most. */
export function chosenShape(context: IExecuteFunctions, entity: ReadEntity, itemIndex: number): Shape {
	return context.getNodeParameter('simplify', itemIndex, false) ? simpleShapes[entity] : identity;
}

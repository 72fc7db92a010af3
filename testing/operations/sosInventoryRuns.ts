import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { shownName, type Named } from '../../sandbox/sos/records/recordName';
import { orderItem } from '../sandbox/orderItem';
import type { TestCompany } from '../sandbox/testCompany';
import { fullCustomer, fullItem, fullSalesOrder, fullSalesReceipt } from './fullRecords';
import type { OperationRuns } from './operationRuns';

const all = { returnAll: true };
const anyone = { returnAll: true, filters: { archived: 'any' } };
const locatorOf = (value: unknown) => ({ __rl: true, mode: 'id', value: String(value) });
const byId = locatorOf('={{ $json.id }}');

/** Needs a company whose shop holds the orders that are made up without options: they are of every kind. */
export const runs: OperationRuns<TestCompany> = {
	'customer/create': async (company) => {
		const { customers } = company.server.state;
		customers.update(company.customer('Jordan Sample').id, fullCustomer);
		const additionalFields = { email: 'buyer@example.com', billing: { address: { line1: '1 Main St' } } };
		return [
			...(await outputs(company, 'customer/create', { name: 'Example Buyer', additionalFields })),
			// A new customer has the fields of any other, most of them empty.
			...(await outputs(company, 'customer/get', { customerId: byId }, idsOf(customers.values()))),
		];
	},
	'customer/getAll': async (company) => await list(company, 'customer/getAll', anyone),
	'customer/get': async (company) =>
		await read(company, 'customer/get', { customerId: byId }, company.server.state.customers.values()),
	'item/matchSkus': async (company) => {
		const { items } = company.server.state;
		const sold = items.values().find(({ sku }) => sku === soldSku(company));
		if (sold) items.update(sold.id, { class: fullItem.class, minimumPrice: fullItem.minimumPrice });
		return await matched(company);
	},
	'salesOrder/createFromBigCommerceOrder': async (company) => {
		const orders = await matched(company);
		const others = orders.map((order) => ({ ...order, id: Number(order.id) + 10_000 }));
		const importWith = async (settings: INodeParameters, items = orders) =>
			await outputs(company, 'salesOrder/createFromBigCommerceOrder', settings, items);
		const byIds = importSettings(company, 'id');
		const byNames = importSettings(company, 'name');
		return [
			...(await importWith({ ...byIds, planOnly: true, customerMode: 'findOrCreate' })),
			...(await importWith({ ...byNames, planOnly: true })),
			...(await importWith({ ...byNames, planOnly: true, transactionType: 'salesReceipt' })),
			...(await importWith({ ...byIds, planOnly: true, transactionType: 'salesReceipt' })),
			...(await importWith(byIds)),
			...(await importWith(byIds)),
			// An order that is in one book is not written into the other.
			...(await importWith({ ...byIds, transactionType: 'salesReceipt' }, others)),
		];
	},
	'item/getAll': async (company) => {
		const { items } = company.server.state;
		items.update(items.values()[5].id, fullItem);
		const [location] = company.server.state.locations.values();
		return [
			...(await list(company, 'item/getAll', anyone)),
			...(await outputs(company, 'item/getAll', { ...anyone, options: { locations: [location.name] } })),
		];
	},
	'item/get': async (company) =>
		await read(company, 'item/get', { itemId: byId }, company.server.state.items.values()),
	'salesOrder/create': async (company) => {
		const { items, salesOrders } = company.server.state;
		const [{ id, lines }] = salesOrders.values();
		salesOrders.update(id, fullSalesOrder(lines));
		const line = { itemId: locatorOf(items.values()[6].id), quantity: 1, unitPrice: 2 };
		const customerId = locatorOf(company.customer('Alex Example').id);
		return [
			...(await outputs(company, 'salesOrder/create', {
				number: 'FREE-1',
				customerId,
				lines: { line: [line] },
			})),
			// A new sales order has the fields of any other, most of them empty.
			...(await outputs(company, 'salesOrder/get', documentById, idsOf(salesOrders.values()))),
		];
	},
	'salesOrder/getAll': async (company) => await list(company, 'salesOrder/getAll', all),
	'salesOrder/get': async (company) =>
		await read(company, 'salesOrder/get', documentById, company.server.state.salesOrders.values()),
	'salesReceipt/getAll': async (company) => {
		const { salesReceipts } = company.server.state;
		const [{ id, lines }] = salesReceipts.values();
		salesReceipts.update(id, fullSalesReceipt(lines));
		return await list(company, 'salesReceipt/getAll', all);
	},
	'salesReceipt/get': async (company) =>
		await read(company, 'salesReceipt/get', documentById, company.server.state.salesReceipts.values()),
};

const documentById = { findBy: 'id', documentId: '={{ $json.id }}' };

/** All records as SOS has them, and simplified. */
const list = async (company: TestCompany, id: string, parameters: INodeParameters) => [
	...(await outputs(company, id, parameters)),
	...(await outputs(company, id, { ...parameters, simplify: true })),
];

/** Each record as SOS has it, and simplified. */
const read = async (
	company: TestCompany,
	id: string,
	parameters: INodeParameters,
	records: Array<{ id: number }>,
) => [
	...(await outputs(company, id, parameters, idsOf(records))),
	...(await outputs(company, id, { ...parameters, simplify: true }, idsOf(records))),
];

const soldSku = ({ shop }: TestCompany) => shop.orders.flatMap(({ lines }) => lines)[0].sku;

/** Every setting that puts a record of SOS on the document, each given by ID or by name. */
function importSettings(company: TestCompany, by: 'id' | 'name'): INodeParameters {
	const { state } = company.server;
	const first = ([record]: Array<Named & { id: number }>) =>
		by === 'id' ? record.id : shownName(record, 'hidden');
	return {
		...company.fixedCustomer(),
		location: first(state.locations.values()),
		channel: first(state.channels.values()),
		amounts: { taxAs: 'taxCode', taxCode: first(state.taxCodes.values()) },
		fields: {
			terms: first(state.terms.values()),
			department: first(state.departments.values()),
			orderStage: first(state.orderStages.values()),
			salesRep: first(state.salesReps.values()),
			customFields: { field: [{ id: first(state.customFields.values()), value: '1' }] },
			currencies: { currency: [{ code: 'EUR', exchangeRate: 1.1, sos: first(state.currencies.values()) }] },
			defaultShipMethod: first(state.shipMethods.values()),
		},
		lines: { class: first(state.classes.values()) },
		payment: {
			depositAccount: first(state.accounts.values()),
			defaultMethod: first(state.paymentMethods.values()),
		},
	};
}

/** The orders of the shop with the items of their lines, and something that is no order. */
async function matched(company: TestCompany): Promise<IDataObject[]> {
	const orders = company.shop.orders.map((order) => ({
		status: 'Awaiting Fulfillment',
		...orderItem(order),
	}));
	return await outputs(company, 'item/matchSkus', {}, [...orders, { id: 0 }]);
}

/** The items of all outputs. @throws what the node throws */
async function outputs(
	company: TestCompany,
	id: string,
	parameters: INodeParameters = {},
	items?: IDataObject[],
): Promise<IDataObject[]> {
	const { error, outputs } = await company.run(id.replace('/', ': '), parameters, { items });
	if (error) throw new Error(`${id} failed: ${error.message}`, { cause: error });
	return outputs.flat().map(({ json }) => json);
}

const idsOf = (records: Array<{ id: number }>) => records.map(({ id }) => ({ id }));

import type { IDataObject } from 'n8n-workflow';
import { orderItem } from '../../../testing/sandbox/orderItem';
import { TestCompany } from '../../../testing/sandbox/testCompany';

/** A company that has one of everything, and what each operation gives there. */
export async function outputsOfEveryOperation(): Promise<Record<string, IDataObject[]>> {
	const company = await TestCompany.start({ shop: { items: 150, orders: 90 } });
	const orders = company.shop.orders.map(orderItem);
	const locator = (id: unknown) => ({ __rl: true, mode: 'id', value: String(id) });
	const outputs: Record<string, IDataObject[]> = {};
	const run = async (operation: string, parameters = {}, items?: IDataObject[]) => {
		const result = await company.run(operation, parameters, { items });
		if (result.error) throw result.error;
		const all = result.outputs.flat().map(({ json }) => json);
		const name = operation.replace(': ', '/');
		outputs[name] = [...(outputs[name] ?? []), ...all];
		return all;
	};
	const all = { returnAll: true };
	const anyone = { returnAll: true, filters: { archived: 'any' } };
	const fields = {
		terms: company.idIn('terms', 'Net 15'),
		department: company.idIn('departments', 'Online'),
		orderStage: company.idIn('orderStages', 'New'),
	};
	const settings = {
		...company.fixedCustomer(),
		channel: company.idIn('channels', 'BigCommerce'),
		fields,
		lines: { class: company.idIn('classes', 'Retail') },
	};
	const create = 'salesOrder: createFromBigCommerceOrder';

	await run('customer: create', {
		name: 'Example Buyer',
		additionalFields: { email: 'buyer@example.com', billing: { address: { line1: '1 Main St' } } },
	});
	await run('customer: get', { customerId: locator(company.customer('Jordan Sample').id) });
	const matched = await run('item: matchSkus', {}, [...orders, { id: 0 }]);
	await run(create, { ...settings, planOnly: true, customerMode: 'findOrCreate' }, matched);
	await run(create, settings, matched);
	const payment = { defaultMethod: 'Credit Card' };
	await run(create, { ...settings, payment, transactionType: 'salesReceipt' }, matched);
	await run('customer: getAll', anyone);
	await run('item: get', { itemId: locator(company.server.state.items.values()[5].id) });
	await run('item: getAll', anyone);
	await run('salesOrder: create', {
		number: 'FREE-1',
		customerId: locator(company.customer('Alex Example').id),
		lines: {
			line: [{ itemId: locator(company.server.state.items.values()[5].id), quantity: 1, unitPrice: 2 }],
		},
	});
	const [{ number }] = await run('salesOrder: getAll', all);
	await run('salesOrder: get', { number });
	const [receipt] = await run('salesReceipt: getAll', all);
	await run('salesReceipt: get', { findBy: 'id', documentId: String(receipt.id) });
	await company.stop();
	return outputs;
}

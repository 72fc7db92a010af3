import { forEachItem } from '../../../shared/run/forEachItem';
import type { Operation } from '../../../shared/run/operation';
import { recordId } from '../../../shared/parameters/recordId';
import { simplify } from '../../../shared/parameters/simplify';
import { customers } from '../../api/customers';
import { getOne } from '../../getOne';
import { recordLocator } from '../../recordLocator';
import { simpleCustomer } from '../../simplify';
import type { SosClient } from '../../transport/client';

export const get: Operation<SosClient> = {
	option: { name: 'Get', value: 'get', action: 'Get customer', description: 'Retrieve one customer' },
	parameters: [recordLocator('Customer', 'customerId', 'searchCustomers', 'The customer to read'), simplify],
	async execute(context, company) {
		const items = await forEachItem(context, async (itemIndex) => {
			const id = recordId(context, 'customerId', 'Customer', itemIndex);
			return await getOne(context, company, { noun: customers, id, simple: simpleCustomer }, itemIndex);
		});
		return [items];
	},
};

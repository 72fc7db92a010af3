import type { IDataObject } from 'n8n-workflow';
import { forEachItem } from '../../../shared/forEachItem';
import { chosenLimit, collect, limitParameters } from '../../../shared/limit';
import type { Operation } from '../../../shared/operation';
import { withoutCustomerSecrets } from '../../../../sync/order/sosCustomer';
import { archivedFilter, filtersCollection, readFilters, sinceFilter } from '../../filters';
import type { SosClient } from '../../transport/client';
import { list } from '../../transport/list';

export const getAll: Operation<SosClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many customers',
		description: 'Retrieve a list of customers',
	},
	parameters: [
		...limitParameters,
		filtersCollection([
			archivedFilter,
			sinceFilter('Created Since', 'createdsince'),
			{ displayName: 'Email', name: 'email', type: 'string', placeholder: 'name@email.com', default: '' },
			{
				displayName: 'Name',
				name: 'name',
				type: 'string',
				default: '',
				description: 'The name or full name of the customer',
			},
			{
				displayName: 'Search Text',
				name: 'query',
				type: 'string',
				default: '',
				description: 'Part of the name, full name or notes',
			},
			sinceFilter('Updated Since', 'updatedsince'),
		]),
	],
	async execute(context, company) {
		const items = await forEachItem(context, async (itemIndex) => {
			const query = readFilters(context, itemIndex);
			const limit = chosenLimit(context, itemIndex);
			const customers = await collect(
				list<IDataObject & { id: number }>(company, { entity: 'customer', query, limit }),
			);
			return customers.map((customer) => withoutCustomerSecrets(customer));
		});
		return [items];
	},
};

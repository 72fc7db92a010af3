import { filtersCollection } from '../../../shared/parameters/filters';
import { forEachItem } from '../../../shared/run/forEachItem';
import { limitParameters } from '../../../shared/parameters/limit';
import type { Operation } from '../../../shared/run/operation';
import { simplify } from '../../../shared/parameters/simplify';
import { customers } from '../../api/customers';
import { ReferenceTables } from '../../api/referenceTables';
import { archivedFilter, createdSinceFilter, listArguments, updatedSinceFilter } from '../../filters';
import { getMany } from '../../getMany';
import { simpleCustomer } from '../../simplify';
import type { SosClient } from '../../transport/client';

const filters = filtersCollection([
	archivedFilter,
	createdSinceFilter,
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
	updatedSinceFilter,
]);

export const getAll: Operation<SosClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many customers',
		description: 'Retrieve a list of customers',
	},
	parameters: [...limitParameters, simplify, filters],
	async execute(context, company) {
		const tables = new ReferenceTables(company);
		const items = await forEachItem(context, async function* (itemIndex) {
			const query = await listArguments(context, tables, filters, itemIndex);
			const many = { noun: customers, query, simple: simpleCustomer };
			yield* getMany(context, company, many, itemIndex);
		});
		return [items];
	},
};

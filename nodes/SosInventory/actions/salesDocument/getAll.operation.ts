import { filtersCollection } from '../../../shared/parameters/filters';
import { forEachItem } from '../../../shared/run/forEachItem';
import { limitParameters } from '../../../shared/parameters/limit';
import type { Operation } from '../../../shared/run/operation';
import { referenceField } from '../../../shared/parameters/referenceField';
import { simplify } from '../../../shared/parameters/simplify';
import { ReferenceTables } from '../../api/referenceTables';
import { archivedFilter, createdSinceFilter, listArguments, updatedSinceFilter } from '../../filters';
import { getMany } from '../../getMany';
import { simpleDocument } from '../../simplify';
import type { SosClient } from '../../transport/client';
import type { SalesDocumentKind } from './kind';

const filters = filtersCollection([
	archivedFilter,
	referenceField('Channel', 'channel', 'listChannels'),
	createdSinceFilter,
	referenceField('Location', 'location', 'listLocations'),
	referenceField('Order Stage', 'orderStage', 'listOrderStages'),
	{
		displayName: 'Search Text',
		name: 'query',
		type: 'string',
		default: '',
		description: 'Part of the reference number, comment, customer PO or customer name',
	},
	{
		displayName: 'Status',
		name: 'status',
		type: 'options',
		default: 'open',
		options: [
			{ name: 'Closed', value: 'closed' },
			{ name: 'Open', value: 'open' },
		],
	},
	updatedSinceFilter,
]);

/** *Get Many* of a kind of sales document. */
export function getManyDocuments({ noun }: SalesDocumentKind): Operation<SosClient> {
	const { words } = noun;
	return {
		option: {
			name: 'Get Many',
			value: 'getAll',
			action: `Get many ${words}s`,
			description: `Retrieve a list of ${words}s`,
		},
		parameters: [...limitParameters, simplify, filters],
		async execute(context, company) {
			const tables = new ReferenceTables(company);
			const items = await forEachItem(context, async function* (itemIndex) {
				const query = await listArguments(context, tables, filters, itemIndex);
				yield* getMany(context, company, { noun, query, simple: simpleDocument }, itemIndex);
			});
			return [items];
		},
	};
}

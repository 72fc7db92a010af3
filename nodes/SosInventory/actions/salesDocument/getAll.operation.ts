import { filtersCollection } from '../../../shared/filters';
import { forEachItem } from '../../../shared/forEachItem';
import { limitParameters } from '../../../shared/limit';
import type { Operation } from '../../../shared/operation';
import { archivedFilter, createdSinceFilter, updatedSinceFilter } from '../../filters';
import { getMany } from '../../getMany';
import type { SosClient } from '../../transport/client';
import type { SalesDocumentKind } from './kind';

const filters = filtersCollection([
	archivedFilter,
	{ displayName: 'Channel Name', name: 'channel', type: 'string', default: '' },
	createdSinceFilter,
	{ displayName: 'Location Name', name: 'location', type: 'string', default: '' },
	{ displayName: 'Order Stage Name', name: 'orderStage', type: 'string', default: '' },
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
export function getManyDocuments({ entity, words }: SalesDocumentKind): Operation<SosClient> {
	return {
		option: {
			name: 'Get Many',
			value: 'getAll',
			action: `Get many ${words}s`,
			description: `Retrieve a list of ${words}s`,
		},
		parameters: [...limitParameters, filters],
		async execute(context, company) {
			const items = await forEachItem(context, (itemIndex) =>
				getMany(context, company, { entity, filters }, itemIndex),
			);
			return [items];
		},
	};
}

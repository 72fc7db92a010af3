import type { INodeProperties } from 'n8n-workflow';
import { filtersCollection, readFilters } from '../../../shared/parameters/filters';
import { forEachItem } from '../../../shared/run/forEachItem';
import { chosenLimit, collect, limitParameters } from '../../../shared/parameters/limit';
import type { Operation } from '../../../shared/run/operation';
import { separatedIfGiven } from '../../../shared/parameters/separated';
import { listLocations } from '../../api/locations';
import type { BigCommerceClient } from '../../transport/client';

const fields: INodeProperties[] = [
	{
		displayName: 'Codes',
		name: 'codes',
		type: 'string',
		default: '',
		placeholder: 'e.g. BC-LOCATION-1',
		description: 'Separated by commas or lines, or a list from an expression',
	},
	{
		displayName: 'Default Location',
		name: 'isDefault',
		type: 'boolean',
		default: true,
		description: 'Whether to find the default location, or the others',
	},
	{
		displayName: 'Enabled',
		name: 'isActive',
		type: 'boolean',
		default: true,
		description: 'Whether to find the enabled locations, or the disabled ones',
	},
];

export const getAll: Operation<BigCommerceClient> = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many locations',
		description: 'Retrieve the inventory locations of the store',
	},
	parameters: [...limitParameters, filtersCollection(fields)],
	async execute(context, store) {
		const locations = await forEachItem(context, async (itemIndex) => {
			const { codes, isDefault, isActive } = readFilters(context, fields, itemIndex);
			const wanted = {
				codes: separatedIfGiven(codes),
				isDefault: isDefault as boolean | undefined,
				isActive: isActive as boolean | undefined,
			};
			return await collect(listLocations(store, wanted, chosenLimit(context, itemIndex)));
		});
		return [locations];
	},
};

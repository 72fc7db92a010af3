import type { INodeProperties } from 'n8n-workflow';
import { isBlank } from '../../../../sync/stock/quantity';
import { referenceField } from '../../../shared/parameters/referenceField';
import { settingLabels } from '../../../shared/parameters/settingLabels';

export const locationMap: INodeProperties = {
	displayName: settingLabels['stock.locationMap'],
	name: 'locationMap',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	default: {},
	placeholder: 'Add Location',
	description:
		'Which location of the shop shows the stock of which SOS location, for items read location by location. Without a map they are added up. SOS locations that go to the same location are added up, too.',
	options: [
		{
			displayName: 'Location',
			name: 'row',
			values: [
				referenceField('Location in BigCommerce', 'locationId', 'getLocationOrDefault'),
				{
					displayName: 'Location in SOS Inventory',
					name: 'sosLocation',
					type: 'string',
					default: '',
					placeholder: 'e.g. Main Warehouse',
				},
			],
		},
	],
};

/** BigCommerce locations, '' for the default one, by the SOS location whose stock they show; empty where none is mapped. */
export function readLocationMap(options: Record<string, unknown>): ReadonlyMap<string, string> {
	const { row = [] } = (options[locationMap.name] ?? {}) as {
		row?: Array<{ sosLocation?: string; locationId?: number | string }>;
	};
	return new Map(
		row.flatMap(({ sosLocation, locationId }) =>
			isBlank(sosLocation) ? [] : [[String(sosLocation).trim(), String(locationId ?? '').trim()]],
		),
	);
}

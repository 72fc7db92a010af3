import type { INodeProperties } from 'n8n-workflow';
import type { SosReference } from '../../../../../sync/order/salesDocument';
import { referenceField } from '../../../../shared/parameters/referenceField';
import { reference } from '../../../reference';

/** A table that says which SOS record stands for which name in the shop. */
export function mappingField(
	displayName: string,
	name: string,
	shopName: string,
	sosName: string,
	loadOptionsMethod: string,
	description: string,
): INodeProperties {
	return {
		displayName,
		name,
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		default: {},
		placeholder: 'Add Row',
		description,
		options: [
			{
				displayName: 'Row',
				name: 'row',
				values: [
					{
						displayName: shopName,
						name: 'from',
						type: 'string',
						default: '',
						description: 'As orders in BigCommerce show it',
					},
					referenceField(sosName, 'to', loadOptionsMethod),
				],
			},
		],
	};
}

/** The table by shop name; rows with an empty side are left out. */
export function readMapping(value: unknown): Record<string, SosReference> {
	const rows = (value as { row?: Array<{ from?: string; to?: unknown }> } | undefined)?.row ?? [];
	const filled = rows.flatMap(({ from, to }) => {
		const target = reference(to);
		return from === undefined || target === undefined ? [] : [[from, target] as const];
	});
	return Object.fromEntries(filled);
}

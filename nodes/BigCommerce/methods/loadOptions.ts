import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { call, openStore } from '../transport/client';
import { list } from '../transport/paging';

interface OrderStatus {
	id: number;
	name: string;
	custom_label?: string;
}

interface Channel {
	id: number;
	name: string;
}

interface Location {
	id: number;
	label: string;
	code: string;
	enabled: boolean;
}

/** Without an entry for nothing chosen, n8n shows a field that was left empty as if something were wrong with it. */
const DEFAULT_LOCATION: INodePropertyOptions = { name: "The Store's Default Location", value: '' };

async function locationOptions(context: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const store = await openStore(context);
	const options: INodePropertyOptions[] = [];
	const locations = list<Location>(store, {
		path: '/v3/inventory/locations',
		subject: 'the list of inventory locations',
	});
	for await (const { id, label, code, enabled } of locations) {
		options.push({ name: `${label || code}${enabled ? '' : ' (disabled)'}`, value: id });
	}
	return options;
}

/** What the node's drop-downs call, by the name its parameters give. */
export const loadOptions = {
	/** With the labels that the store gave them. */
	async getOrderStatuses(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		const store = await openStore(this);
		const statuses = await call<OrderStatus[] | null>(store, {
			method: 'GET',
			path: '/v2/order_statuses',
			subject: 'the list of order statuses',
		});
		return (statuses ?? []).map(({ id, name, custom_label: label }) => ({
			name: !label || label === name ? name : `${label} (${name})`,
			value: id,
		}));
	},

	async getChannels(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		const store = await openStore(this);
		const options: INodePropertyOptions[] = [];
		const channels = list<Channel>(store, { path: '/v3/channels', subject: 'the list of channels' });
		for await (const { id, name } of channels) options.push({ name, value: id });
		return options;
	},

	async getLocations(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		return await locationOptions(this);
	},

	/** For a single choice that may be left empty. */
	async getLocationOrDefault(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		return [DEFAULT_LOCATION, ...(await locationOptions(this))];
	},
};

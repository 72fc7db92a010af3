import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { listChannels } from '../api/channels';
import { listLocations } from '../api/locations';
import { readOrderStatuses } from '../api/orderStatuses';
import { openStore } from '../transport/client';

/** Without an entry for nothing chosen, n8n shows a field that was left empty as if something were wrong with it. */
const DEFAULT_LOCATION: INodePropertyOptions = { name: "The Store's Default Location", value: '' };

async function locationOptions(context: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const store = await openStore(context);
	const options: INodePropertyOptions[] = [];
	for await (const { id, label, code, enabled } of listLocations(store)) {
		options.push({ name: `${label || code || id}${enabled ? '' : ' (disabled)'}`, value: id });
	}
	return options;
}

/** What the node's drop-downs call, by the name its parameters give. */
export const loadOptions = {
	/** With the labels that the store gave them. */
	async getOrderStatuses(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		const store = await openStore(this);
		const statuses = await readOrderStatuses(store);
		return statuses.map(({ id, name, custom_label: label }) => ({
			name: !label || label === name ? name : `${label} (${name})`,
			value: id,
		}));
	},

	async getChannels(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		const store = await openStore(this);
		const options: INodePropertyOptions[] = [];
		for await (const { id, name } of listChannels(store)) options.push({ name, value: id });
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

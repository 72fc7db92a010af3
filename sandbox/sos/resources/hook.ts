import type { Company } from '../company';
import { readFields } from '../reading/fields';
import { hookFields, type Hook } from '../records/hook';
import { newStored } from '../records/stored';
import { failedUnder200, invalid } from '../refusal';
import { withoutTimes, type Resource } from './resource';

/** `/hook`. Webhooks can be created, read and deleted; nothing is known of changing one. */
export const hookResource: Resource<Hook> = {
	path: 'hook',
	collection: (state) => state.hooks,
	filters: [],
	render: () => withoutTimes,
	create(body, company) {
		const values = readFields(hookFields, body, company);
		if (values.eventType !== 'item.quantity_updated') throw invalid('The event type is not valid.');
		if (!URL.canParse(values.postUri)) throw invalid('The post URI is not valid.');
		if (values.additionalData && !company.state.locations.get(Number(values.additionalData)))
			throw invalid('The additional data must be empty or the id of a location.');
		return company.state.hooks.set({ ...newStored(company.state.nextId()), ...values });
	},
};

/** @throws Refusal when there is no such webhook */
export function deleteHook(id: number, { state }: Company): void {
	if (!state.hooks.delete(id)) throw failedUnder200(`The hook ${id} was not found.`);
}

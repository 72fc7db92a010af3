import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { openCompany } from '../transport/client';
import { list } from '../transport/list';

interface NamedRecord {
	id: number;
	name: string;
}

/** Without an entry for nothing chosen, n8n shows a field that was left empty as if something were wrong with it. */
const NONE: INodePropertyOptions = { name: 'None', value: '' };

/** Fills a drop-down from one of SOS's reference tables; what cannot be read is shown as n8n shows failures. */
function optionsFrom(entity: string) {
	return async function (this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		const company = await openCompany(this);
		const options: INodePropertyOptions[] = [];
		for await (const record of list<NamedRecord>(company, { entity })) {
			options.push({ name: record.name, value: record.id });
		}
		return [NONE, ...options.sort((a, b) => a.name.localeCompare(b.name))];
	};
}

/** What the node's drop-downs call, by the name its parameters give. */
export const loadOptions = {
	getAccounts: optionsFrom('account'),
	getChannels: optionsFrom('channel'),
	getClasses: optionsFrom('class'),
	getCustomFields: optionsFrom('customfield'),
	getDepartments: optionsFrom('department'),
	getLocations: optionsFrom('location'),
	getOrderStages: optionsFrom('orderstage'),
	getPaymentMethods: optionsFrom('paymentmethod'),
	getSalesReps: optionsFrom('salesrep'),
	getShipMethods: optionsFrom('shipmethod'),
	getTaxCodes: optionsFrom('taxcode'),
	getTerms: optionsFrom('terms'),
};

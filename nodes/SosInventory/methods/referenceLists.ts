import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { openCompany } from '../transport/client';
import { ReferenceTables } from '../transport/referenceTables';

/** Without an entry for nothing chosen, n8n shows a field that was left empty as if something were wrong with it. */
const NONE: INodePropertyOptions = { name: 'None', value: '' };

/** Fills a list from one of SOS's reference tables; what cannot be read is shown as n8n shows failures. */
function optionsFrom(entity: string, ...first: INodePropertyOptions[]) {
	return async function (this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		const records = await new ReferenceTables(await openCompany(this)).records(entity);
		const options = records.map(({ id, name }) => ({ name, value: id }));
		return [...first, ...options.sort((a, b) => a.name.localeCompare(b.name))];
	};
}

/** For a single choice that may be left empty. */
const oneOrNone = (entity: string) => optionsFrom(entity, NONE);

/** What the node's drop-downs call, by the name its parameters give. */
export const loadOptions = {
	getAccounts: oneOrNone('account'),
	getChannels: oneOrNone('channel'),
	getClasses: oneOrNone('class'),
	getCustomFields: oneOrNone('customfield'),
	getDepartments: oneOrNone('department'),
	getLocations: oneOrNone('location'),
	getOrderStages: oneOrNone('orderstage'),
	getPaymentMethods: oneOrNone('paymentmethod'),
	getSalesReps: oneOrNone('salesrep'),
	getShipMethods: oneOrNone('shipmethod'),
	getTaxCodes: oneOrNone('taxcode'),
	getTerms: oneOrNone('terms'),

	// For filters and multiple choices, where none is no choice.
	listChannels: optionsFrom('channel'),
	listLocations: optionsFrom('location'),
	listOrderStages: optionsFrom('orderstage'),
};

import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { recordName } from '../api/recordName';
import {
	accounts,
	channels,
	classes,
	customFields,
	departments,
	isOnEveryPlan,
	locations,
	type NamedRecord,
	orderStages,
	paymentMethods,
	ReferenceTables,
	salesReps,
	shipMethods,
	taxCodes,
	terms,
} from '../api/referenceTables';
import { openCompany } from '../transport/client';
import type { SosNoun } from '../transport/noun';

/** Without an entry for nothing chosen, n8n shows a field that was left empty as if something were wrong with it. */
const NONE: INodePropertyOptions = { name: 'None', value: '' };

/** Fills a list from one of SOS's reference tables; what cannot be read is shown as n8n shows failures. */
function optionsFrom(noun: SosNoun<NamedRecord>) {
	return async function (this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		const records = await new ReferenceTables(await openCompany(this)).records(noun);
		const options = records.map((record) => ({ name: recordName(record), value: record.id }));
		return options.sort((a, b) => a.name.localeCompare(b.name));
	};
}

/** For a single choice that may be left empty. */
function oneOrNone(noun: SosNoun<NamedRecord>) {
	return async function (this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		const options = await optionsFrom(noun).call(this);
		if (options.length > 0 || isOnEveryPlan(noun)) return [NONE, ...options];
		const description = `This company has no ${noun.words}s. They are part of the larger plans of SOS Inventory.`;
		return [{ ...NONE, description }];
	};
}

/** What the node's drop-downs call, by the name its parameters give. */
export const loadOptions = {
	getAccounts: oneOrNone(accounts),
	getChannels: oneOrNone(channels),
	getClasses: oneOrNone(classes),
	getCustomFields: oneOrNone(customFields),
	getDepartments: oneOrNone(departments),
	getLocations: oneOrNone(locations),
	getOrderStages: oneOrNone(orderStages),
	getPaymentMethods: oneOrNone(paymentMethods),
	getSalesReps: oneOrNone(salesReps),
	getShipMethods: oneOrNone(shipMethods),
	getTaxCodes: oneOrNone(taxCodes),
	getTerms: oneOrNone(terms),

	// For filters and multiple choices, where none is no choice.
	listChannels: optionsFrom(channels),
	listLocations: optionsFrom(locations),
	listOrderStages: optionsFrom(orderStages),
};

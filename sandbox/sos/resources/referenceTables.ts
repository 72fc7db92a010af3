import type { Collection } from '../../shared/collection';
import type { Stored } from '../records/stored';
import type { SosState } from '../state';
import { withoutTimes, type Resource } from './resource';

const tables: Record<string, (state: SosState) => Collection<Stored>> = {
	account: (state) => state.accounts,
	bins: (state) => state.bins,
	channel: (state) => state.channels,
	class: (state) => state.classes,
	customfield: (state) => state.customFields,
	department: (state) => state.departments,
	job: (state) => state.jobs,
	location: (state) => state.locations,
	orderstage: (state) => state.orderStages,
	paymentmethod: (state) => state.paymentMethods,
	pricetier: (state) => state.priceTiers,
	priority: (state) => state.priorities,
	salesrep: (state) => state.salesReps,
	shipmethod: (state) => state.shipMethods,
	taxcode: (state) => state.taxCodes,
	terms: (state) => state.terms,
	uom: (state) => state.uoms,
	user: (state) => state.users,
	warranty: (state) => state.warranties,
	workcenter: (state) => state.workcenters,
	worker: (state) => state.workers,
};

/** The tables documents point at. They can be read and have no filters; the path of the bins alone is a plural. */
export const referenceTables: Array<Resource<Stored>> = Object.entries(tables).map(([path, collection]) => ({
	path,
	collection,
	filters: [],
	render: () => withoutTimes,
}));

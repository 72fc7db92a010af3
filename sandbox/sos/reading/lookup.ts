import type { Named } from '../records/recordName';
import type { CustomFieldDefinition } from '../records/referenceTables';
import type { SosSettings } from '../settings';

/** The tables a record can point at. */
export type ReferenceTable =
	| 'accounts'
	| 'bins'
	| 'channels'
	| 'classes'
	| 'currencies'
	| 'customers'
	| 'customerTypes'
	| 'departments'
	| 'items'
	| 'jobs'
	| 'locations'
	| 'orderStages'
	| 'paymentMethods'
	| 'priceTiers'
	| 'priorities'
	| 'salesReps'
	| 'shipMethods'
	| 'taxCodes'
	| 'terms'
	| 'uoms'
	| 'users'
	| 'vendors'
	| 'workcenters';

type Referenced = Named & { id: number };

interface Table {
	get(id: number): Referenced | undefined;
	values(): Referenced[];
}

/** What the reading of a request needs to know of the company: its rules, and what can be pointed at. */
export interface Lookup {
	settings: SosSettings;
	state: Record<ReferenceTable, Table> & { customFields: { values(): CustomFieldDefinition[] } };
}

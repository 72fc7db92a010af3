import { Collection } from '../../shared/collection';
import type { ShopItem } from '../../shop/catalogue';
import type { Company } from '../company';
import { sosSettings } from '../settings';
import type { SosState } from '../state';
import { seedCustomers, type KnownCustomer } from './customers';
import { seedItems } from './items';
import { seedSalesOrders } from './salesOrders';
import { seedTables } from './tables';

export interface SosSeed {
	/** The shop's things; the ones with an SOS side become items. */
	catalogue?: readonly ShopItem[];
	/** Further customers that are there already. */
	customers?: readonly KnownCustomer[];
	/** Numbers that sales orders of other customers have already. */
	takenNumbers?: readonly string[];
}

const ageMs = 30 * 24 * 3_600_000;

/** Fills an empty company, whatever its settings refuse. The same seed gives the same company, ids included. */
export function seedCompany(company: Company, seed: SosSeed): void {
	const { catalogue = [], customers = [], takenNumbers = [] } = seed;
	const tolerant: Company = { ...company, settings: sosSettings({ overlongValue: 'accepted' }) };
	seedTables(company.state);
	seedItems(tolerant, catalogue);
	seedCustomers(tolerant, customers);
	seedSalesOrders(tolerant, takenNumbers);
	age(company.state);
}

/** Lets everything have been there for a month: a poll for news finds none of it. */
function age(state: SosState): void {
	const at = Date.now() - ageMs;
	for (const collection of Object.values(state)) {
		if (!(collection instanceof Collection)) continue;
		for (const record of collection.values())
			if ('createdAt' in record) Object.assign(record, { createdAt: at, updatedAt: at });
		collection.forgetPast();
	}
}

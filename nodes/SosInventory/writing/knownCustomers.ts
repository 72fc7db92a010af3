import type { CustomerMatch } from '../../../sync/order/customer';
import { takenBy } from '../../../sync/order/customerMatch';
import { nameKey, uniqueCustomerName } from '../../../sync/order/customerName';
import { emailsIn } from '../../../sync/order/email';
import type { SosCustomerBody } from '../../../sync/order/salesDocument';
import type { SosCustomer } from '../../../sync/order/sosCustomer';
import { candidatesIn, type CustomerList, moreCustomers, takenIn } from '../memory/customers';
import type { KeyedRecords } from '../memory/keyedRecords';

/** What a run goes by. */
export interface Sources {
	/** Of the company. */
	list: CustomerList;
	/** Whether the list is whole and as SOS has it. Else it is of no use. */
	isWhole: boolean;
	/** By this run: SOS may take a moment to list them. */
	created: KeyedRecords<SosCustomer>;
}

/**
 * The customers that a run knows of without asking. A plan sees those as well whom the run would have created by
 * then; their ids are below 0.
 */
export class KnownCustomers {
	private readonly planned = moreCustomers();

	constructor(private readonly sources: Sources) {}

	/** All who may be the customer that is looked for. */
	candidates(wanted: CustomerMatch): SosCustomer[] {
		const { list, isWhole, created } = this.sources;
		return [...(isWhole ? [list.records] : []), created, this.planned]
			.flatMap((records) => candidatesIn(records, wanted))
			.map((one) => this.asTaken(one));
	}

	/** The customer as those behind have to see it: see `takenBy`. */
	asTaken(customer: SosCustomer): SosCustomer {
		const email = takenIn(this.sources.list).get(customer.id);
		return email === undefined || emailsIn(customer.email).length > 0 ? customer : { ...customer, email };
	}

	/** Books a shopper on a customer. */
	take(customer: SosCustomer, wanted: CustomerMatch): void {
		const taken = takenBy(customer, wanted);
		if (!taken.email || taken.email === customer.email) return;
		if (isPlanned(customer)) this.planned.set(customer.id, taken);
		else takenIn(this.sources.list).set(customer.id, taken.email);
	}

	/** The name for a new customer, as far as the run knows which are taken. */
	freeName({ name }: SosCustomerBody, others: SosCustomer[] = []): string {
		const wanted = { by: [], email: '', company: '', postalCode: '', name };
		const taken = new Set([...others, ...this.candidates(wanted)].map((one) => nameKey(one.name)));
		return uniqueCustomerName(name, (candidate) => taken.has(nameKey(candidate)));
	}

	/** @returns the customer as it would be created */
	plan(create: SosCustomerBody): SosCustomer {
		const customer: SosCustomer = { ...create, id: -1 - this.planned.size, name: this.freeName(create) };
		this.planned.set(customer.id, customer);
		return customer;
	}
}

export function isPlanned({ id }: SosCustomer): boolean {
	return id < 0;
}

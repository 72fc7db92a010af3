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

	/** By the id of a customer without an e-mail address, that of the shopper the plan books on it. */
	private readonly plannedTaken = new Map<number, string>();

	constructor(
		private readonly sources: Sources,
		private readonly planOnly: boolean,
	) {}

	/** All who may be the customer that is looked for. */
	candidates(wanted: CustomerMatch): SosCustomer[] {
		const { list, isWhole, created } = this.sources;
		return [...(isWhole ? [list.records] : []), created, this.planned]
			.flatMap((records) => candidatesIn(records, wanted))
			.map((one) => this.asTaken(one));
	}

	/** The customer as those behind have to see it: see `takenBy`. */
	asTaken(customer: SosCustomer): SosCustomer {
		const email = this.plannedTaken.get(customer.id) ?? takenIn(this.sources.list).get(customer.id);
		return email === undefined || emailsIn(customer.email).length > 0 ? customer : { ...customer, email };
	}

	/** Books a shopper on a customer. */
	take(customer: SosCustomer, wanted: CustomerMatch): void {
		const { email } = takenBy(customer, wanted);
		if (!email || email === customer.email) return;
		(this.planOnly ? this.plannedTaken : takenIn(this.sources.list)).set(customer.id, email);
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

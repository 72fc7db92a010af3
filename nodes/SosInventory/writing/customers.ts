import type { CustomerMatch, CustomerPlan } from '../../../sync/order/customer';
import {
	alreadyCreated,
	type CustomerMatchResult,
	isUsable,
	matchCustomer,
} from '../../../sync/order/customerMatch';
import type { SosCustomerBody, SosReference } from '../../../sync/order/salesDocument';
import type { SosCustomer } from '../../../sync/order/sosCustomer';
import type { Reason } from '../../../sync/reason';
import { collect } from '../../shared/parameters/limit';
import { addCustomer, customers, readCustomer } from '../api/customers';
import { search } from '../api/search';
import {
	type CustomerList,
	customerList,
	isStale,
	knowsAll,
	moreCustomers,
	notesOn,
} from '../memory/customers';
import type { SosClient } from '../transport/client';
import { AskedCustomers } from './askedCustomers';
import { createOnce } from './createOnce';
import { isPlanned, KnownCustomers } from './knownCustomers';
import { mayBeThere } from './mayBeThere';

type FindOrCreate = Extract<CustomerPlan, { kind: 'findOrCreate' }>;

export type CustomerResult = { reference: SosReference } | { reason: Reason };

/** Finds the customers of a run's orders, and creates those who are missing, each once. */
export class Customers {
	private readonly list: CustomerList;

	private readonly asked: AskedCustomers;

	private readonly created = moreCustomers();

	/** Ids of customers who are there for sure. */
	private readonly seen = new Set<number>();

	/** Undefined before the first customer is looked for. */
	private known?: { isWhole: boolean; run: KnownCustomers; plan: KnownCustomers };

	/** @param shoppers how many the run has at most */
	constructor(
		private readonly client: SosClient,
		private readonly shoppers: number,
	) {
		this.list = customerList(client);
		this.asked = new AskedCustomers(client, () => notesOn(this.list).asked++);
	}

	/**
	 * The customer to put on a document. With `planOnly` nobody is created: the document then names the
	 * customer who would be. Two executions that meet one new shopper take turns, so that the second finds
	 * whom the first created.
	 *
	 * @throws {ApiFailure}
	 */
	async resolve(plan: CustomerPlan, planOnly: boolean): Promise<CustomerResult> {
		if (plan.kind === 'fixed') {
			const { id, name } = plan;
			return { reference: id === undefined ? { name } : { id } };
		}
		return await this.list.inTurn(this.client, () => this.findOrCreate(plan, planOnly));
	}

	/**
	 * Whether a customer that was found cannot be booked on any more; then it is forgotten. Memory may be some
	 * minutes old, and whoever is deleted in SOS shows in no list of changes. Asked once in a run.
	 *
	 * @throws {ApiFailure}
	 */
	async isGone({ id }: SosReference): Promise<boolean> {
		if (id === undefined || this.seen.has(id)) return false;
		const customer = await readCustomer(this.client, id);
		if (customer !== undefined && isUsable(customer)) {
			this.seen.add(id);
			return false;
		}
		this.created.delete(id);
		if (customer === undefined) this.list.records.delete(id);
		else this.list.learn(customer);
		return true;
	}

	private async findOrCreate({ match, create }: FindOrCreate, planOnly: boolean): Promise<CustomerResult> {
		this.known ??= this.views(await knowsAll(this.client, this.list, this.shoppers));
		// A run may take long: before anybody is created, what others created meanwhile has to be known.
		if (!planOnly && this.known.isWhole && isStale(this.list)) {
			this.known = this.views(await knowsAll(this.client, this.list, this.shoppers));
		}
		const known = planOnly ? this.known.plan : this.known.run;
		const found = await this.find(known, match);
		if (found.kind === 'several') return { reason: found.reason };
		if (found.kind === 'match') known.take(found.customer, match);
		const own = found.kind === 'match' ? found.customer : alreadyCreated(known.candidates(match), create);
		if (own !== undefined) return { reference: referenceTo(own) };
		return { reference: referenceTo(planOnly ? known.plan(create) : await this.create(match, create)) };
	}

	/** Goes rule by rule, so that a known e-mail address costs one call where SOS is asked. */
	private async find(known: KnownCustomers, match: CustomerMatch): Promise<CustomerMatchResult> {
		for (const by of match.by) {
			const asked = this.known?.isWhole ? [] : await this.asked.candidates(by, match);
			const candidates = [...asked.map((one) => known.asTaken(one)), ...known.candidates(match)];
			const found = matchCustomer(candidates, { ...match, by: [by] });
			if (found.kind !== 'none') return found;
		}
		return { kind: 'none' };
	}

	/**
	 * SOS keeps customer names unique, which makes creating safe to repeat: when the answer is lost, or
	 * another execution was faster, the name is there, and the e-mail tells whether it is this shopper.
	 */
	private async create(match: CustomerMatch, body: SosCustomerBody): Promise<SosCustomer> {
		const known = this.known!.run;
		let name = known.freeName(body);
		const customer = await createOnce(
			this.client,
			() => addCustomer(this.client, { ...body, name }),
			async (failure) => {
				if (!mayBeThere(failure)) throw failure;
				const namesakes = await collect(search(this.client, customers, body.name, { archived: 'any' }));
				// The same name again as long as SOS does not list who has it: a list may lag behind.
				name = known.freeName(body, namesakes);
				const found = matchCustomer(
					namesakes.map((one) => known.asTaken(one)),
					match,
				);
				return found.kind === 'match' ? found.customer : alreadyCreated(namesakes, body);
			},
		);
		this.learn(customer);
		return customer;
	}

	private learn(customer: SosCustomer): void {
		this.created.set(customer.id, customer);
		this.list.learnCreated(this.client, customer);
		// Whom the plans saw in place of this customer would be there twice.
		this.known = this.views(this.known?.isWhole === true);
	}

	private views(isWhole: boolean): NonNullable<Customers['known']> {
		const sources = { list: this.list, isWhole, created: this.created };
		return { isWhole, run: new KnownCustomers(sources), plan: new KnownCustomers(sources) };
	}
}

/** A customer who is only planned has a name and no id yet. */
function referenceTo(customer: SosCustomer): SosReference {
	return isPlanned(customer) ? { name: customer.name ?? '' } : { id: customer.id };
}

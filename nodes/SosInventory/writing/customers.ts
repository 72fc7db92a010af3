import type { CustomerMatch, CustomerPlan } from '../../../sync/order/customer';
import { alreadyCreated, matchCustomer } from '../../../sync/order/customerMatch';
import { nameKey, uniqueCustomerName } from '../../../sync/order/customerName';
import type { SosCustomerBody, SosReference } from '../../../sync/order/salesDocument';
import type { CustomerRule } from '../../../sync/order/settings';
import type { SosCustomer } from '../../../sync/order/sosCustomer';
import type { Reason } from '../../../sync/reason';
import { OneAtATime } from '../../shared/run/oneAtATime';
import { collect } from '../../shared/parameters/limit';
import { addCustomer, customers, customersNamed, customersWithEmail } from '../api/customers';
import { search } from '../api/search';
import type { SosClient } from '../transport/client';
import { PAGE_SIZE } from '../transport/list';
import { createOnce } from './createOnce';
import { mayBeThere } from './mayBeThere';

type FindOrCreate = Extract<CustomerPlan, { kind: 'findOrCreate' }>;

export type CustomerResult = { reference: SosReference } | { reason: Reason };

/** Finds the customers of a run's orders, and creates those who are missing, each once. */
export class Customers {
	/** By all that matching looks at: a shopper with several orders in one run is looked up once. */
	private readonly known = new Map<string, SosReference>();

	/** Created in this run; SOS may take a moment to list them. */
	private readonly created: SosCustomer[] = [];

	/** Two orders of one new shopper must not both find nobody. */
	private readonly oneAtATime = new OneAtATime();

	constructor(private readonly client: SosClient) {}

	/**
	 * The customer to put on a document. With `planOnly` nobody is created: the document then names the
	 * customer who would be.
	 *
	 * @throws {ApiFailure}
	 */
	async resolve(plan: CustomerPlan, planOnly: boolean): Promise<CustomerResult> {
		if (plan.kind === 'fixed') {
			const { id, name } = plan;
			return { reference: id === undefined ? { name } : { id } };
		}
		return await this.oneAtATime.run(this.client.context, () => this.findOrCreate(plan, planOnly));
	}

	private async findOrCreate(plan: FindOrCreate, planOnly: boolean): Promise<CustomerResult> {
		const key = JSON.stringify(plan.match);
		const known = this.known.get(key);
		if (known !== undefined) return { reference: known };

		const found = await this.find(plan.match);
		if (found !== undefined && 'reason' in found) return found;
		if (found === undefined && planOnly) return { reference: { name: plan.create.name } };
		const reference = found?.reference ?? { id: await this.create(plan.create) };
		this.known.set(key, reference);
		return { reference };
	}

	/** Asks SOS rule by rule, so that a known e-mail address costs one call. */
	private async find(match: CustomerMatch): Promise<CustomerResult | undefined> {
		for (const rule of match.by) {
			const candidates = await this.candidates(rule, match);
			const found = matchCustomer([...candidates, ...this.created], { ...match, by: [rule] });
			if (found.kind === 'match') return { reference: { id: found.customer.id } };
			if (found.kind === 'several') return { reason: found.reason };
		}
		return undefined;
	}

	private async candidates(rule: CustomerRule, match: CustomerMatch): Promise<SosCustomer[]> {
		const { email, name, company, postalCode } = match;
		if (rule === 'email') return await collect(customersWithEmail(this.client, email));
		if (rule === 'name' || rule === 'nameAndAddress') return await collect(customersNamed(this.client, name));
		return company === '' || postalCode === '' ? [] : await this.customersOfCompany(company);
	}

	/**
	 * SOS cannot be asked for a company name, only for a text in names and notes. Customers who are called
	 * after their company are found by it; where a word is in more names than fit one answer, nobody is.
	 */
	private async customersOfCompany(company: string): Promise<SosCustomer[]> {
		let total = 0;
		const found = search(this.client, customers, company, {
			limit: PAGE_SIZE,
			onTotal: (rows) => (total = rows),
		});
		const candidates = await collect(found);
		return total > PAGE_SIZE ? [] : candidates;
	}

	/**
	 * SOS keeps customer names unique, which makes creating safe to repeat: when the answer is lost, or
	 * another execution was faster, the name is there, and the e-mail tells whether it is this shopper.
	 *
	 * @returns the customer's id
	 */
	private async create(body: SosCustomerBody): Promise<number> {
		let name = uniqueCustomerName(body.name, () => false);
		const customer = await createOnce(
			this.client,
			() => addCustomer(this.client, { ...body, name }),
			async (failure) => {
				if (!mayBeThere(failure)) throw failure;
				const namesakes = await collect(search(this.client, customers, body.name, { archived: 'any' }));
				// The same name again as long as SOS does not list who has it: a list may lag behind.
				const taken = new Set(namesakes.map((one) => nameKey(one.name)));
				name = uniqueCustomerName(body.name, (candidate) => taken.has(nameKey(candidate)));
				return alreadyCreated(namesakes, body);
			},
		);
		this.created.push(customer);
		return customer.id;
	}
}

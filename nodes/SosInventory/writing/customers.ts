import type { CustomerMatch, CustomerPlan } from '../../../sync/order/customer';
import { matchCustomer, uniqueCustomerName } from '../../../sync/order/customerMatch';
import type { SosCustomerBody, SosReference } from '../../../sync/order/salesDocument';
import type { CustomerMatchRule } from '../../../sync/order/settings';
import type { SosCustomer } from '../../../sync/order/sosCustomer';
import type { Reason } from '../../../sync/reason';
import type { ApiFailure } from '../../shared/request/apiFailure';
import { settle } from '../../shared/request/settle';
import type { SosClient } from '../transport/client';
import { list } from '../transport/list';
import { createRecord } from '../transport/record';

/** Names tried for one new customer, when others keep being faster. */
const MAX_NAMES = 5;

export type CustomerResult = { reference: SosReference } | { reason: Reason };

/** Finds the customers of a run's orders, and creates those who are missing, each once. */
export class Customers {
	/** By e-mail: a shopper with several orders in one run is looked up once. */
	private readonly known = new Map<string, SosReference>();

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
		const { email } = plan.match;
		const known = this.known.get(email);
		if (known !== undefined) return { reference: known };

		const result = await this.find(plan.match);
		if (result !== undefined) return this.remember(email, result);
		if (planOnly) return { reference: { name: plan.create.name } };
		return this.remember(email, { reference: { id: await this.create(plan.create) } });
	}

	private remember(email: string, result: CustomerResult): CustomerResult {
		if ('reference' in result && email !== '') this.known.set(email, result.reference);
		return result;
	}

	/** Asks SOS rule by rule, so that a known e-mail address costs one call. */
	private async find(match: CustomerMatch): Promise<CustomerResult | undefined> {
		for (const rule of match.by) {
			const query = lookUp(rule, match);
			if (query === undefined) continue;
			const candidates = await this.customers(query);
			const found = matchCustomer(candidates, { ...match, by: [rule] });
			if (found.kind === 'match') return { reference: { id: found.customer.id } };
			if (found.kind === 'several') return { reason: found.reason };
		}
		return undefined;
	}

	/**
	 * SOS keeps customer names unique, which makes creating safe to repeat: when the answer is lost, or
	 * another execution was faster, the name is there, and the e-mail tells whether it is this shopper.
	 */
	private async create(body: SosCustomerBody): Promise<number> {
		const taken: string[] = [];
		for (let tries = 1; ; tries++) {
			const name = uniqueCustomerName(body.name, taken);
			const subject = `the customer "${name}"`;
			const sent = await settle(
				createRecord<SosCustomer>(this.client, 'customer', { ...body, name }, subject),
			);
			if (sent.failure === undefined) return sent.value.id;
			if (!isNameTaken(sent.failure) && !sent.failure.mayHaveBeenDone) throw sent.failure;

			const namesakes = (await this.customers({ name })).filter((one) => sameText(one.name, name));
			const same = namesakes.find(({ email, archived }) => !archived && sameText(email, body.email));
			if (same !== undefined) return same.id;
			if (tries === MAX_NAMES) throw sent.failure;
			if (isNameTaken(sent.failure)) taken.push(name);
		}
	}

	private async customers(query: Record<string, string>): Promise<SosCustomer[]> {
		const customers: SosCustomer[] = [];
		for await (const customer of list<SosCustomer>(this.client, { entity: 'customer', query })) {
			customers.push(customer);
		}
		return customers;
	}
}

/** What to ask SOS for by a rule; undefined where the order has nothing to ask with. */
function lookUp(rule: CustomerMatchRule, match: CustomerMatch): Record<string, string> | undefined {
	if (rule === 'email') return match.email === '' ? undefined : { email: match.email };
	if (rule === 'name') return match.name === '' ? undefined : { name: match.name };
	return match.company === '' || match.postalCode === '' ? undefined : { query: match.company };
}

/** The wording is not documented for customers; SOS says in some way that the name is there already. */
function isNameTaken({ category, apiMessage }: ApiFailure): boolean {
	return category === 'invalid' && /duplicate|already|exists|unique|in use/i.test(apiMessage);
}

function sameText(left: string | null | undefined, right: string | null | undefined): boolean {
	return (left ?? '').trim().toLowerCase() === (right ?? '').trim().toLowerCase();
}

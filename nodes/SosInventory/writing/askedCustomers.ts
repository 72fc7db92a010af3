import type { CustomerMatch } from '../../../sync/order/customer';
import type { CustomerRule } from '../../../sync/order/settings';
import type { SosCustomer } from '../../../sync/order/sosCustomer';
import { collect } from '../../shared/parameters/limit';
import { customers, customersNamed, customersWithEmail } from '../api/customers';
import { search } from '../api/search';
import type { SosClient } from '../transport/client';
import { PAGE_SIZE } from '../transport/list';

/** Asks SOS for the customers of single shoppers, and nothing twice in a run. */
export class AskedCustomers {
	private readonly answers = new Map<string, SosCustomer[]>();

	/** @param onCall is told of each call */
	constructor(
		private readonly client: SosClient,
		private readonly onCall: () => void,
	) {}

	/**
	 * Who may be the customer by a rule.
	 *
	 * @throws {ApiFailure}
	 */
	async candidates(
		rule: CustomerRule,
		{ email, name, company, postalCode }: CustomerMatch,
	): Promise<SosCustomer[]> {
		if (rule === 'email') return await this.once(`e ${email}`, email, () => this.withEmail(email));
		if (rule === 'name') return await this.once(`n ${name}`, name, () => this.named(name));
		const text = rule === 'nameAndAddress' ? name : company;
		const isSought = rule === 'nameAndAddress' || postalCode !== '';
		return isSought ? await this.once(`t ${text}`, text, () => this.withText(text)) : [];
	}

	private async once(key: string, sought: string, ask: () => Promise<SosCustomer[]>): Promise<SosCustomer[]> {
		const known = this.answers.get(key) ?? (sought === '' ? [] : undefined);
		if (known !== undefined) return known;
		this.onCall();
		const answer = await ask();
		this.answers.set(key, answer);
		return answer;
	}

	private async withEmail(email: string): Promise<SosCustomer[]> {
		return await collect(customersWithEmail(this.client, email));
	}

	private async named(name: string): Promise<SosCustomer[]> {
		return await collect(customersNamed(this.client, name));
	}

	/**
	 * SOS cannot be asked for a company, nor for a name with any number behind it, only for a text in names and notes.
	 * Customers who are called after their company are found by it; where a text is in more names than fit one
	 * answer, nobody is.
	 */
	private async withText(text: string): Promise<SosCustomer[]> {
		let total = 0;
		const found = search(this.client, customers, text, {
			limit: PAGE_SIZE,
			onTotal: (rows) => (total = rows),
		});
		const candidates = await collect(found);
		return total > PAGE_SIZE ? [] : candidates;
	}
}

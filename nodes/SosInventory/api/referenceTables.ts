import type { FailureCategory } from '../../shared/request/apiFailure';
import { id, optional, record, type Shape, text } from '../../shared/request/shape';
import { settle } from '../../shared/request/settle';
import { collect } from '../../shared/parameters/limit';
import type { SosClient } from '../transport/client';
import { list } from '../transport/list';
import { type SosNoun, type SosRecord, sosNoun } from '../transport/noun';
import type { Named } from './recordName';

/** A record as drop-downs and references know it. */
export type NamedRecord = SosRecord & Named;

const namedRecord: Shape<NamedRecord> = record({
	id,
	name: optional(text),
	fullname: optional(text),
	fullName: optional(text),
	firstName: optional(text),
	lastName: optional(text),
	number: optional(text),
});

const table = (path: string, words: string): SosNoun<NamedRecord> => sosNoun(path, words, namedRecord);

export const accounts = table('/account', 'account');
export const channels = table('/channel', 'channel');
export const classes = table('/class', 'class record');
export const customFields = table('/customfield', 'custom field');
export const departments = table('/department', 'department');
export const locations = table('/location', 'location');
export const orderStages = table('/orderstage', 'order stage');
export const paymentMethods = table('/paymentmethod', 'payment method');
export const salesReps = table('/salesrep', 'sales rep');
export const shipMethods = table('/shipmethod', 'ship method');
export const taxCodes = table('/taxcode', 'tax code');
export const terms = table('/terms', 'terms record');

/** SOS's Plus and Pro plans have these; how smaller plans refuse them is not documented. */
const NOT_ON_EVERY_PLAN = new Set([salesReps]);

const REFUSED: FailureCategory[] = ['permission', 'notFound', 'invalid'];

/** SOS's short tables, such as locations and terms. Each is read once in a run, and only when somebody asks. */
export class ReferenceTables {
	private readonly tables = new Map<SosNoun, NamedRecord[]>();

	constructor(private readonly client: SosClient) {}

	/**
	 * All records of a table; none where the company's plan does not have the table.
	 *
	 * @throws {ApiFailure}
	 */
	async records(noun: SosNoun<NamedRecord>): Promise<NamedRecord[]> {
		const records = this.tables.get(noun) ?? (await this.read(noun));
		this.tables.set(noun, records);
		return records;
	}

	private async read(noun: SosNoun<NamedRecord>): Promise<NamedRecord[]> {
		const outcome = await settle(collect(list(this.client, noun)));
		if (outcome.failure === undefined) return outcome.value;
		if (!isOnEveryPlan(noun) && REFUSED.includes(outcome.failure.category)) return [];
		throw outcome.failure;
	}
}

/** Whether a company may lack the table because of its plan. */
export function isOnEveryPlan(noun: SosNoun<NamedRecord>): boolean {
	return !NOT_ON_EVERY_PLAN.has(noun);
}

import type { StockWrite } from '../../../../sync/stock/stockPlan';
import type { AdjustmentRefusal } from '../../api/stockAdjustments';

/** Takes the outcome of each row: no words when it was set, BigCommerce's own when it was refused. */
export type RowOutcome = (write: StockWrite, refusal?: string) => void;

/** After the refusal itself. One bad row that is not named is found among 2,000 with as many at most. */
const MOST_REQUESTS = 13;

/**
 * Sends the rows of a batch that BigCommerce refused because of some of them, without those. Rows that
 * the refusal names are known. Where it names none, a bad one is looked for by halves: those without it
 * are set on the way, and what nobody has asked about alone comes at the end. Rows that are left when
 * the requests are used up carry the refusal.
 */
export class RefusedBatch {
	private requestsLeft = MOST_REQUESTS;

	/** As long as no row has passed it may not be the rows that are the matter. */
	private hasPassed = false;

	private aside: StockWrite[] = [];

	/**
	 * @param adjust sends rows with one request
	 * @param outcome told of each row once
	 */
	constructor(
		private readonly adjust: (rows: StockWrite[]) => Promise<AdjustmentRefusal | undefined>,
		private readonly outcome: RowOutcome,
	) {}

	/**
	 * @param refusal what was said to all the rows together
	 * @throws {ApiFailure} when both halves are refused in the same words, or another answer says that it is
	 *   not the rows that are the matter
	 */
	async sendRest(rows: StockWrite[], refusal: AdjustmentRefusal): Promise<void> {
		await this.narrow(rows, refusal);
		while (this.aside.length > 0) {
			const rest = this.aside;
			this.aside = [];
			if (this.requestsLeft === 0) return this.refuse(rest, refusal);
			const again = await this.send(rest);
			if (again !== undefined) await this.narrow(rest, again);
		}
	}

	private async narrow(rows: StockWrite[], refusal: AdjustmentRefusal): Promise<void> {
		const named = new Set(refusal.named);
		if (named.size > 0) {
			this.refuse([...named], refusal);
			this.aside.push(...rows.filter((row) => !named.has(row)));
			// Each such refusal settles rows, so that what follows it is no search.
			this.requestsLeft++;
		} else if (rows.length === 1 || this.requestsLeft < 2) {
			this.refuse(rows, refusal);
		} else {
			await this.halve(rows, refusal);
		}
	}

	private async halve(rows: StockWrite[], refusal: AdjustmentRefusal): Promise<void> {
		const middle = Math.ceil(rows.length / 2);
		const [first, second] = [rows.slice(0, middle), rows.slice(middle)];
		const again = await this.send(first);
		if (again === undefined) return await this.narrow(second, refusal);
		if (this.hasPassed) {
			this.aside.push(...second);
			return await this.narrow(first, again);
		}
		const other = await this.send(second);
		if (other?.words === again.words) {
			this.refuse([...rows, ...this.aside], refusal);
			throw refusal.failure;
		}
		if (other !== undefined) this.aside.push(...second);
		await this.narrow(first, again);
	}

	private async send(rows: StockWrite[]): Promise<AdjustmentRefusal | undefined> {
		this.requestsLeft--;
		const refusal = await this.adjust(rows);
		if (refusal === undefined) {
			this.hasPassed = true;
			rows.forEach((row) => this.outcome(row));
		}
		return refusal;
	}

	private refuse(rows: StockWrite[], { words }: AdjustmentRefusal): void {
		rows.forEach((row) => this.outcome(row, words));
	}
}

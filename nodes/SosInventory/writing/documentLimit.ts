import { ofOrder } from '../../../sync/orderReasons';
import type { Reason } from '../../../sync/reason';
import { setting } from '../../../sync/settingName';

/**
 * How many documents a run writes, or plans. Orders that are held, or were there already, keep no place: whoever
 * wants to compare five documents gets five, however many orders are held.
 */
export class DocumentLimit {
	/** Places of documents that are there. */
	private made = 0;

	/** Orders that have a place while nobody knows yet what becomes of them, by their index. */
	private readonly underWay = new Set<number>();

	private waiting: Array<() => void> = [];

	/** @param most undefined for as many as there are */
	constructor(private readonly most: number = Infinity) {}

	/** Gives an order a place, where there is one. */
	take(index: number): boolean {
		if (this.made + this.underWay.size >= this.most) return false;
		this.underWay.add(index);
		return true;
	}

	/** Settles the place of an order that has one. */
	settle(index: number, isDocument: boolean): void {
		if (!this.underWay.delete(index)) return;
		if (isDocument) this.made += 1;
		this.waiting.splice(0).forEach((wake) => wake());
	}

	/** Waits until the place of one order is settled; false where none is open. */
	async change(): Promise<boolean> {
		if (this.underWay.size === 0) return false;
		await new Promise<void>((resolve) => this.waiting.push(resolve));
		return true;
	}

	/** Whether no order will get a place any more. */
	get isUsedUp(): boolean {
		return this.made >= this.most;
	}

	/** For an order that there was no place for. */
	reasonAgainst(orderId: number): Reason {
		const documents = this.most === 1 ? 'one document' : `${this.most} documents`;
		return ofOrder(orderId, {
			code: 'LEFT_FOR_NEXT_RUN',
			message: `this run has made ${documents}, as many as it may.`,
			fix: `Nothing has to be done: a later run takes it. To have more in one run, raise ${setting('import.mostDocuments')} (in the template: documentsPerRun in its node Settings).`,
		});
	}
}

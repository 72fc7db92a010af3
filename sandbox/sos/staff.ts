import { groupBy, sumBy } from 'lodash';
import type { Company } from './company';
import { quantity } from './decimal';
import type { SalesDocument, SalesLine, SalesOrder, SalesReceipt } from './records/salesDocument';
import { changed, newStored } from './records/stored';
import { rebookDemand } from './stock/demand';

/** What people do in SOS Inventory itself, past the API. Documents and items are named by their ids. */
export class Staff {
	constructor(private readonly company: Company) {}

	/** Splits every line of more than one unit in two. Items, quantities and amounts stay the same in all. */
	splitLines(documentId: number): void {
		this.change(documentId, ({ lines }) => ({ lines: lines.flatMap((line) => this.halves(line)) }));
	}

	/** Merges the lines of each item into one, at the average price. */
	mergeLines(documentId: number): void {
		this.change(documentId, ({ lines }) => ({
			lines: Object.values(groupBy(lines, ({ item }) => item.id)).map(merged),
		}));
	}

	/** Changes fields of a document as it is: a note, a line, a date. */
	change<T extends Partial<SalesDocument>>(documentId: number, edit: (document: SalesDocument) => T): void {
		const { salesOrders, salesReceipts } = this.company.state;
		const [order, receipt] = [salesOrders.get(documentId), salesReceipts.get(documentId)];
		if (order) this.rebook(order, salesOrders.set(changed(order, edit(order))));
		if (receipt) this.rebook(receipt, salesReceipts.set(changed(receipt, edit(receipt))));
	}

	/** Deletes a document, of whichever kind; lists only lack it from now on. */
	deleteDocument(documentId: number): void {
		const { salesOrders, salesReceipts } = this.company.state;
		const document = salesOrders.get(documentId) ?? salesReceipts.get(documentId);
		if (!document) throw new Error(`There is no sales document ${documentId}.`);
		this.rebook(document, undefined);
		salesOrders.delete(documentId);
		salesReceipts.delete(documentId);
	}

	/** Enters by hand what a document says, under the same number and with another id. */
	enterAgain(document: SalesOrder | SalesReceipt): number {
		const { state } = this.company;
		const again = { ...document, ...newStored(state.nextId()) };
		if (isReceipt(again)) state.salesReceipts.set(again);
		else state.salesOrders.set(again);
		this.rebook(undefined, again);
		return again.id;
	}

	/** Deletes an item; documents keep their lines. */
	deleteItem(itemId: number): void {
		this.company.state.items.delete(itemId);
	}

	/**
	 * Deletes an item and makes it again with the same name, SKU and stock.
	 * @returns the id of the new one
	 */
	remakeItem(itemId: number): number {
		const { state } = this.company;
		const item = this.item(itemId);
		const balance = state.balances.get(itemId);
		state.items.delete(itemId);
		const made = state.items.set({ ...item, ...newStored(state.nextId()) });
		if (balance) state.balances.set({ ...balance, id: made.id });
		return made.id;
	}

	/** Moves the SKU of one item to another, which loses its own. */
	moveSku(fromItemId: number, toItemId: number): void {
		const { state } = this.company;
		const [from, to] = [this.item(fromItemId), this.item(toItemId)];
		state.items.set(changed(from, { sku: null }));
		state.items.set(changed(to, { sku: from.sku }));
	}

	private item(id: number) {
		const item = this.company.state.items.get(id);
		if (!item) throw new Error(`There is no item ${id}.`);
		return item;
	}

	private halves(line: SalesLine): SalesLine[] {
		if (line.quantity <= 1) return [line];
		const first = Math.floor(line.quantity / 2);
		const part = Math.round(100 * line.unitprice * first) / 100;
		const rest = { quantity: quantity(line.quantity - first), amount: quantity(line.amount - part) };
		return [
			{ ...line, quantity: first, amount: part },
			{ ...line, ...rest, id: this.company.state.nextId() },
		];
	}

	private rebook(before: SalesDocument | undefined, after: SalesDocument | undefined): void {
		const figure = isReceipt(before ?? after) ? 'onSR' : 'onSO';
		rebookDemand(this.company, figure, before, after);
	}
}

function isReceipt(document: SalesDocument | undefined): document is SalesReceipt {
	return document !== undefined && 'paymentMethod' in document;
}

function merged(lines: SalesLine[]): SalesLine {
	const units = quantity(sumBy(lines, 'quantity'));
	const amount = quantity(sumBy(lines, 'amount'));
	return { ...lines[0], quantity: units, amount, unitprice: quantity(amount / units) };
}

import type { Collection } from '../../shared/collection';
import type { Company } from '../company';
import { quantity } from '../decimal';
import { isShipped } from '../documents/salesLines';
import { stockTypes } from '../records/item';
import type { TransactionLink } from '../records/documentLine';
import type { SalesDocument } from '../records/salesDocument';
import type { Shipment } from '../records/stockDocuments';
import { changed } from '../records/stored';
import { post, type Posting } from './balances';
import { componentPostings, rebookDemand, type DemandFigure } from './demand';

/**
 * Lets a shipment take effect: the goods leave the location's stock, and the lines of the sales orders and
 * receipts it ships move on.
 * @param direction -1 takes the effect of a shipment back
 * @returns the ids of the items whose stock changed
 */
export function applyShipment(company: Company, shipment: Shipment, direction: 1 | -1): Set<number> {
	for (const link of shippedDocuments(shipment)) shipFrom(company, shipment, link, direction);
	const postings = shipment.lines.flatMap((line): Posting[] => {
		const change = -direction * line.leaving;
		const posting = {
			itemId: line.item.id,
			locationId: shipment.location.id,
			figure: 'onhand',
			change,
		} as const;
		return [posting, ...componentPostings(company, posting)];
	});
	return post(
		company,
		postings.filter(({ itemId }) => holdsStock(company, itemId)),
	);
}

export function holdsStock({ state }: Company, itemId: number): boolean {
	return stockTypes.includes(state.items.get(itemId)?.type ?? '');
}

/** One link for each document the lines of a shipment point at. */
function shippedDocuments({ lines }: Shipment): TransactionLink[] {
	const links = lines.map(({ linkedTransaction }) => linkedTransaction).filter((link) => link !== null);
	return [...new Map(links.map((link) => [`${link.transactionType} ${link.id}`, link])).values()];
}

function shipFrom(company: Company, shipment: Shipment, link: TransactionLink, direction: 1 | -1): void {
	const figure: DemandFigure = link.transactionType === 'SR' ? 'onSR' : 'onSO';
	const documents: Collection<SalesDocument> =
		figure === 'onSR' ? company.state.salesReceipts : company.state.salesOrders;
	const before = documents.get(Number(link.id));
	if (!before) return;
	const lines = before.lines.map((line) => {
		const shipped = line.shipped + direction * shippedOf(shipment, link, line.lineNumber);
		return { ...line, shipped: quantity(shipped) };
	});
	const after = changed(before, {
		lines,
		closed: isShipped(lines),
		linkedShipments: linkedShipments(before, shipment, direction),
	});
	documents.set(after);
	rebookDemand(company, figure, before, after);
}

function shippedOf(shipment: Shipment, { id, transactionType }: TransactionLink, lineNumber: number): number {
	return shipment.lines
		.filter(({ linkedTransaction: link }) => {
			const isSameDocument = link?.id === id && link.transactionType === transactionType;
			return isSameDocument && link.lineNumber === lineNumber;
		})
		.reduce((sum, line) => sum + line.leaving, 0);
}

function linkedShipments(document: SalesDocument, shipment: Shipment, direction: 1 | -1): TransactionLink[] {
	const others = document.linkedShipments.filter(({ id }) => id !== shipment.id);
	if (direction === -1) return others;
	const { id, number } = shipment;
	return [...others, { id, transactionType: 'Shipment', refNumber: number, lineNumber: null }];
}

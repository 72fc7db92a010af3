import type { Collection } from '../../shared/collection';
import type { Company } from '../company';
import { checkOpen, documentDate } from '../documents/dating';
import { linesWithItem } from '../documents/lines';
import { expandedKit } from '../documents/kitLines';
import { documentNumber } from '../documents/numbering';
import { isShipped, salesLines } from '../documents/salesLines';
import { documentTotals } from '../documents/totals';
import {
	archivedFilter,
	dateFilter,
	locationFilter,
	referenceNameFilter,
	searching,
	sinceFilter,
	statusFilter,
} from '../listing/query';
import type { LowerCaseObject } from '../reading/body';
import { readFields, type FieldValues } from '../reading/fields';
import {
	salesOrderFields,
	salesReceiptFields,
	type SalesDocument,
	type SalesOrder,
	type SalesReceipt,
	type SentSalesDocument,
} from '../records/salesDocument';
import { changed, newStored } from '../records/stored';
import { failedUnder200, invalid } from '../refusal';
import type { SosState } from '../state';
import { rebookDemand, type DemandFigure } from '../stock/demand';
import { notifyOfAvailable } from '../stock/hookDelivery';
import type { Resource } from './resource';
import { renderSalesDocument, renderSalesDocumentSummary } from './salesDocumentView';

const filters = [
	searching<SalesDocument>(
		(document) => document.number,
		(document) => document.comment,
		(document) => document.customerPO,
		(document) => document.customer.name,
	),
	statusFilter,
	archivedFilter,
	dateFilter,
	locationFilter,
	referenceNameFilter<SalesDocument>('channel', ({ channel }) => channel),
	referenceNameFilter<SalesDocument>('orderStage', ({ orderStage }) => orderStage),
	sinceFilter,
];

/** What tells the two kinds of sales document apart. */
interface Kind<T extends SalesDocument> {
	path: string;
	/** How messages call it. */
	words: string;
	figure: DemandFigure;
	/** Whether kits are replaced by their components where the company is set to do so. */
	expandsKits: boolean;
	collection(state: SosState): Collection<T>;
	read(body: LowerCaseObject, company: Company): SentSalesDocument;
}

function salesDocumentResource<T extends SalesDocument>(kind: Kind<T>): Resource<T> {
	/** Keeps `document` and books what it asks for instead of what it asked for before. */
	function keep(document: T, before: T | undefined, company: Company): T {
		kind.collection(company.state).set(document);
		notifyOfAvailable(company, rebookDemand(company, kind.figure, before, document));
		return document;
	}

	/** @throws Refusal for what SOS Inventory does not accept */
	function contentOf(body: LowerCaseObject, company: Company, before?: T) {
		const values = kind.read(body, company);
		const { customer } = values;
		if (!customer) throw invalid('You must select a customer.');
		const { location } = values;
		if (!location && company.settings.documentLocation === 'required')
			throw invalid('You must select a location.');
		const isExpanded = kind.expandsKits && company.settings.expandKitsOnSalesOrders;
		const sent = linesWithItem(values.lines, `a ${kind.words}`);
		const kept = isExpanded ? sent.flatMap((line) => expandedKit(line, company)) : sent;
		const lines = salesLines(kept, company, before?.lines);
		return {
			...values,
			customer,
			lines,
			date: documentDate(values.date, company, before),
			location: location ?? company.state.defaultLocation(),
			closed: isShipped(lines),
			...documentTotals(values, lines, company),
			number: documentNumber(values.number, kind.collection(company.state), kind.words, before?.id),
		};
	}

	return {
		path: kind.path,
		collection: kind.collection,
		filters,
		render: renderSalesDocument,
		renderSummary: renderSalesDocumentSummary,
		create(body, company) {
			// `kind.read` gives all fields of the kind, of which the compiler sees the shared ones.
			const document = {
				...newStored(company.state.nextId()),
				...contentOf(body, company),
				archived: false,
				linkedInvoices: [],
				linkedShipments: [],
				linkedPickTickets: [],
				linkedPayments: [],
			};
			return keep(document as unknown as T, undefined, company);
		},
		replace(before, body, company) {
			const after = { ...before, ...contentOf(body, company, before) };
			return keep(changed(after, {}), before, company);
		},
	};
}

/** `/salesorder`. */
export const salesOrderResource = salesDocumentResource<SalesOrder>({
	path: 'salesorder',
	words: 'sales order',
	figure: 'onSO',
	expandsKits: true,
	collection: (state) => state.salesOrders,
	read: (body, company): FieldValues<typeof salesOrderFields> => readFields(salesOrderFields, body, company),
});

/** `/salesreceipt`. */
export const salesReceiptResource = salesDocumentResource<SalesReceipt>({
	path: 'salesreceipt',
	words: 'sales receipt',
	figure: 'onSR',
	expandsKits: false,
	collection: (state) => state.salesReceipts,
	read: (body, company): FieldValues<typeof salesReceiptFields> =>
		readFields(salesReceiptFields, body, company),
});

/**
 * Deletes sales orders (`DELETE /salesorder/batch`), all or none.
 * @throws Refusal when one does not exist, has been shipped or is dated in a closed period
 */
export function deleteSalesOrders(ids: number[], company: Company): void {
	const orders = ids.map((id) => {
		const order = company.state.salesOrders.get(id);
		if (!order) throw failedUnder200(`The sales order ${id} was not found.`);
		if (order.linkedShipments.length > 0)
			throw failedUnder200(`The sales order ${order.number} has been shipped and cannot be deleted.`);
		checkOpen(order.date, company.settings.closingDate);
		return order;
	});
	for (const order of orders) {
		company.state.salesOrders.delete(order.id);
		notifyOfAvailable(company, rebookDemand(company, 'onSO', order, undefined));
	}
}

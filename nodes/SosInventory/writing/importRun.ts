import type { IDataObject } from 'n8n-workflow';
import type { MatchedOrder, NormalizedOrder } from '../../../sync/bigCommerceOrder';
import type { SalesDocumentPlan } from '../../../sync/order/plan';
import type { SameDifference } from '../../../sync/order/sameDifference';
import type { SalesDocumentSettings } from '../../../sync/order/settings';
import type { Reason } from '../../../sync/reason';
import type { Marking, Written } from '../marking/marking';
import type { SosClient } from '../transport/client';
import type { Customers } from './customers';
import type { DocumentLimit } from './documentLimit';
import type { EarlierDocument } from './earlierDocument';
import type { EarlierDocuments } from './earlierDocuments';
import type { Kits } from './kits';
import type { MissingItems } from './missingItems';
import type { NewItems } from './newItems';
import type { ReferenceCheck } from './referenceCheck';
import type { Verdicts } from './verdicts';

/** What the orders of one run share. */
export interface ImportRun {
	client: SosClient;
	/** Claims and marks the orders in BigCommerce; undefined where a later node marks them. */
	marking?: Marking;
	customers: Customers;
	newItems: NewItems;
	missingItems: MissingItems;
	references: ReferenceCheck;
	earlier: EarlierDocuments;
	verdicts: Verdicts;
	kits: Kits;
	/** How many documents it makes. */
	documents: DocumentLimit;
	differences: SameDifference;
	/** Whether all orders have the same settings, and with them the same faults of settings. */
	sharesSettings: boolean;
	/** A document was written, whatever came of it. */
	hasWritten: boolean;
	/** Set when an answer suggests that a setting points nowhere: from then on settings are checked first. */
	suspectSettings: boolean;
	/** Why no further order can succeed, once that is clear. */
	stoppedBy?: Reason;
	/** What stopped it will not pass by itself: the execution must show as failed, whatever was written before. */
	mustFail: boolean;
}

/** One order on its way, with what the node's settings make of it. */
export interface ImportJob {
	order: MatchedOrder;
	settings: SalesDocumentSettings;
	/** Nothing is written, customers and items included. */
	planOnly: boolean;
	plan: SalesDocumentPlan;
}

/** An order that is planned when its turn comes: thousands of plans at a time would fill n8n's memory. */
export interface OrderInTurn {
	order: NormalizedOrder;
	job(): ImportJob;
}

/** What became of an order, as it leaves the node. */
export type ImportResult = { imported: IDataObject } | { held: IDataObject };

/** The same with what BigCommerce has to be told of it. */
export type Outcome = ImportResult & {
	/** The document that the order has in SOS, by this run or before. */
	written?: Pick<Written, 'mark' | 'differs'>;
	/** This run wrote the document. */
	isNew?: boolean;
	/** What holds the order, where that is a document which was there before. */
	against?: EarlierDocument;
	/** Nobody can say whether a document was written. */
	mayBeWritten?: boolean;
};

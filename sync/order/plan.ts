import { omit } from 'lodash';
import type { Reason } from '../reason';
import type { CustomerPlan } from './customer';
import type { EligibilityReport } from './eligibility';
import type { SosItemBody, SosReference, SosSalesDocument, UnaddressedDocument } from './salesDocument';
import type { SalesDocumentType } from './settings';
import type { TotalCheck } from './totalCheck';

/** What every plan tells about its order, whether or not it may be written. */
export interface PlanReport {
	type: SalesDocumentType;
	/** The document's reference number. */
	number: string;
	totalCheck: TotalCheck;
	warnings: Reason[];
	eligibility: EligibilityReport;
}

/** The order may not be written, for at least one reason. */
export interface HeldPlan extends PlanReport {
	kind: 'held';
	held: Reason[];
}

/** The document could be written if SOS had these items: create them, put them on the order with `withCreatedItems`, and plan it again. */
export interface ItemsMissingPlan extends PlanReport {
	kind: 'itemsMissing';
	document: UnaddressedDocument;
	customer: CustomerPlan;
	itemsToCreate: SosItemBody[];
}

/** All but its customer is settled: find or create it, and put it in with `addressed`. */
export interface ReadyPlan extends PlanReport {
	kind: 'ready';
	document: UnaddressedDocument;
	customer: CustomerPlan;
}

/** May be written as it is. */
export interface AddressedPlan extends PlanReport {
	kind: 'addressed';
	/** The JSON body to POST. */
	document: SosSalesDocument;
}

/** A plan with a document in it. */
export type DocumentPlan = ItemsMissingPlan | ReadyPlan;

export type SalesDocumentPlan = HeldPlan | DocumentPlan;

/** The document with its customer, at the place where documents with a fixed customer have it. */
export function withCustomer(document: UnaddressedDocument, customer: SosReference): SosSalesDocument {
	const { number, date, ...rest } = document;
	return { number, date, customer, ...omit(rest, 'customer') };
}

/** A plan whose customer was found or created. Only what came through here can be written. */
export function addressed(plan: ReadyPlan, customer: SosReference): AddressedPlan {
	return { kind: 'addressed', ...reportOf(plan), document: withCustomer(plan.document, customer) };
}

/** A plan that turned out to have one more reason against it. */
export function heldFor(plan: SalesDocumentPlan, reason: Reason): HeldPlan {
	const held = plan.kind === 'held' ? plan.held : [];
	return { kind: 'held', ...reportOf(plan), held: [...held, reason] };
}

function reportOf({ type, number, totalCheck, warnings, eligibility }: PlanReport): PlanReport {
	return { type, number, totalCheck, warnings, eligibility };
}

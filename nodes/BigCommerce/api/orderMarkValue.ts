import type { IDataObject } from 'n8n-workflow';
import { isPlainObject, omit, pickBy } from 'lodash';

/** How an imported order is marked: a metafield with this name and key, one per order and API account. */
export const MARK = { namespace: 'n8n-bigcommerce-sos', key: 'imported' };

/** The SOS sales document that an order became, as the mark keeps it. */
export interface ImportMark extends IDataObject {
	type: string;
	id: string;
	number: string;
	total: string;
	/** Of the order's content when it was imported, to notice later edits. */
	hash: string;
}

/** A sales document that may have been written: where it would be, and under which number. */
export interface DocumentName {
	type: string;
	number: string;
	/** Of one that is known to have been written. */
	id?: string;
}

/**
 * That a run is about to write an order's document. It stands where the mark will stand, so that of all runs,
 * whatever process or workflow they are of, exactly one can make it.
 */
export interface ImportClaim extends DocumentName {
	/** Of the run, to know its own claim when the answer to making it was lost. */
	run: string;
	/** What runs before it that never ended were about to write: any of these documents may be there. */
	earlier: DocumentName[];
	/** When the run last said that it is still at the order. */
	renewed?: string;
}

/** What a metafield in the mark's place says. */
export type MarkValue =
	| { kind: 'marked'; mark: Partial<ImportMark> }
	| { kind: 'claimed'; claim: ImportClaim }
	/** The document is in SOS, and is not what the order says: a person has to look at it. */
	| { kind: 'differing'; mark: Partial<ImportMark> };

/** What only a mark has that is none yet. Marks of all versions count as marks, also those that cannot be read. */
type State = Exclude<MarkValue['kind'], 'marked'>;

/** The metafield that marks an order. It is readable for other API accounts, so that a new token still sees it. */
export function markBody(mark: ImportMark) {
	return body('The SOS Inventory sales document this order became', mark);
}

/** The metafield that claims an order. */
export function claimBody(claim: ImportClaim) {
	return body('A workflow is importing this order into SOS Inventory', {
		state: 'claimed' satisfies State,
		...claim,
	});
}

/** The metafield that says which document an order became, and that it is not what the order says. */
export function differingBody(mark: Partial<ImportMark>) {
	return body('The SOS Inventory sales document this order became, which differs from the order', {
		state: 'differing' satisfies State,
		...mark,
	});
}

function body(description: string, value: object) {
	return { ...MARK, permission_set: 'read', description, value: JSON.stringify(value) };
}

/** Whether a metafield stands where marks and claims stand. */
export function isInMarksPlace({ namespace, key }: { namespace: string; key: string }): boolean {
	return namespace === MARK.namespace && key === MARK.key;
}

/** What the metafield says, as far as it can be read: people and other apps can write there, too. */
export function readMarkValue(value: string): MarkValue {
	const read = parsed(value);
	if (read.state === ('claimed' satisfies State)) return { kind: 'claimed', claim: readClaim(read) };
	const mark = pickBy(omit(read, 'state'), isText);
	return { kind: read.state === ('differing' satisfies State) ? 'differing' : 'marked', mark };
}

function readClaim(read: IDataObject): ImportClaim {
	const earlier = Array.isArray(read.earlier) ? (read.earlier as unknown[]) : [];
	return { ...documentName(read), run: text(read.run), earlier: earlier.map(asObject).map(documentName) };
}

function parsed(value: string): IDataObject {
	try {
		return asObject(JSON.parse(value));
	} catch {
		return {};
	}
}

function asObject(value: unknown): IDataObject {
	return isPlainObject(value) ? (value as IDataObject) : {};
}

function documentName(value: IDataObject): DocumentName {
	const name = { type: text(value.type), number: text(value.number) };
	return isText(value.id) ? { ...name, id: value.id } : name;
}

function isText(value: unknown): value is string {
	return typeof value === 'string';
}

function text(value: unknown): string {
	return isText(value) ? value : '';
}

import { isEqual } from 'lodash';
import type { CustomerMatch } from '../../../sync/order/customer';
import { nameKey, nameKeyWithoutNumber } from '../../../sync/order/customerName';
import { emailsIn } from '../../../sync/order/email';
import type { SosCustomer } from '../../../sync/order/sosCustomer';
import { allCustomers, countCustomers } from '../api/customers';
import { settle } from '../../shared/request/settle';
import type { SosClient } from '../transport/client';
import { PAGE_SIZE } from '../transport/list';
import { KeyedRecords } from './keyedRecords';
import type { ListKind } from './listKind';
import type { RememberedList } from './rememberedList';
import { rememberedList } from './rememberedLists';

/** What changed is asked for no more often than this. */
const REFRESH_EVERY_MS = 3 * 60_000;

/** A list of so few pages is read whole instead, which tells of deleted customers too. */
const FEW_PAGES = 2;

const CUSTOMERS: ListKind<SosCustomer, SosCustomer> = { read: allCustomers, keep: neededOf, keysOf };

/** The customers of a company as far as they are known: all of them, or those that were created meanwhile. */
export type CustomerList = RememberedList<SosCustomer, SosCustomer>;

/** What goes with a company's list and is not in it. */
interface Notes {
	/** Calls that were spent on asking for shoppers one by one. */
	asked: number;
	/** When the list was last compared with SOS, by `performance.now()`. */
	checkedAt: number;
	/** When it last could not be read, since one customer in it is not as documented. */
	unreadableAt: number;
	taken: Map<number, string>;
}

const notes = new WeakMap<CustomerList, Notes>();

export function customerList(client: SosClient): CustomerList {
	return rememberedList(client, CUSTOMERS);
}

/** The e-mail addresses of shoppers for whom customers without one were taken, by the customer's id. */
export function takenIn(list: CustomerList): Map<number, string> {
	return notesOn(list).taken;
}

export function notesOn(list: CustomerList): Notes {
	const known = notes.get(list);
	if (known !== undefined) return known;
	const fresh: Notes = { asked: 0, checkedAt: -Infinity, unreadableAt: -Infinity, taken: new Map() };
	notes.set(list, fresh);
	return fresh;
}

/**
 * Sees to it that all customers are known as they are now, where that costs fewer calls than asking for the shoppers
 * one by one: in a company of 100,000 customers they are asked for until that has cost as much as reading all of
 * them. Call it in the list's turn.
 *
 * @param shoppers how many are still to be found
 * @returns false where each has to be asked for
 * @throws {ApiFailure}
 */
export async function knowsAll(client: SosClient, list: CustomerList, shoppers: number): Promise<boolean> {
	const note = notesOn(list);
	if (performance.now() - note.unreadableAt < REFRESH_EVERY_MS) return false;
	const outcome = await settle(bringUpToDate(client, list, shoppers));
	if (outcome.failure === undefined) return outcome.value;
	if (!outcome.failure.isFlaw) throw outcome.failure;
	// The shopper whose record it is must not hold up all the others.
	note.unreadableAt = performance.now();
	return false;
}

/** Whether others may have created or changed customers since the list was last compared with SOS. */
export function isStale(list: CustomerList): boolean {
	return performance.now() - notesOn(list).checkedAt >= REFRESH_EVERY_MS;
}

async function bringUpToDate(client: SosClient, list: CustomerList, shoppers: number): Promise<boolean> {
	const note = notesOn(list);
	if (list.isComplete && pages(list.records.size) > FEW_PAGES) {
		if (!isStale(list)) return true;
		if (shoppers === 1) return false;
		await list.refresh(client);
		if (list.isComplete && (await isWhole(client, list))) return checked(note);
	}
	const worthIt = shoppers + note.asked;
	const isTooMuch = (rowsRead: number) => pages((list.totalCount ?? 0) - rowsRead) > worthIt;
	if (isTooMuch(0)) return false;
	return (await list.readAll(client, isTooMuch)) && checked(note);
}

/** Those who may be the customer that is looked for, by any rule; and all who have its name, with or without a number. */
export function candidatesIn(records: KeyedRecords<SosCustomer>, wanted: CustomerMatch): SosCustomer[] {
	return keysOf({ id: 0, name: wanted.name, email: wanted.email, companyName: wanted.company }).flatMap(
		(key) => records.withKey(key),
	);
}

/** Customers beside those of the list, found in the same way. */
export function moreCustomers(): KeyedRecords<SosCustomer> {
	return new KeyedRecords(keysOf);
}

function checked(note: Notes): true {
	note.checkedAt = performance.now();
	return true;
}

/** A customer that was deleted shows in no list of changes, but is not counted any more. */
async function isWhole(client: SosClient, list: CustomerList): Promise<boolean> {
	const total = await countCustomers(client);
	list.totalCount = total ?? list.totalCount;
	return total === undefined || total === list.records.size;
}

function pages(rows: number): number {
	return Math.ceil(rows / PAGE_SIZE);
}

/** What matching needs, in as little memory as it takes. Of an archived customer only its name is taken. */
function neededOf({ id, name, email, companyName, billing, shipping, archived }: SosCustomer): SosCustomer {
	if (archived) return { id, name, archived };
	const [billed, shipped] = [placeIn(billing), placeIn(shipping)];
	return {
		id,
		name,
		...(email && { email }),
		...(companyName && { companyName }),
		...(billed && { billing: billed }),
		...(shipped && !isEqual(shipped, billed) && { shipping: shipped }),
	};
}

function placeIn(address: SosCustomer['billing']): SosCustomer['billing'] {
	const { line1, city, postalCode } = address ?? {};
	return line1 || city || postalCode ? { line1, city, postalCode } : undefined;
}

function keysOf({ name, email, companyName }: SosCustomer): string[] {
	const keys = [
		...emailsIn(email).map((one) => `e ${one}`),
		`n ${nameKeyWithoutNumber(name)}`,
		...(companyName ? [`c ${nameKey(companyName)}`] : []),
	];
	return [...new Set(keys)];
}

import { decimalsOf } from '../currencies';
import { fromDecimal } from '../money';
import { sameText } from '../sameText';
import type { AddressedPlan } from './plan';
import type { SosReference } from './salesDocument';
import type { SalesDocumentType } from './settings';
import { documentTotal } from './totalCheck';

/** What is remembered of a document in SOS, whoever entered it. Texts are empty where SOS has nothing. */
export interface KnownDocument {
	type: SalesDocumentType;
	id: number;
	number: string;
	customerPO: string;
	customer: { id?: number; name: string };
	/** Decimal text, as SOS has it. */
	total: string;
	/** Starting with `YYYY-MM-DD`. */
	date: string;
	/** Another one after each change, where SOS says so. */
	version?: string;
}

/** A document that an order would get, as much of it as tells whether it is there. */
export type SoughtDocument = Pick<AddressedPlan, 'type' | 'document' | 'totalCheck'>;

/** Whoever enters an order by hand dates it when it was placed or, within so many days, when it is entered. */
const DAYS_TO_ENTER = 31;

const DAY_MS = 86_400_000;

/**
 * What a document that is known by its header may be to an order: *own*, so that it has to be read and
 * compared; *likely* the order as somebody else entered it, which nobody can tell for sure; undefined for
 * another one's.
 *
 * The number alone proves little outside its own book, and the customer PO, which is the order's number,
 * little by itself: two stores have the same order numbers. So one more thing must agree.
 *
 * @param oneForAll whether all orders go to the same customer, who then tells nothing about an order
 */
export function kinship(
	sought: SoughtDocument,
	known: KnownDocument,
	oneForAll: boolean,
): 'own' | 'likely' | undefined {
	const { document } = sought;
	const isSameNumber = known.number === document.number;
	if (isSameNumber && known.type === sought.type) return 'own';

	const isSamePO = known.customerPO.trim() === document.customerPO;
	if (isSamePO && isSameNumber) return 'own';
	const days = (dayOf(known.date) - dayOf(document.date)) / DAY_MS;
	// SOS does not say in which time zone its dates are.
	const isSameDay = Math.abs(days) <= 1;
	if (isSamePO && isSameDay) return 'own';

	// Nobody enters an order before it is placed.
	if (days < -1 || days > DAYS_TO_ENTER) return undefined;
	const isSameTotal = isTotalOf(sought, known);
	const isSameCustomer = isCustomerOf(document.customer, known);
	const order = document.customerPO ?? '';
	if (numbersIn(known.customerPO).includes(order)) {
		// Entered by hand, on the customer that whoever did it took.
		return isSameTotal || (isSameCustomer && !oneForAll) ? 'likely' : undefined;
	}
	const hasItsNumber = isSameNumber || numbersIn(known.number).includes(order);
	const isBlank = known.customerPO.trim() === '';
	return hasItsNumber && isBlank && isSameDay && isSameTotal && isSameCustomer ? 'likely' : undefined;
}

/**
 * The numbers in a text, without leading zeros.
 * @example numbersIn('BC-01042/2') // ['1042', '2']
 */
export function numbersIn(text: string): string[] {
	return (text.match(/\d+/g) ?? []).map((digits) => digits.replace(/^0+(?=\d)/, ''));
}

function isTotalOf({ document, totalCheck }: SoughtDocument, { total }: KnownDocument): boolean {
	const decimals = decimalsOf(totalCheck.currency);
	const amount = Number(total);
	const isNumber = total.trim() !== '' && Number.isFinite(amount);
	return isNumber && fromDecimal(amount, decimals) === documentTotal(document, decimals);
}

function isCustomerOf({ id, name }: SosReference, { customer }: KnownDocument): boolean {
	if (id !== undefined && customer.id !== undefined) return id === customer.id;
	return customer.name !== '' && sameText(name, customer.name);
}

function dayOf(date: string): number {
	return Date.parse(date.slice(0, 10));
}

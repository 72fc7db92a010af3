import { plainText } from '../sameText';
import { textLimits } from '../textLimits';

/** QuickBooks writes it behind the name of a customer that was deleted there. Anywhere else it is part of the name. */
const DELETED = /\(deleted\)$/;

/** Whether QuickBooks marked the customer of this name as deleted. */
export function isMarkedDeleted(name: string | null | undefined): boolean {
	return DELETED.test(plainText(name));
}

/** The name without what people overlook: case, spaces, and how an accented letter is stored. */
export function nameKey(name: unknown): string {
	return plainText(name).normalize('NFKC').replace(/\s+/g, ' ');
}

/** As {@link nameKey}, and without the number that {@link uniqueCustomerName} adds. */
export function nameKeyWithoutNumber(name: unknown): string {
	return nameKey(name).replace(/ \(\d+\)$/, '');
}

/**
 * The name with a number behind it, if it is taken. Case does not count, as in QuickBooks. At most 100 characters.
 *
 * @param isTaken asked for the name and then for each numbered one, until one is free
 */
export function uniqueCustomerName(name: string, isTaken: (candidate: string) => boolean): string {
	const limit = textLimits.customerName;
	let candidate = name.slice(0, limit).trim();
	for (let count = 2; isTaken(candidate); count++) {
		const suffix = ` (${count})`;
		candidate = name.slice(0, limit - suffix.length).trim() + suffix;
	}
	return candidate;
}

/** A name that says nobody's: without a letter or a figure, such as the "-" that a register fills in. */
export function isNobody(name: string | null | undefined): boolean {
	return !/[\p{L}\p{N}]/u.test(name ?? '');
}

/** A colon separates a parent customer from its child in SOS's full names. */
export function allowedName(name: string): string {
	return name.replace(/\s*:\s*/g, ' - ').replace(/\s+/g, ' ');
}

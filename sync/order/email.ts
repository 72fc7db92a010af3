import { plainText } from '../sameText';

/** The e-mail addresses in a field, lower case. QuickBooks lets people enter several in one. */
export function emailsIn(field: string | null | undefined): string[] {
	return plainText(field)
		.split(/[\s,;]+/)
		.filter((email) => email !== '');
}

/** Whether two fields have an address in common. */
export function shareEmail(left: string | null | undefined, right: string | null | undefined): boolean {
	const others = new Set(emailsIn(right));
	return emailsIn(left).some((email) => others.has(email));
}

/** Whether the fields tell two people apart: both have an address, and none in common. */
export function emailsDiffer(left: string | null | undefined, right: string | null | undefined): boolean {
	return emailsIn(left).length > 0 && emailsIn(right).length > 0 && !shareEmail(left, right);
}

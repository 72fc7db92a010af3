import { DateTime } from 'luxon';
import type { Company } from '../company';
import { invalid } from '../refusal';

/**
 * The date of a document: the one that was sent, or now in the company's time zone.
 * @param replaced the document as it was
 * @throws Refusal for a date on or before the closing date, of the document or of what it replaces
 */
export function documentDate(
	sent: string | null,
	{ settings }: Company,
	replaced?: { date: string },
): string {
	if (replaced) checkOpen(replaced.date, settings.closingDate);
	const now = DateTime.fromMillis(Date.now() + settings.clockAheadMs, { zone: settings.timeZone });
	const date = sent ?? now.toFormat("yyyy-MM-dd'T'HH:mm:ss");
	checkOpen(date, settings.closingDate);
	return date;
}

/** @throws Refusal when the books are closed for `date` */
export function checkOpen(date: string, closingDate: string | null): void {
	if (closingDate !== null && date.slice(0, 10) <= closingDate)
		throw invalid('The transaction date is on or before the closing date.');
}

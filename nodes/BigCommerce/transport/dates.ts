import type { DateTime } from 'luxon';

/** As V2 lists take a date: RFC 2822 in UTC, to the second. */
export function v2Date(date: DateTime): string {
	return date.toUTC().toRFC2822()!;
}

/**
 * As V3 lists take a date: ISO 8601 in UTC, always with a time, because BigCommerce adds the present
 * time of day to a date that has none.
 */
export function v3Date(date: DateTime): string {
	return date.toUTC().toFormat("yyyy-MM-dd'T'HH:mm:ss'+00:00'");
}

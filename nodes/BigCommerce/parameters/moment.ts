import { DateTime } from 'luxon';

/**
 * Reads a date from the editor's field or from an expression: ISO 8601, RFC 2822 (BigCommerce's own) or
 * "2026-03-31 08:00:00". Without an offset it is a time of `timeZone`. Undefined for anything else.
 */
export function readMoment(value: unknown, timeZone: string): DateTime | undefined {
	const text = value instanceof Date ? value.toISOString() : String(value).trim();
	const zone = { zone: timeZone };
	const readings = [
		DateTime.fromISO(text, zone),
		DateTime.fromRFC2822(text, zone),
		DateTime.fromSQL(text, zone),
	];
	return readings.find(({ isValid }) => isValid);
}

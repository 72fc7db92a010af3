import type { IExecuteFunctions, NodeOperationError } from 'n8n-workflow';
import { DateTime } from 'luxon';
import { refuse } from './refuse';

/**
 * A year, a month and a day, which every form of a date begins with but RFC 2822's. Luxon also takes "12" and
 * "00:30" for times of today, "2026" for a January 1 and "2026-03" for a March 1: none of these names a day.
 */
const BEGINS_WITH_A_DAY = /^\d{4}-?\d\d-?\d\d(?!\d)/;

/**
 * Reads a date from the editor's field or from an expression: ISO 8601, RFC 2822 (BigCommerce's own) or
 * "2026-03-31 08:00:00". Without an offset it is a time of `timeZone`. Undefined for anything else, and for
 * what names no day.
 */
export function readMoment(value: unknown, timeZone: string): DateTime | undefined {
	const text = value instanceof Date ? value.toISOString() : String(value).trim();
	const zone = { zone: timeZone };
	const readings = BEGINS_WITH_A_DAY.test(text)
		? [DateTime.fromISO(text, zone), DateTime.fromSQL(text, zone)]
		: [DateTime.fromRFC2822(text, zone)];
	return readings.find(({ isValid }) => isValid);
}

/**
 * A date that {@link readMoment} can read, as ISO 8601. Without an offset it keeps none, so that its reader can
 * say in which time zone it is meant.
 */
export function isoText(value: unknown): string | undefined {
	const moment = readMoment(value, 'utc');
	if (moment === undefined) return undefined;
	const text = String(value).trim().replace(' ', 'T');
	return DateTime.fromISO(text).isValid ? text : moment.toISO()!;
}

/**
 * A date as {@link readMoment} reads it, in the time zone of the workflow.
 *
 * @param label what the date is, in the user's words, such as "'Date'"
 * @throws {NodeOperationError} when it is not a date
 */
export function givenMoment(
	context: IExecuteFunctions,
	value: unknown,
	label: string,
	itemIndex: number,
): DateTime {
	const moment = readMoment(value, context.getTimezone());
	if (moment === undefined) throw notADate(context, value, label, itemIndex);
	return moment;
}

/** What asks for a date where `value` is none. */
export function notADate(
	context: IExecuteFunctions,
	value: unknown,
	label: string,
	itemIndex: number,
): NodeOperationError {
	return refuse(
		context,
		`${label} is "${String(value)}", which is no date`,
		'Choose a date, or give one with year, month and day, such as 2026-03-31 or 2026-03-31T08:00:00Z.',
		itemIndex,
	);
}

import type { IExecuteFunctions } from 'n8n-workflow';
import { DateTime } from 'luxon';
import { refuse } from './refuse';

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

/**
 * A date as {@link readMoment} reads it, in the time zone of the workflow.
 *
 * @param label what the date is, in the user's words, such as "'Date'"
 * @throws {NodeOperationError} when it is no date
 */
export function givenMoment(
	context: IExecuteFunctions,
	value: unknown,
	label: string,
	itemIndex: number,
): DateTime {
	const moment = readMoment(value, context.getTimezone());
	if (moment !== undefined) return moment;
	throw refuse(
		context,
		`${label} is "${String(value)}", which is no date`,
		'Choose a date, or give one such as 2026-03-31T08:00:00Z.',
		itemIndex,
	);
}

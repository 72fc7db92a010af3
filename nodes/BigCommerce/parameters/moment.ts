import type { IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
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

/**
 * A date parameter of the whole run; undefined when it is empty.
 *
 * @throws {NodeOperationError} when it is no date
 */
export function readMomentParameter(
	context: IExecuteFunctions,
	name: string,
	displayName: string,
): DateTime | undefined {
	const value = context.getNodeParameter(name, 0, '') as unknown;
	if (value === null || value === undefined || String(value).trim() === '') return undefined;
	const moment = readMoment(value, context.getTimezone());
	if (moment !== undefined) return moment;
	throw new NodeOperationError(
		context.getNode(),
		`'${displayName}' is "${String(value)}", which is no date`,
		{
			description: 'Choose a date, or give one such as 2026-03-31T08:00:00Z.',
		},
	);
}

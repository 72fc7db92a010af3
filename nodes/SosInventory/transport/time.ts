/** How SOS reads a moment in `updatedsince` and its like: UTC to the second. Its time zone is undocumented. */
export function sosMoment(epochMs: number): string {
	return `${new Date(epochMs).toISOString().slice(0, 19)}Z`;
}

const HOUR_MS = 3_600_000;

/**
 * How far to look back beyond a moment, so that nothing is missed in whatever time zone SOS reads it. It may take our
 * UTC moment for one of its company's zone and keep its records' times in another: from UTC-12 to UTC+14 that is
 * 26 hours apart at most. One hour more for clocks that are not in step.
 */
export const ZONE_MARGIN_MS = 27 * HOUR_MS;

/** How far the time that SOS gave a record may be from the one we noted: a slow answer, and then some. */
export const CLOCK_MARGIN_MS = 5 * 60_000;

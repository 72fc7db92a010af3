import { DateTime } from 'luxon';
import { clockAheadMs, setClockAhead } from '../../testing/processClock';

const HOUR = 3_600_000;

afterEach(() => setClockAhead(0));

it('moves every way to ask what time it is, and leaves dates that are given alone', () => {
	const before = Date.now();
	setClockAhead(HOUR);
	for (const now of [Date.now(), new Date().getTime(), DateTime.now().toMillis()]) {
		expect(now).toBeGreaterThanOrEqual(before + HOUR);
		expect(now).toBeLessThan(before + HOUR + 60_000);
	}
	expect(new Date(0).toISOString()).toBe('1970-01-01T00:00:00.000Z');
	expect(Date.UTC(2026, 10, 2)).toBe(new Date('2026-11-02T00:00:00Z').getTime());
	expect(new Date() instanceof Date).toBe(true);
	expect(clockAheadMs()).toBe(HOUR);
	setClockAhead(0);
	expect(Date.now()).toBeLessThan(before + 60_000);
});

import { ServiceClock } from '../../../nodes/shared/request/serviceClock';

const HOUR_MS = 3_600_000;
const answerAt = (ms: number) => ({ headers: { date: new Date(ms).toUTCString() } });

it.each([-6, 0, 6])('goes by the service, whose clock is %i hours apart from this one', (hours) => {
	const clock = new ServiceClock();
	const there = Date.now() + hours * HOUR_MS;
	clock.observe(answerAt(there));
	expect(Math.abs(clock.now() - there)).toBeLessThan(2000);
});

it('keeps what it knows when an answer has no date, and has this clock before any did', () => {
	const clock = new ServiceClock();
	clock.observe({ headers: {} });
	expect(Math.abs(clock.now() - Date.now())).toBeLessThan(1000);
	clock.observe(answerAt(Date.now() + HOUR_MS));
	clock.observe({ headers: { date: 'never' } });
	expect(clock.now()).toBeGreaterThan(Date.now() + HOUR_MS / 2);
});

const MachineDate = Date;

let aheadMs = 0;

/** How far the clock of this process is ahead of the machine's. */
export function clockAheadMs(): number {
	return aheadMs;
}

/** Lets this process believe that it is so many milliseconds later than it is; 0 gives it the machine's clock back. */
export function setClockAhead(ms: number): void {
	aheadMs = ms;
	if (ms === 0) {
		globalThis.Date = MachineDate;
		return;
	}
	globalThis.Date = new Proxy(MachineDate, {
		construct: (target, given: unknown[], made) =>
			Reflect.construct(target, given.length === 0 ? [target.now() + ms] : given, made) as object,
		get: (target, name) =>
			name === 'now' ? () => target.now() + ms : (Reflect.get(target, name) as unknown),
	});
}

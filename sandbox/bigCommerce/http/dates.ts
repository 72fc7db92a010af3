/** A moment of this machine, milliseconds since 1970, as the server's clock has it. */
export function serverTime({ clockAheadMs }: { clockAheadMs: number }, time: number): number {
	return time + clockAheadMs;
}

/** How V2 writes dates: `Tue, 05 Mar 2019 21:40:11 +0000`. */
export function rfc2822(time: number): string {
	return new Date(time).toUTCString().replace('GMT', '+0000');
}

/** ISO 8601 in UTC to the second, as V3 writes dates. */
export function isoDate(time: number): string {
	return new Date(time).toISOString().replace(/\.\d{3}Z$/, '+00:00');
}

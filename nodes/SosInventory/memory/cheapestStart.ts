interface Records {
	/** Ms since 1970. */
	now: number;
	/** How many there are since the oldest moment. */
	rows: number;
	pageSize: number;
}

/**
 * From which of some moments on a list should be read so that, together with one question for each older
 * moment, it takes the fewest calls. The records are taken to be spread evenly over time.
 *
 * @param moments ms since 1970, the oldest first
 * @returns undefined where asking for every one takes the fewest
 * @example cheapestStart([300 days ago, yesterday], { now, rows: 60_000, pageSize: 200 }) // yesterday
 */
export function cheapestStart(moments: number[], { now, rows, pageSize }: Records): number | undefined {
	const span = Math.max(1, now - moments[0]);
	let best: { calls: number; start?: number } = { calls: moments.length };
	for (const [older, start] of moments.entries()) {
		const pages = Math.max(1, Math.ceil((rows * (now - start)) / span / pageSize));
		// Reading serves later runs as well, so it wins where both take as many.
		const isBetter = best.start === undefined ? older + pages <= best.calls : older + pages < best.calls;
		if (isBetter) best = { calls: older + pages, start };
	}
	return best.start;
}

/**
 * Works on several items at a time and keeps their order in the results. The pace is the rate budget's
 * business; lanes only see to it that a slow answer does not leave the next turn unused.
 */
export async function inLanes<T, R>(
	items: T[],
	lanes: number,
	work: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
	const results = new Array<R>(items.length);
	let next = 0;
	const lane = async () => {
		while (next < items.length) {
			const index = next++;
			results[index] = await work(items[index], index);
		}
	};
	await Promise.all(Array.from({ length: lanes }, lane));
	return results;
}

/**
 * Merges lists that are each sorted into one that is, reading no further ahead in any of them than its
 * first row.
 */
export async function* mergeSorted<T>(
	lists: Array<AsyncGenerator<T>>,
	compare: (a: T, b: T) => number,
): AsyncGenerator<T> {
	const heads: Array<{ row: T; rest: AsyncGenerator<T> }> = [];
	const pull = async (rest: AsyncGenerator<T>) => {
		const { done, value } = await rest.next();
		if (!done) heads.push({ row: value, rest });
	};
	for (const one of lists) await pull(one);
	while (heads.length > 0) {
		const first = heads.reduce((best, head) => (compare(head.row, best.row) < 0 ? head : best));
		heads.splice(heads.indexOf(first), 1);
		yield first.row;
		await pull(first.rest);
	}
}

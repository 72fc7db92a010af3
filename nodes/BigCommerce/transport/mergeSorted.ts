/**
 * Merges lists that are each sorted into one that is, reading no further ahead in any of them than its
 * first row. A row that turns up in two lists, because it changed between them, is given once.
 */
export async function* mergeSorted<T extends { id: number }>(
	lists: Array<AsyncGenerator<T>>,
	compare: (a: T, b: T) => number,
): AsyncGenerator<T> {
	const seen = new Set<number>();
	const heads: Array<{ row: T; rest: AsyncGenerator<T> }> = [];
	const pull = async (rest: AsyncGenerator<T>) => {
		const { done, value } = await rest.next();
		if (!done) heads.push({ row: value, rest });
	};
	for (const one of lists) await pull(one);
	while (heads.length > 0) {
		const first = heads.reduce((best, head) => (compare(head.row, best.row) < 0 ? head : best));
		heads.splice(heads.indexOf(first), 1);
		if (!seen.has(first.row.id)) {
			seen.add(first.row.id);
			yield first.row;
		}
		await pull(first.rest);
	}
}

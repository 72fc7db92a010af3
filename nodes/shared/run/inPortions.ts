/**
 * Rows in portions of so many, as they are read, and the rest: for work that is done for many of them at once.
 * Where reading fails, the rows that came before are given first.
 */
export async function* inPortions<T>(rows: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
	const source = rows[Symbol.asyncIterator]();
	let portion: T[] = [];
	try {
		for (;;) {
			const [next] = await Promise.allSettled([source.next()]);
			const isOver = next.status === 'rejected' || next.value.done === true;
			if (!isOver) portion.push(next.value.value as T);
			if (portion.length > 0 && (isOver || portion.length >= size)) {
				yield portion;
				portion = [];
			}
			if (next.status === 'rejected') throw next.reason;
			if (isOver) return;
		}
	} finally {
		await source.return?.();
	}
}

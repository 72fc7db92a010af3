const works = new Set<() => void>();

process.once('exit', () => {
	for (const work of works) work();
});

/**
 * Does something when this process ends, whatever ends it short of a kill: work that does not wait, such as
 * ending another process.
 *
 * @returns a function that takes it back
 */
export function onExit(work: () => void): () => void {
	works.add(work);
	return () => void works.delete(work);
}

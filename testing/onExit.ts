import { rmSync } from 'node:fs';

const works = new Set<() => void>();

/** The latest first, as what was set up last needs what was set up before it. */
process.once('exit', () => {
	for (const work of [...works].reverse()) {
		try {
			work();
		} catch (error) {
			console.error(error);
		}
	}
});

/** Deletes a folder, unless that was taken back, when this process ends, even if another one is just ceasing to write there. */
export function deleteOnExit(folder: string): () => void {
	return onExit(() => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }));
}

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

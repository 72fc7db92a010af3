/** Numbers by chance, the same ones for the same seed. */
export class Draw {
	private state: number;

	constructor(seed: string) {
		this.state = hashOf(seed);
	}

	/** From 0 up to 1: the generator known as mulberry32. */
	number(): number {
		this.state = (this.state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	}

	/** One of a list that has any. */
	pick<T>(list: readonly T[]): T {
		return list[Math.floor(this.number() * list.length)];
	}

	/** Whether something of this probability happens. */
	chance(probability: number): boolean {
		return this.number() < probability;
	}
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
	let hash = 0x811c9dc5;
	for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
	return hash;
}

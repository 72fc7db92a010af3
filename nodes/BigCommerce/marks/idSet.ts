const BITS = 32;

/** Numbers in one block. */
const BLOCK = 1024;

/** A set of whole numbers that lie close together, as order numbers do: 250,000 of them in some 50 kB. */
export class IdSet {
	private readonly blocks = new Map<number, Uint32Array>();

	add(id: number): void {
		const key = Math.floor(id / BLOCK);
		let block = this.blocks.get(key);
		if (block === undefined) {
			block = new Uint32Array(BLOCK / BITS);
			this.blocks.set(key, block);
		}
		block[wordOf(id)] |= bitOf(id);
	}

	delete(id: number): void {
		const block = this.blocks.get(Math.floor(id / BLOCK));
		if (block !== undefined) block[wordOf(id)] &= ~bitOf(id);
	}

	has(id: number): boolean {
		const block = this.blocks.get(Math.floor(id / BLOCK));
		return block !== undefined && (block[wordOf(id)] & bitOf(id)) !== 0;
	}
}

function wordOf(id: number): number {
	return Math.floor((id % BLOCK) / BITS);
}

function bitOf(id: number): number {
	return 1 << (id % BITS);
}

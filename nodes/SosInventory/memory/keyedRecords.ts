import isEqual from 'lodash/isEqual';

/**
 * Records by id that can be looked up by other keys as well, such as an e-mail address: with 100,000 of them, looking
 * through all for each order would take longer than a call.
 */
export class KeyedRecords<Kept> extends Map<number, Kept> {
	private readonly idsByKey = new Map<string, number[]>();

	/** @param keysOf what a record is found by, apart from its id, each once */
	constructor(private readonly keysOf: (kept: Kept) => string[] = () => []) {
		super();
	}

	/** The records with a key. */
	withKey(key: string): Kept[] {
		return (this.idsByKey.get(key) ?? []).map((id) => this.get(id) as Kept);
	}

	override set(id: number, kept: Kept): this {
		const before = this.get(id);
		const keys = this.keysOf(kept);
		if (before !== undefined && !isEqual(this.keysOf(before), keys)) this.delete(id);
		if (!this.has(id)) keys.forEach((key) => this.add(key, id));
		return super.set(id, kept);
	}

	override delete(id: number): boolean {
		const known = this.get(id);
		if (known !== undefined) this.keysOf(known).forEach((key) => this.remove(key, id));
		return super.delete(id);
	}

	override clear(): void {
		this.idsByKey.clear();
		super.clear();
	}

	private add(key: string, id: number): void {
		const ids = this.idsByKey.get(key);
		if (ids === undefined) this.idsByKey.set(key, [id]);
		else ids.push(id);
	}

	private remove(key: string, id: number): void {
		const others = (this.idsByKey.get(key) ?? []).filter((other) => other !== id);
		if (others.length > 0) this.idsByKey.set(key, others);
		else this.idsByKey.delete(key);
	}
}

interface Write<T> {
	at: number;
	id: number;
	before: T | undefined;
}

/**
 * Records by id that also remember, for a while, what they were: an answer can then be given as of a
 * moment ago. Records are replaced, never changed in place.
 */
export class Collection<T extends { id: number }> {
	private readonly records = new Map<number, T>();

	private journal: Write<T>[] = [];

	/** @param memoryMs how far back {@link asOf} can look */
	constructor(
		private readonly memoryMs = 10 * 60_000,
		private readonly now: () => number = Date.now,
	) {}

	get size(): number {
		return this.records.size;
	}

	get(id: number): T | undefined {
		return this.records.get(id);
	}

	/** In the order in which the ids were first written. */
	values(): T[] {
		return [...this.records.values()];
	}

	/** Puts a record in place without remembering what was there: for the data a server starts with. */
	load(record: T): void {
		this.records.set(record.id, record);
	}

	set(record: T): T {
		this.remember(record.id);
		this.records.set(record.id, record);
		return record;
	}

	/** Replaces the record with itself plus `changes`. The record must exist. */
	update(id: number, changes: Partial<T>): T {
		const record = this.records.get(id);
		if (!record) throw new Error(`There is no record ${id}.`);
		return this.set({ ...record, ...changes });
	}

	delete(id: number): boolean {
		this.remember(id);
		return this.records.delete(id);
	}

	/** Makes what is there now what has always been there. */
	forgetPast(): void {
		this.journal = [];
	}

	/** All records as they were at `time` (milliseconds since 1970). */
	asOf(time: number): T[] {
		const before = this.overwrittenSince(time);
		if (before.size === 0) return this.values();
		const kept = this.values().map((record) => (before.has(record.id) ? before.get(record.id) : record));
		const gone = [...before].filter(([id]) => !this.records.has(id)).map(([, record]) => record);
		return [...kept, ...gone].filter((record): record is T => record !== undefined);
	}

	/** Looks up single records as they were at `time` (milliseconds since 1970). */
	readerAsOf(time: number): (id: number) => T | undefined {
		const before = this.overwrittenSince(time);
		return (id) => (before.has(id) ? before.get(id) : this.records.get(id));
	}

	/** What each record written after `time` was before; undefined for one that did not exist. */
	private overwrittenSince(time: number): Map<number, T | undefined> {
		const before = new Map<number, T | undefined>();
		for (let index = this.journal.length - 1; index >= 0 && this.journal[index].at > time; index -= 1) {
			before.set(this.journal[index].id, this.journal[index].before);
		}
		return before;
	}

	private remember(id: number): void {
		const at = this.now();
		this.journal.push({ at, id, before: this.records.get(id) });
		if (this.journal[0].at < at - 2 * this.memoryMs) {
			this.journal = this.journal.filter((entry) => entry.at >= at - this.memoryMs);
		}
	}
}

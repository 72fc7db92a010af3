/** What every record has. The times are never shown: payloads carry no last-modified stamp. */
export interface Stored {
	id: number;
	/** Version for optimistic locking: a PUT must carry the current one. */
	syncToken: number;
	/** Milliseconds since 1970; what `createdsince` looks at. */
	createdAt: number;
	/** Milliseconds since 1970; what `updatedsince` looks at. */
	updatedAt: number;
}

/** The fields of a new record that the server gives it. */
export function newStored(id: number): Stored {
	const now = Date.now();
	return { id, syncToken: 0, createdAt: now, updatedAt: now };
}

/** `record` with `changes`, its next version and the time of the change. */
export function changed<T extends Stored>(record: T, changes: Partial<T>): T {
	return { ...record, ...changes, syncToken: record.syncToken + 1, updatedAt: Date.now() };
}

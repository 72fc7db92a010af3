import type { Collection } from '../../shared/collection';
import { newStored, type Stored } from '../records/stored';
import type { SosState } from '../state';

/** A record without what every record has. */
export type Unstored<T extends Stored> = Omit<T, keyof Stored>;

/** Puts rows in a table as if they had always been there. */
export function fill<T extends Stored>(
	state: SosState,
	table: Collection<T>,
	rows: Array<Unstored<T>>,
): void {
	for (const row of rows) table.load({ ...newStored(state.nextId()), ...row } as T);
}

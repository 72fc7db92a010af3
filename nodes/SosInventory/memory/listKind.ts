import type { SosClient } from '../transport/client';
import type { ListRequest } from '../transport/list';
import type { SosRecord } from '../transport/noun';

export interface ListReading extends Pick<ListRequest, 'onTotal' | 'onMissing'> {
	/** Only records that changed at or after this moment (ms since 1970). */
	changedSince?: number;
	/** Only records that were created at or after this moment (ms since 1970). */
	createdSince?: number;
}

/** What a list is made of. Make one per list, at module level: lists are told apart by it. */
export interface ListKind<T extends SosRecord, Kept> {
	/** Reads the records, archived ones too. */
	read(client: SosClient, reading: ListReading): AsyncGenerator<T>;
	/** The few fields of a record that are needed; undefined for one that is not worth keeping. */
	keep(record: T): Kept | undefined;
	/** What a record is looked up by, apart from its id: see `KeyedRecords`. */
	keysOf?(kept: Kept): string[];
}

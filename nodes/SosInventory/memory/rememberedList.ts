import { OneAtATime } from '../../shared/run/oneAtATime';
import type { SosClient } from '../transport/client';
import { PAGE_SIZE } from '../transport/list';
import type { SosRecord } from '../transport/noun';
import { beginning, Changes } from './changes';
import { KeyedRecords } from './keyedRecords';
import type { ListKind } from './listKind';

/** A list is read afresh after this time: what was deleted shows in no list of changes. */
const OLDEST_MS = 12 * 3_600_000;

/**
 * A list of one company's records, kept in this process for all executions. It lives in memory only and is
 * cheap to lose. Read and change it only inside {@link inTurn}: then one execution reads and the others,
 * for whom what it reads will do too, wait.
 *
 * @example
 * const list = rememberedList(client, CUSTOMERS);
 * const found = await list.inTurn(client, async () => {
 * 	await list.refresh(client);
 * 	if (!list.isComplete) await list.readAll(client);
 * 	return [...list.records.values()].filter(isWanted);
 * });
 */
export class RememberedList<T extends SosRecord, Kept> {
	/** By id. */
	readonly records: KeyedRecords<Kept>;

	/** Every record since {@link completeSince} is known, not only some that were asked for. */
	isComplete = false;

	/** Where only the records since a moment were read: that moment (ms since 1970, in SOS's time). */
	completeSince = -Infinity;

	/** How many records SOS says there are; undefined before a page was read. */
	totalCount?: number;

	/** What was asked for by itself, such as a SKU, and when: all records with it are known. */
	readonly asked = new Map<string, Asked>();

	/** When the whole list was begun to be read, by `performance.now()`. */
	readAt = -Infinity;

	/** Records that came when the whole list was read, whether or not they were kept. */
	recordsRead?: number;

	private readonly createdAt = performance.now();

	private readonly turns = new OneAtATime();

	private readonly changes = new Changes();

	private refreshedAt = -Infinity;

	constructor(private readonly kind: ListKind<T, Kept>) {
		this.records = new KeyedRecords(kind.keysOf);
	}

	/** Whether changes can be asked for, since something was read. */
	get isFollowed(): boolean {
		return this.changes.canBeAskedFor;
	}

	get isOld(): boolean {
		return performance.now() - this.createdAt >= OLDEST_MS;
	}

	/**
	 * Does work on the list when it is its turn.
	 *
	 * @throws {NodeOperationError} when the execution is canceled before its turn
	 */
	async inTurn<R>(client: SosClient, work: () => Promise<R>): Promise<R> {
		return await this.turns.run(client.context, work);
	}

	/**
	 * Learns what changed since the last time, in one call as a rule and in none where nothing was read yet.
	 * Where SOS counts more changes than it gives, nothing that was known is sure, and all is forgotten.
	 *
	 * @param everyMs nothing is asked when the last refresh is not older than this
	 * @throws {ApiFailure}
	 */
	async refresh(client: SosClient, everyMs = 0): Promise<void> {
		if (!this.isFollowed || performance.now() - this.refreshedAt < everyMs) return;
		const startedAt = performance.now();
		await this.changes.catchUp(client, async (since) => await this.learnChanges(client, since));
		this.refreshedAt = startedAt;
	}

	/** @returns the ids of the records that came */
	private async learnChanges(client: SosClient, changedSince: number): Promise<Set<number>> {
		const came = new Set<number>();
		const changes = this.kind.read(client, { changedSince, onMissing: () => this.forget() });
		for await (const record of changes) {
			this.learn(record);
			came.add(record.id);
		}
		return came;
	}

	/**
	 * Reads the list in pages of 200, from the beginning.
	 *
	 * @param isEnough asked after each page, with the rows read so far; true ends the reading there
	 * @param createdSince only records created at or after this moment
	 * @returns whether every record is known now
	 * @throws {ApiFailure}
	 */
	async readAll(
		client: SosClient,
		isEnough: (rowsRead: number) => boolean = () => false,
		createdSince?: number,
	): Promise<boolean> {
		const readAt = performance.now();
		const before = [...this.records.keys()];
		const came = new Set<number>();
		let isWhole = true;
		const beganAt = await beginning(client, async () => {
			const records = this.kind.read(client, {
				createdSince,
				onTotal: (total) => (this.totalCount = total),
				onMissing: () => (isWhole = false),
			});
			for await (const record of records) {
				this.learn(record);
				came.add(record.id);
				isWhole = came.size % PAGE_SIZE > 0 || !isEnough(came.size);
				if (!isWhole) return;
			}
		});
		this.changes.beginAt(beganAt);
		if (!isWhole) return false;
		// What was learned while the list was read may not be on its pages.
		for (const id of before) if (!came.has(id)) this.records.delete(id);
		this.isComplete = true;
		this.completeSince = createdSince ?? -Infinity;
		this.readAt = this.refreshedAt = readAt;
		this.recordsRead = came.size;
		this.changes.areKnownUntil(beganAt);
		return true;
	}

	/**
	 * Learns all records with one key, such as a SKU: what is remembered with it and does not come is gone.
	 *
	 * @param rows the records that SOS finds for the key, and maybe others
	 * @param idsWithKey the ids of what is remembered with the key, at the time it is called
	 * @throws {ApiFailure}
	 */
	async ask(
		client: SosClient,
		key: string,
		rows: AsyncIterable<T>,
		idsWithKey: () => number[],
	): Promise<void> {
		const askedAt = performance.now();
		const came = new Set<number>();
		const beganAt = await beginning(client, async () => {
			for await (const record of rows) {
				this.learn(record);
				came.add(record.id);
			}
		});
		this.changes.beginAt(beganAt);
		for (const id of idsWithKey()) if (!came.has(id)) this.records.delete(id);
		this.asked.set(key, { askedAt, ids: idsWithKey() });
	}

	/** Learns a record that was read elsewhere. */
	learn(record: T): void {
		const kept = this.kind.keep(record);
		if (kept === undefined) this.records.delete(record.id);
		else this.records.set(record.id, kept);
	}

	/** Learns a record that was created through us just now, which makes the next but one refresh cheap. */
	learnCreated(client: SosClient, record: T): void {
		this.learn(record);
		this.changes.sawCreated(client, record.id);
	}

	forget(): void {
		this.records.clear();
		this.asked.clear();
		this.isComplete = false;
		this.readAt = -Infinity;
		this.recordsRead = undefined;
		this.changes.forget();
	}
}

/** What was asked for by itself. */
export interface Asked {
	/** By `performance.now()`. */
	askedAt: number;
	/** The records there were, in no order. */
	ids: number[];
}

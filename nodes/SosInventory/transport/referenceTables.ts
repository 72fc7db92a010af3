import { collect } from '../../shared/parameters/limit';
import type { SosClient } from './client';
import { list } from './list';

/** A record as drop-downs and references know it. */
export interface NamedRecord {
	id: number;
	name: string;
	fullname?: string | null;
}

/** SOS's short tables, such as locations and terms. Each is read once in a run, and only when somebody asks. */
export class ReferenceTables {
	private readonly tables = new Map<string, NamedRecord[]>();

	constructor(private readonly client: SosClient) {}

	/**
	 * @param entity as in the path: "location", "orderstage"
	 * @throws {ApiFailure}
	 */
	async records(entity: string): Promise<NamedRecord[]> {
		const records = this.tables.get(entity) ?? (await collect(list<NamedRecord>(this.client, { entity })));
		this.tables.set(entity, records);
		return records;
	}
}

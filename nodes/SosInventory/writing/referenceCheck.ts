import truncate from 'lodash/truncate';
import type { Reason } from '../../../sync/reason';
import type { AddressedPlan } from '../../../sync/order/plan';
import type { SosReference } from '../../../sync/order/salesDocument';
import { setting, type SettingName } from '../../../sync/settingName';
import { settingLabels } from '../../shared/parameters/settingLabels';
import { collect } from '../../shared/parameters/limit';
import { customers } from '../api/customers';
import { items } from '../api/items';
import { isNamed } from '../api/recordName';
import { type NamedRecord, ReferenceTables } from '../api/referenceTables';
import { search } from '../api/search';
import type { SosClient } from '../transport/client';
import type { SosNoun } from '../transport/noun';
import { readRecord } from '../transport/record';
import { headerSettings, type UsedSetting } from './usedSettings';

/** Tables that are too long to be read whole: one record is asked for at a time. */
const LONG_TABLES = new Set<SosNoun>([items, customers]);

/** A setting with which SOS takes no document. */
export interface SettingFault {
	setting: SettingName;
	reason: Reason;
}

/** Finds settings that point at a record SOS no longer has. Each is looked up once in a run. */
export class ReferenceCheck {
	private readonly tables: ReferenceTables;

	private readonly answers = new Map<string, boolean>();

	constructor(private readonly client: SosClient) {
		this.tables = new ReferenceTables(client);
	}

	/**
	 * The settings that SOS has no record for.
	 *
	 * @throws {ApiFailure}
	 */
	async dead(settings: UsedSetting[]): Promise<SettingFault[]> {
		const faults: SettingFault[] = [];
		for (const { setting, noun, reference } of settings) {
			if (await this.exists(noun, reference)) continue;
			faults.push({ setting, reason: settingNotFound(setting, reference) });
		}
		return faults;
	}

	private async exists(noun: SosNoun<NamedRecord>, reference: SosReference): Promise<boolean> {
		const key = JSON.stringify([noun.path, reference.id ?? reference.name]);
		const known = this.answers.get(key);
		if (known !== undefined) return known;
		const records = LONG_TABLES.has(noun)
			? await this.candidates(noun, reference)
			: await this.tables.records(noun);
		const answer = records.some((record) => isMeant(record, reference));
		this.answers.set(key, answer);
		return answer;
	}

	private async candidates(
		noun: SosNoun<NamedRecord>,
		{ id, name = '' }: SosReference,
	): Promise<NamedRecord[]> {
		if (id === undefined) return await collect(search(this.client, noun, name));
		const record = await readRecord(this.client, noun, id);
		return record === undefined ? [] : [record];
	}
}

function isMeant(record: NamedRecord, { id, name = '' }: SosReference): boolean {
	return id === undefined ? isNamed(record, name) : record.id === id;
}

/**
 * Settings that were sent but are not on the document SOS answered with: SOS drops what it does not know.
 *
 * @param written SOS's answer; its keys are read whatever their case
 */
export function referencesDropped(plan: AddressedPlan, written: object): Reason[] {
	const fields = new Map(
		Object.entries(written).map(([key, value]) => [key.toLowerCase(), value as unknown]),
	);
	return headerSettings(plan)
		.filter(({ name, reference }) => !isTaken(reference, fields.get(name.toLowerCase())))
		.map(({ setting, reference }) => settingNotTaken(setting, reference, plan.number));
}

/** SOS answers some references as a plain name, and finds what was sent by name without regard to case. */
function isTaken({ id }: SosReference, answered: unknown): boolean {
	if (answered === null || answered === undefined || answered === '') return false;
	const answeredId = typeof answered === 'object' ? (answered as SosReference).id : undefined;
	return id === undefined || answeredId === undefined || Number(answeredId) === id;
}

function describe({ id, name }: SosReference): string {
	return name === undefined ? `id ${id}` : `"${truncate(name, { length: 60 })}"`;
}

function settingNotFound(name: SettingName, reference: SosReference): Reason {
	return {
		code: 'SETTING_NOT_FOUND',
		message: `${setting(name)} is set to ${describe(reference)}, which SOS Inventory does not have (any more).`,
		fix: `Open the node and choose ${setting(name)} again.`,
		details: { setting: settingLabels[name], ...reference },
	};
}

function settingNotTaken(name: SettingName, reference: SosReference, number: string): Reason {
	return {
		code: 'SETTING_NOT_TAKEN',
		message: `${number} was created, but without ${setting(name)} (${describe(reference)}): SOS Inventory did not keep it.`,
		fix: `Set it on the document in SOS Inventory, and choose ${setting(name)} again in the node.`,
		details: { setting: settingLabels[name], ...reference },
	};
}

import type { Reason } from '../../../sync/reason';
import type { SosReference, SosSalesDocument } from '../../../sync/order/salesDocument';
import type { SosClient } from '../transport/client';
import { list } from '../transport/list';

/** The settings that become references on a document: what users call them, and SOS's table for each. */
const REFERENCES = {
	location: { label: 'Location', entity: 'location' },
	channel: { label: 'Channel', entity: 'channel' },
	department: { label: 'Department', entity: 'department' },
	terms: { label: 'Terms', entity: 'terms' },
	orderStage: { label: 'Order Stage', entity: 'orderstage' },
	salesRep: { label: 'Sales Rep', entity: 'salesrep' },
	paymentMethod: { label: 'Payment Method', entity: 'paymentmethod' },
	depositAccount: { label: 'Deposit Account', entity: 'account' },
	taxCode: { label: 'Tax Code', entity: 'taxcode' },
} as const;

type ReferenceName = keyof typeof REFERENCES;

const NAMES = Object.keys(REFERENCES) as ReferenceName[];

/**
 * Finds settings that point at a record SOS no longer has. Reading SOS's tables costs calls, so it is
 * done when an answer gives reason to, or when only a plan is wanted; then each table is read once.
 */
export class ReferenceCheck {
	private readonly tables = new Map<string, Array<{ id: number; name: string }>>();

	constructor(private readonly client: SosClient) {}

	/** One reason for each setting of the document that SOS has no record for. */
	async deadReferences(document: SosSalesDocument): Promise<Reason[]> {
		const dead: Reason[] = [];
		for (const name of NAMES) {
			const reference = document[name];
			if (reference !== undefined && !(await this.exists(REFERENCES[name].entity, reference))) {
				dead.push(settingNotFound(REFERENCES[name].label, reference));
			}
		}
		return dead;
	}

	private async exists(entity: string, { id, name }: SosReference): Promise<boolean> {
		let table = this.tables.get(entity);
		if (table === undefined) {
			table = [];
			for await (const record of list<{ id: number; name: string }>(this.client, { entity }))
				table.push(record);
			this.tables.set(entity, table);
		}
		return table.some((record) => (id === undefined ? record.name === name : record.id === id));
	}
}

/** Settings that were sent but are not on the document SOS answered with: SOS drops what it does not know. */
export function referencesDropped(sent: SosSalesDocument, written: Record<string, unknown>): Reason[] {
	return NAMES.filter((name) => sent[name] !== undefined && !isTaken(sent[name], written[name])).map((name) =>
		settingNotTaken(REFERENCES[name].label, sent[name] as SosReference, sent.number),
	);
}

/** SOS answers some references as a plain name. */
function isTaken(sent: SosReference, answered: unknown): boolean {
	if (typeof answered === 'string') return answered !== '';
	const { id, name } = (answered ?? {}) as SosReference;
	return sent.id === undefined ? name === sent.name : id === sent.id;
}

function describe({ id, name }: SosReference): string {
	return name === undefined ? `id ${id}` : `"${name}"`;
}

function settingNotFound(label: string, reference: SosReference): Reason {
	return {
		code: 'SETTING_NOT_FOUND',
		message: `'${label}' is set to ${describe(reference)}, which SOS Inventory does not have (any more).`,
		fix: `Open the node and choose '${label}' again.`,
		details: { setting: label, ...reference },
	};
}

function settingNotTaken(label: string, reference: SosReference, number: string): Reason {
	return {
		code: 'SETTING_NOT_TAKEN',
		message: `${number} was created, but without '${label}' (${describe(reference)}): SOS Inventory did not keep it.`,
		fix: `Set it on the document in SOS Inventory, and choose '${label}' again in the node.`,
		details: { setting: label, ...reference },
	};
}

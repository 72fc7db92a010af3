import type { IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import type { NamedRecord, ReferenceTables } from './transport/referenceTables';

/** A kind of record that SOS's lists take by name only. */
export interface NamedKind {
	/** SOS's table, as in the path. */
	entity: string;
	/** In the middle of a sentence. */
	words: string;
}

export const LOCATION: NamedKind = { entity: 'location', words: 'location' };

/**
 * The names of records that were chosen by ID, as drop-downs give it, or by name.
 *
 * @throws {NodeOperationError} for one that SOS does not have: it would answer with nothing, or with everything
 */
export async function chosenNames(
	context: IExecuteFunctions,
	tables: ReferenceTables,
	{ entity, words }: NamedKind,
	chosen: string[],
	itemIndex: number,
): Promise<string[]> {
	if (chosen.length === 0) return [];
	const known = await tables.records(entity);
	return chosen.map((one) => {
		const record = known.find(({ id }) => String(id) === one) ?? known.find((other) => isNamed(other, one));
		if (record !== undefined) return record.name;
		throw new NodeOperationError(context.getNode(), `SOS Inventory has no ${words} "${one}"`, {
			description: `Choose the ${words} again: it was renamed or deleted.`,
			itemIndex,
		});
	});
}

/** SOS, too, finds names without regard to case. */
function isNamed({ name, fullname }: NamedRecord, wanted: string): boolean {
	const plain = (text?: string | null) => text?.trim().toLowerCase();
	return plain(name) === plain(wanted) || plain(fullname) === plain(wanted);
}

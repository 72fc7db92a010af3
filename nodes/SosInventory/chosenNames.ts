import type { IExecuteFunctions } from 'n8n-workflow';
import { isNamed, recordName } from './api/recordName';
import type { NamedRecord, ReferenceTables } from './api/referenceTables';
import type { SosNoun } from './transport/noun';
import { refuse } from '../shared/parameters/refuse';

/**
 * The names of records that were chosen by ID, as drop-downs give it, or by name: SOS's lists take them
 * by name only.
 *
 * @throws {NodeOperationError} for one that SOS does not have: it would answer with nothing, or with everything
 */
export async function chosenNames(
	context: IExecuteFunctions,
	tables: ReferenceTables,
	noun: SosNoun<NamedRecord>,
	chosen: string[],
	itemIndex: number,
): Promise<string[]> {
	if (chosen.length === 0) return [];
	const known = await tables.records(noun);
	return chosen.map((one) => {
		const record = known.find(({ id }) => String(id) === one) ?? known.find((other) => isNamed(other, one));
		if (record !== undefined) return record.name ?? recordName(record);
		throw refuse(
			context,
			`SOS Inventory has no ${noun.words} "${one}"`,
			`Choose the ${noun.words} again: it was renamed or deleted.`,
			itemIndex,
		);
	});
}

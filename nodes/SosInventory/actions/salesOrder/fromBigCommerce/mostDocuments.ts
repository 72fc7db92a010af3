import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { refuse } from '../../../../shared/parameters/refuse';
import { settingLabels } from '../../../../shared/parameters/settingLabels';

export const mostDocuments: INodeProperties = {
	displayName: settingLabels['import.mostDocuments'],
	name: 'mostDocuments',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 0,
	description:
		'How many documents one run may write or plan. Orders that are held or were there before do not count. The rest leaves through Held, for a later run. 0 for no limit.',
};

/**
 * Of the whole run; undefined for no limit.
 *
 * @throws {NodeOperationError} unless it is a whole number from 0 on
 */
export function chosenMostDocuments(context: IExecuteFunctions): number | undefined {
	const given: unknown = context.getNodeParameter(mostDocuments.name, 0, 0);
	const most = typeof given === 'string' && given.trim() !== '' ? Number(given) : given;
	if (Number.isSafeInteger(most) && (most as number) >= 0) return (most as number) || undefined;
	throw refuse(
		context,
		`'${mostDocuments.displayName}' is "${String(given ?? '')}"`,
		'Give a whole number, or 0 for no limit.',
	);
}

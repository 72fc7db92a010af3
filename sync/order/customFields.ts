import type { Reason } from '../reason';
import type { TextCutter } from '../textLimits';
import type { SosCustomField } from './salesDocument';

/**
 * The custom fields of a document, and why it is held when a row names none. A value is cut only where the
 * field is known to be of type text: text areas take forty times as much, and SOS says when a value does
 * not fit.
 */
export function planCustomFields(
	fields: SosCustomField[],
	cutter: TextCutter,
): { customFields?: SosCustomField[]; held: Reason[] } {
	if (fields.length === 0) return { held: [] };
	return {
		customFields: fields.map((field) => fitted(field, cutter)),
		held: fields.flatMap(({ id, name, value }, index) =>
			id === undefined && !name ? [nameless(index + 1, value)] : [],
		),
	};
}

function fitted(field: SosCustomField, cutter: TextCutter): SosCustomField {
	if (field.dataType !== 'Text') return field;
	const what = `custom field ${field.name ?? field.id}`;
	return { ...field, value: cutter.cut(field.value, 'customFieldText', what) ?? '' };
}

function nameless(row: number, value: string): Reason {
	return {
		code: 'SETTING_CUSTOM_FIELD_MISSING',
		message: `Row ${row} of the setting "Custom Fields" names no field: its value is "${value.slice(0, 40)}".`,
		fix: 'Choose the custom field in that row, or delete the row.',
		details: { row },
	};
}

import type { Reason } from '../reason';
import type { TextCutter } from '../textLimits';
import { settingReasons } from './reasons/settingReasons';
import type { SosCustomField } from './salesDocument';

/**
 * The custom fields of a document, and why it is held when a row names none. A value is cut only where the
 * field is known to be of type text: text areas take forty times as much, and SOS says when a value does
 * not fit.
 */
export function planCustomFields(
	fields: SosCustomField[],
	texts: TextCutter,
): { customFields?: SosCustomField[]; held: Reason[] } {
	if (fields.length === 0) return { held: [] };
	return {
		customFields: fields.map((field) => fitted(field, texts)),
		held: fields.flatMap(({ id, name, value }, index) =>
			id === undefined && !name ? [settingReasons.customFieldMissing(index + 1, value)] : [],
		),
	};
}

function fitted(field: SosCustomField, texts: TextCutter): SosCustomField {
	if (field.dataType !== 'Text') return field;
	const what = `custom field ${field.name ?? field.id}`;
	return { ...field, value: texts.cut(field.value, 'customFieldText', what) ?? '' };
}

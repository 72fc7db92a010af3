import { invalid } from '../refusal';
import { isObject } from './body';
import { fitted, type FieldReader } from './fields';
import type { Lookup } from './lookup';

export interface CustomFieldValue {
	id: number;
	name: string;
	value: string | null;
	dataType: string;
}

const longest: Record<string, number> = { Text: 100, TextArea: 4000 };

/** Most digits before and after the decimal point. */
const numberShape = /^-?\d{1,13}(\.\d{1,5})?$/;

/**
 * The custom fields of a record: always all that the company shows on `form`, with the values sent for
 * them by id or name. Name and data type are the company's; what is sent for them is not read.
 */
export function customFields(form: string): FieldReader<CustomFieldValue[]> {
	return (value, { company }) => {
		const sent = Array.isArray(value) ? value.filter(isObject) : [];
		return fieldsShownOn(company, form).map(({ id, name, dataType }) => {
			const match = sent.find((entry) => (entry.id ? Number(entry.id) === id : entry.name === name));
			return { id, name, value: valueFor(name, dataType, match?.value, company), dataType };
		});
	};
}

function fieldsShownOn(company: Lookup, form: string) {
	return company.state.customFields.values().filter(({ showOn }) => showOn.split(',').includes(form));
}

function valueFor(name: string, dataType: string, value: unknown, company: Lookup): string | null {
	if (value === undefined || value === null) return null;
	const kept = String(value);
	if (dataType === 'Number' && kept !== '' && !numberShape.test(kept))
		throw invalid(`The value of the custom field ${name} must be a number.`);
	return fitted(kept, longest[dataType] ?? Infinity, { company, field: `the custom field ${name}` });
}

import { DateTime } from 'luxon';
import { quantity } from '../decimal';
import { invalid } from '../refusal';
import { isObject, type LowerCaseObject } from './body';
import type { Lookup } from './lookup';

/** Where a value stands, for what depends on the company and for the words of a refusal. */
export interface FieldContext {
	company: Lookup;
	field: string;
}

/**
 * Turns what was sent for a field into what is kept. `undefined` is what was left out: a PUT replaces the
 * whole record, so it gives the field's blank.
 */
export type FieldReader<T> = (value: unknown, context: FieldContext) => T;

export type Fields = Record<string, FieldReader<unknown>>;

export type FieldValues<F extends Fields> = { [Name in keyof F]: ReturnType<F[Name]> };

/**
 * The known fields of a body, in the casing of `fields`; keys that are not among them vanish.
 * @throws Refusal for a value that does not fit its field
 */
export function readFields<F extends Fields>(
	fields: F,
	body: LowerCaseObject,
	company: Lookup,
): FieldValues<F> {
	const entries = Object.entries(fields).map(([field, read]) => [
		field,
		read(body[field.toLowerCase()], { company, field }),
	]);
	return Object.fromEntries(entries) as FieldValues<F>;
}

/** @param longest where SOS Inventory states a limit; what happens beyond it is the setting `overlongValue` */
export function text(longest = Infinity): FieldReader<string | null> {
	return (value, { company, field }) => {
		if (value === undefined || value === null) return null;
		if (typeof value === 'object') throw invalid(`The value of ${field} must be a text.`);
		return fitted(String(value), longest, { company, field });
	};
}

/** A name that must be there, without outer spaces. */
export function requiredName(longest: number): FieldReader<string> {
	return (value, context) => {
		const name = typeof value === 'string' ? value.trim() : '';
		if (name === '') throw invalid(`The value of ${context.field} must not be empty.`);
		return fitted(name, longest, context);
	};
}

/** `value` as the setting `overlongValue` treats one that may be longer than its field. */
export function fitted(value: string, longest: number, { company, field }: FieldContext): string {
	if (value.length <= longest || company.settings.overlongValue === 'accepted') return value;
	if (company.settings.overlongValue === 'cut') return value.slice(0, longest);
	throw invalid(`The value of ${field} must not be longer than ${longest} characters.`);
}

export const decimal: FieldReader<number | null> = (value, { field }) => {
	if (value === undefined || value === null || value === '') return null;
	const number = typeof value === 'string' || typeof value === 'number' ? Number(value) : NaN;
	if (!Number.isFinite(number)) throw invalid(`The value of ${field} must be a number.`);
	return quantity(number);
};

export const flag: FieldReader<boolean> = (value, { field }) => {
	if (value === undefined || value === null) return false;
	if (typeof value !== 'boolean' && value !== 'true' && value !== 'false')
		throw invalid(`The value of ${field} must be true or false.`);
	return value === true || value === 'true';
};

/** Kept as the company's local time without a zone, whether the value had a zone, a time or neither. */
export const dateTime: FieldReader<string | null> = (value, { company, field }) => {
	if (value === undefined || value === null || value === '') return null;
	const moment = DateTime.fromISO(String(value), { zone: company.settings.timeZone });
	if (!moment.isValid) throw invalid(`The value of ${field} is not a date.`);
	return moment.toFormat("yyyy-MM-dd'T'HH:mm:ss");
};

/** An object with fields of its own; null when it was left out. */
export function group<F extends Fields>(fields: F): FieldReader<FieldValues<F> | null> {
	return (value, { company, field }) => {
		if (value === undefined || value === null) return null;
		if (!isObject(value)) throw invalid(`The value of ${field} must be an object.`);
		return readFields(fields, value, company);
	};
}

/** An array of such objects; empty when it was left out. */
export function rows<F extends Fields>(fields: F): FieldReader<Array<FieldValues<F>>> {
	return (value, { company, field }) => {
		if (value === undefined || value === null) return [];
		if (!Array.isArray(value) || !value.every(isObject))
			throw invalid(`The value of ${field} must be an array of objects.`);
		return value.map((row) => readFields(fields, row, company));
	};
}

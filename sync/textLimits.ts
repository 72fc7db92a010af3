import type { Reason } from './reason';

/**
 * How many characters fit into a field. SOS's help center states those of number, names, descriptions and
 * custom fields; the others are what QuickBooks Online takes, to which SOS passes them on.
 */
export const textLimits = {
	/** SOS help, BigCommerce integration: prefix + number + suffix. */
	number: 21,
	/** SOS help, customer column descriptions. */
	customerName: 100,
	/** SOS help, item column descriptions. */
	itemName: 100,
	itemDescription: 4000,
	/** SOS help, custom fields of type text. */
	customFieldText: 100,
	/** A line carries the item's description, and takes as much. */
	lineDescription: 4000,
	/** QuickBooks Online: private note of a sales form. */
	comment: 4000,
	/** QuickBooks Online: company, given and family name, e-mail. */
	companyName: 100,
	personName: 100,
	email: 100,
	phone: 30,
	/** QuickBooks Online: one line of an address, city, state or country, postal code. */
	addressLine: 500,
	city: 255,
	stateProvince: 255,
	country: 255,
	postalCode: 30,
} as const;

/** A character outside the basic plane counts as two; the first half alone is not valid text. */
function withoutHalfCharacter(text: string): string {
	return text.replace(/[\uD800-\uDBFF]$/, '');
}

export type LimitedField = keyof typeof textLimits;

/** Cuts texts to what their field takes and keeps a warning for each that was too long. */
export class TextCutter {
	readonly warnings: Reason[] = [];

	/** `text` without outer white space, cut to the field's limit; undefined when empty. */
	cut(text: string | number | null | undefined, field: LimitedField, what: string): string | undefined {
		const trimmed = String(text ?? '').trim();
		const limit = textLimits[field];
		if (trimmed.length <= limit) return trimmed || undefined;
		this.warnings.push(cutReason(field, trimmed.length, what));
		return withoutHalfCharacter(trimmed.slice(0, limit)).trimEnd();
	}

	/** As `cut`, for texts that are of no use when cut: an address for e-mail is left out instead. */
	keep(text: string | null | undefined, field: LimitedField, what: string): string | undefined {
		const trimmed = (text ?? '').trim();
		const limit = textLimits[field];
		if (trimmed.length <= limit) return trimmed || undefined;
		this.warnings.push(leftOut(field, trimmed.length, what));
		return undefined;
	}
}

function cutReason(field: LimitedField, length: number, what: string): Reason {
	const limit = textLimits[field];
	return {
		code: 'TEXT_CUT',
		message: `${what} has ${length} characters and was cut to ${limit}.`,
		fix: 'Nothing has to be done; shorten it at the source if the end matters.',
		details: { field, length, limit },
	};
}

function leftOut(field: LimitedField, length: number, what: string): Reason {
	const limit = textLimits[field];
	return {
		code: 'TEXT_LEFT_OUT',
		message: `${what} has ${length} characters, of which ${limit} would fit, and was left out.`,
		fix: 'Correct it at the source if it is needed.',
		details: { field, length, limit },
	};
}

/**
 * The entries of a list that a user gives: a list from an expression as it is, text split at line
 * breaks, or at commas where there is only one line. Entries are trimmed, empty ones left out.
 */
export function separated(value: unknown): string[] {
	const entries = Array.isArray(value) ? value : splitText(String(value ?? ''));
	return entries.map((entry) => String(entry).trim()).filter((entry) => entry !== '');
}

function splitText(text: string): string[] {
	const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
	return lines.length > 1 ? lines : text.split(',');
}

/** As {@link separated}; undefined for a list that was not given. */
export function separatedIfGiven(value: unknown): string[] | undefined {
	return value === undefined ? undefined : separated(value);
}

/**
 * The entries of a list that a user gives: a list from an expression as it is, a JSON list as text, or text
 * split at line breaks, or at commas where there is only one line. Entries are trimmed, empty ones left out.
 * @example separated('[11, 9]') // ['11', '9']
 * @example separated('MUG-BLUE, MUG-RED') // ['MUG-BLUE', 'MUG-RED']
 */
export function separated(value: unknown): string[] {
	const entries = Array.isArray(value) ? value : splitText(String(value ?? ''));
	return entries.map((entry) => String(entry).trim()).filter((entry) => entry !== '');
}

function splitText(text: string): unknown[] {
	const listed = jsonList(text.trim());
	if (listed !== undefined) return listed;
	const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
	return lines.length > 1 ? lines : text.split(',');
}

/** A list of texts and numbers that was written as JSON: an expression in the middle of a text makes one of it. */
function jsonList(text: string): unknown[] | undefined {
	if (!text.startsWith('[') || !text.endsWith(']')) return undefined;
	try {
		const list = JSON.parse(text) as unknown[];
		return list.every((entry) => typeof entry === 'string' || typeof entry === 'number') ? list : undefined;
	} catch {
		return undefined;
	}
}

/** As {@link separated}; undefined for a list that was not given. */
export function separatedIfGiven(value: unknown): string[] | undefined {
	return value === undefined ? undefined : separated(value);
}

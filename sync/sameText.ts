/** The text without what people overlook: case, and white space around it. A number is its text; what is neither is empty. */
export function plainText(text: unknown): string {
	return typeof text === 'string' || typeof text === 'number' ? String(text).trim().toLowerCase() : '';
}

/** Whether two texts are the same to a person. Two that are empty are. */
export function sameText(left: unknown, right: unknown): boolean {
	return plainText(left) === plainText(right);
}

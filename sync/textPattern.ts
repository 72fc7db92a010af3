import { plainText } from './sameText';

/**
 * Whether a text is like a pattern as people type it: `*` stands for any text, case and outer spaces do not count.
 * An empty pattern is like nothing.
 */
export function matchesPattern(text: string, pattern: string): boolean {
	const parts = plainText(pattern)
		.split('*')
		.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
	return pattern.trim() !== '' && new RegExp(`^${parts.join('.*')}$`).test(plainText(text));
}

import type { Figure } from '../../testing/figures/figure';

/** A count of API calls, held against the most that are good enough. */
export function calls(id: string, title: string, value: number, bar: number): Figure {
	return { id, title, value, unit: 'calls', bar };
}

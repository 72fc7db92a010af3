import { countBy } from 'lodash';

/** The values that are there more than once. */
export function repeated(values: string[]): string[] {
	return Object.entries(countBy(values))
		.filter(([, count]) => count > 1)
		.map(([value]) => value);
}

export function sameText(left: string | null | undefined, right: string | null | undefined): boolean {
	return lower(left) === lower(right);
}

export function lower(text: string | null | undefined): string {
	return (text ?? '').trim().toLowerCase();
}

export function cents(amount: unknown): number {
	return Math.round(Number(amount) * 100);
}

import Table from 'cli-table3';

/** One thing that a command measured, and the bar it is held against. */
export interface Figure {
	id: string;
	/** What it is, for the printed table. */
	title: string;
	value: number;
	/** Nothing for ratios. */
	unit: string;
	/** The largest value that is good enough, or the smallest where `atLeast`; none for figures that are only reported. */
	bar?: number;
	atLeast?: boolean;
}

/** How a figure stands in `results/<name>.json`. */
export interface ResultRow {
	id: string;
	value: number;
	unit: string;
	bar: number | null;
	holds: boolean;
}

/** A count that must be zero. */
export function noneOf(id: string, title: string, value: number, unit: string): Figure {
	return { id, title, value, unit, bar: 0 };
}

/** Whether a figure meets its bar; one that is only reported always does, one that is no number never. */
export function holds({ value, bar, atLeast }: Figure): boolean {
	if (bar === undefined) return true;
	return atLeast ? value >= bar : value <= bar;
}

/** The figures as a table for the terminal. */
export function figureTable(figures: Figure[]): string {
	const table = new Table({ head: ['Figure', 'Value', 'Bar', 'Holds'], style: { head: [], border: [] } });
	for (const figure of figures) {
		const { title, value, unit, bar, atLeast } = figure;
		table.push([
			title,
			`${rounded(value)} ${unit}`.trim(),
			bar === undefined ? 'reported' : `${atLeast ? '≥' : '≤'} ${bar}`,
			holds(figure) ? 'yes' : 'NO',
		]);
	}
	return table.toString();
}

export function resultRow(figure: Figure): ResultRow {
	const { id, value, unit, bar = null } = figure;
	return { id, value: rounded(value), unit, bar, holds: holds(figure) };
}

/** Counts stay whole; anything else is given to what can be told apart. */
function rounded(value: number): number {
	return Number.isInteger(value) ? value : Number(value.toPrecision(4));
}

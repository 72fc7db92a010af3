import Table from 'cli-table3';

/** One figure of the benchmark, and the bar it is held against. */
export interface Measurement {
	id: string;
	/** What it is, for the printed table. */
	title: string;
	value: number;
	unit: string;
	/** The largest value that is good enough, or the smallest where `atLeast`; none for figures that are only reported. */
	bar?: number;
	atLeast?: boolean;
}

/** A count of API calls, held against the most that are good enough. */
export function calls(id: string, title: string, value: number, bar: number): Measurement {
	return { id, title, value, unit: 'calls', bar };
}

export function holds({ value, bar, atLeast }: Measurement): boolean {
	if (bar === undefined) return true;
	return atLeast ? value >= bar : value <= bar;
}

/** The figures as a table, rounded to what can be told apart. */
export function printMeasurements(measurements: Measurement[]): void {
	const table = new Table({ head: ['Figure', 'Value', 'Bar', 'Holds'], style: { head: [], border: [] } });
	for (const measurement of measurements) {
		const { title, value, unit, bar, atLeast } = measurement;
		table.push([
			title,
			`${round(value)} ${unit}`.trim(),
			bar === undefined ? 'reported' : `${atLeast ? '≥' : '≤'} ${bar}`,
			holds(measurement) ? 'yes' : 'NO',
		]);
	}
	console.log(table.toString());
}

/** What `bench/results.json` holds. */
export function resultRows(measurements: Measurement[]) {
	return measurements.map((measurement) => ({
		id: measurement.id,
		value: round(measurement.value),
		unit: measurement.unit,
		bar: measurement.bar ?? null,
		holds: holds(measurement),
	}));
}

function round(value: number): number {
	return Number(value.toPrecision(4));
}

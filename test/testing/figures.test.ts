import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { figureTable, holds, noneOf, type Figure } from '../../testing/figures/figure';
import { resultsFile, writeResults } from '../../testing/figures/results';

const speed: Figure = {
	id: 'speed',
	title: 'Times faster',
	value: 3.14159,
	unit: 'times',
	bar: 3,
	atLeast: true,
};
const cpu: Figure = { id: 'cpu', title: 'CPU per order', value: 12_345, unit: 'ms' };
const lost = noneOf('lost', 'Orders lost', 1, 'orders');

it.each([
	['at most its bar', { value: 2, bar: 2 }, true],
	['above its bar', { value: 2.1, bar: 2 }, false],
	['at least its bar', { value: 2, bar: 2, atLeast: true }, true],
	['below what it should be at least', { value: 1, bar: 2, atLeast: true }, false],
	['only reported', { value: 1e9 }, true],
	['not a number', { value: NaN, bar: 2 }, false],
])('a figure that is %s: %o', (_, changes, expected) => {
	expect(holds({ id: 'x', title: 'X', unit: '', ...changes })).toBe(expected);
});

it('the table names every figure with its bar and whether it holds', () => {
	const lines = figureTable([speed, cpu, lost]).split('\n');
	const cellsOf = (title: string) =>
		lines
			.find((line) => line.includes(title))!
			.split('│')
			.map((cell) => cell.trim());
	expect(cellsOf('Times faster')).toEqual(expect.arrayContaining(['3.142 times', '≥ 3', 'yes']));
	expect(cellsOf('CPU per order')).toEqual(expect.arrayContaining(['12345 ms', 'reported', 'yes']));
	expect(cellsOf('Orders lost')).toEqual(expect.arrayContaining(['1 orders', '≤ 0', 'NO']));
});

describe('the file of results', () => {
	let folder: string;
	beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'results-'))));
	afterEach(async () => await rm(folder, { recursive: true }));

	const read = async (file: string) => JSON.parse(await readFile(file, 'utf8')) as unknown;

	it('is a list of id, value, unit, bar and whether it holds, in a folder that is made', async () => {
		const file = join(folder, 'new/some.json');
		await writeResults(file, [speed, cpu, lost]);
		expect(await read(file)).toEqual([
			{ id: 'speed', value: 3.142, unit: 'times', bar: 3, holds: true },
			{ id: 'cpu', value: 12_345, unit: 'ms', bar: null, holds: true },
			{ id: 'lost', value: 1, unit: 'orders', bar: 0, holds: false },
		]);
	});

	it('keeps the other figures when only a part was measured, and else none', async () => {
		const file = join(folder, 'some.json');
		const ids = async () => ((await read(file)) as Figure[]).map(({ id, value }) => [id, value]);
		await writeResults(file, [cpu, lost]);
		await writeResults(file, [{ ...lost, value: 0 }], true);
		expect(await ids()).toEqual([
			['lost', 0],
			['cpu', 12_345],
		]);
		await writeResults(file, [lost]);
		expect(await ids()).toEqual([['lost', 1]]);
	});

	it('is named after the command, in results/', () => {
		expect(resultsFile('bench')).toMatch(/[\\/]results[\\/]bench\.json$/);
	});
});

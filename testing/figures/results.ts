import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { unionBy } from 'lodash';
import { resultRow, type Figure, type ResultRow } from './figure';

/** Where a command that measures leaves its figures; not kept in git. */
export function resultsFile(name: string): string {
	return resolve(__dirname, '../../results', `${name}.json`);
}

/**
 * Writes the figures as a list of {@link ResultRow}.
 *
 * @param isPart whether only some figures were measured: those of earlier runs stay
 */
export async function writeResults(file: string, figures: Figure[], isPart = false): Promise<void> {
	const before = isPart && existsSync(file) ? (JSON.parse(await readFile(file, 'utf8')) as ResultRow[]) : [];
	const rows = unionBy(figures.map(resultRow), before, 'id');
	await mkdir(dirname(file), { recursive: true });
	await writeFile(file, `${JSON.stringify(rows, null, '\t')}\n`);
}

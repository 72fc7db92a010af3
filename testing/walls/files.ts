import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface SourceFile {
	/** From the root, with forward slashes on every system. */
	path: string;
	text: string;
}

/** The files below some rooms whose names end in one of the endings, in a stable order. A room that is not there has none. */
export function filesIn(root: string, rooms: string[], endings: string[]): SourceFile[] {
	return rooms
		.filter((room) => existsSync(join(root, room)))
		.flatMap((room) =>
			readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((name) => `${room}/${name}`),
		)
		.map((path) => path.replaceAll('\\', '/'))
		.filter((path) => endings.some((ending) => path.endsWith(ending)) && !path.includes('/node_modules/'))
		.sort()
		.map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

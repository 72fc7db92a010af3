/** One place where the code does not keep to a wall. */
export interface Breach {
	/** The file, from the root of the repository, with the line where there is one: `docs/stock.md:12`. */
	place: string;
	/** What is wrong there, and what to do instead. */
	what: string;
}

/** Looks at the repository in a folder. Every wall has this shape, so that tests can plant a breach in a folder of their own. */
export type Wall = (root: string) => Breach[] | Promise<Breach[]>;

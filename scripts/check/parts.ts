/** One part of the check: a script in package.json. */
export interface Part {
	/** As it is chosen with `--only`, and the name of its npm script. */
	name: string;
	what: string;
	/** What to do when it fails. */
	whatToDo: string;
}

/** Take seconds and one core each, so that two run side by side. */
export const quickParts: Part[] = [
	{
		name: 'lint',
		what: "n8n's community rules and our own",
		whatToDo: 'Correct what eslint names; `npx eslint --fix <file>` does some of it.',
	},
	{
		name: 'typecheck',
		what: 'types',
		whatToDo: 'Correct what TypeScript names.',
	},
	{
		name: 'walls',
		what: 'walls between the rooms, labels, reasons, operations',
		whatToDo: 'Move the code to the room it belongs in, or complete what is missing: see CONTRIBUTING.md.',
	},
	{
		name: 'format',
		what: 'format',
		whatToDo: 'Run `npx prettier --write .`',
	},
];

/** Uses all cores by itself. */
export const tests: Part = {
	name: 'test',
	what: 'unit, property and node tests',
	whatToDo: 'Run the failed file alone: `npx jest <file>`. Stale output schemas: `npm run schemas`.',
};

/** A resource locator field with the id typed in, as it stands in a node's parameters. */
export function locator(id: number | string) {
	return { __rl: true as const, mode: 'id', value: String(id) };
}

/** How SOS reads a moment in `updatedsince`: UTC to the second. Its time zone is undocumented; the Z leaves no doubt. */
export function sosMoment(epochMs: number): string {
	return `${new Date(epochMs).toISOString().slice(0, 19)}Z`;
}

/** Whether two texts are the same apart from case and outer white space; one that is missing is empty. */
export function sameText(left: string | null | undefined, right: string | null | undefined): boolean {
	return plain(left) === plain(right);
}

function plain(text: string | null | undefined): string {
	return (text ?? '').trim().toLowerCase();
}

/** What one record points at another with. */
export interface Reference {
	id: number;
	/** The full name where the record has one. */
	name: string;
}

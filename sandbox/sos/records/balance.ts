/** Quantities by location id. */
export type ByLocation = Readonly<Record<number, number>>;

/** How much of an item lies where, and how much of it open documents ask for. */
export interface Balance {
	/** The item's id. */
	id: number;
	onhand: ByLocation;
	onSO: ByLocation;
	onSR: ByLocation;
}

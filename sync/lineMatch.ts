import type { Reason } from './reason';
import { figure, flag, id, optional, record, text, type Shape, type Shaped } from './shape';

const matchedItem = record({
	id,
	name: text,
	sku: text,
	type: text,
	description: optional(text),
	taxable: optional(flag),
	class: optional(record({ id, name: optional(text) })),
	/** SOS takes no lower unit price on a sales document. */
	minimumPrice: optional(figure),
});

/** As much of the SOS item as the sales document needs; small, because n8n keeps every order in memory. */
export type MatchedItem = Shaped<typeof matchedItem>;

/** What *Item: Match SKUs* found for one line: the SOS item, or the reason there is none. */
export type LineMatch =
	| {
			item: MatchedItem;
			/** SOS units per unit sold, 1 unless an alias says otherwise (a six-pack is 6). */
			packSize: number;
			reason?: undefined;
	  }
	| { item?: undefined; reason: Reason };

const withItem = record({ item: matchedItem, packSize: figure });
const withReason = record({
	reason: record({ code: text, message: text, fix: text, details: optional(record({})) }),
});

/** A match that came through other nodes, which may have changed it. */
export const lineMatch: Shape<LineMatch> = {
	wanted: withItem.wanted,
	flawIn(value) {
		const hasReason = typeof value === 'object' && value !== null && 'reason' in value;
		return (hasReason ? withReason : withItem).flawIn(value);
	},
};

import type { StockWrite } from '../../../sync/stock/stockPlan';

/** "Location not found, identities: [3,2]": locations are named by their ids alone. */
const NAMED_LOCATIONS = /\blocation\b.*?\bidentit\w*:\s*\[([^\]]*)\]/i;

/**
 * The rows that a refused stock adjustment names, such as "[Item with variant_id 106 is tracked by
 * product …]", read out of BigCommerce's words, because the refusal has no list of them. Empty when none
 * of the rows is named.
 */
export function namedRows(apiMessage: string, writes: StockWrite[]): StockWrite[] {
	const said = apiMessage.toLowerCase();
	const locations = new Set(NAMED_LOCATIONS.exec(apiMessage)?.[1].split(',').map(Number));
	return writes.filter(({ identity, locationId }) => {
		const [[kind, id]] = Object.entries(identity);
		return locations.has(locationId) || isNamed(said, `${kind} ${id}`.toLowerCase());
	});
}

/** Whether the words occur with nothing that goes on, so that "variant_id 10" is not found in "variant_id 106". */
function isNamed(said: string, words: string): boolean {
	for (let at = said.indexOf(words); at >= 0; at = said.indexOf(words, at + 1)) {
		const next = said.charAt(at + words.length);
		if (next === '' || /[\s,\]]/.test(next)) return true;
	}
	return false;
}

import { groupBy } from 'lodash';
import { itemCondition } from '../../../../sync/stock/matchStock';
import type { SosStockItem, StockSource } from '../../../../sync/stock/stockPlan';
import type { InputRow } from './inputRows';

type SosRow = InputRow & { sosItem: SosStockItem };

/**
 * The rows as the plan takes them: SOS items with their conditions when all of them are, one reading for
 * each SOS location; plain figures otherwise, where an SOS item among them keeps its conditions as a
 * reason of its row.
 */
export function stockSource(rows: InputRow[], requireUpdateBigCommerce: boolean): StockSource {
	const plannable = rows.filter(({ reason }) => reason === undefined);
	if (plannable.every(isSosRow)) return { kind: 'sos', reads: readsOf(plannable) };
	for (const row of plannable) {
		if (isSosRow(row)) row.reason = itemCondition(row.sosItem, { requireUpdateBigCommerce });
	}
	return { kind: 'given', rows: plannable.filter(({ reason }) => reason === undefined) };
}

function isSosRow(row: InputRow): row is SosRow {
	return row.sosItem !== undefined;
}

function readsOf(rows: SosRow[]) {
	const reads = groupBy(rows, ({ locationId, sosLocation }) => `${locationId} ${sosLocation ?? ''}`);
	return Object.values(reads).map((read) => ({
		location: read[0].sosLocation,
		locationId: read[0].locationId,
		items: read.map(({ sosItem }) => sosItem),
	}));
}

import type { Company } from '../company';
import { quantity } from '../decimal';
import type { Balance } from '../records/balance';
import { changed } from '../records/stored';

/** A change of one figure of one item at one location. */
export interface Posting {
	itemId: number;
	locationId: number;
	figure: 'onhand' | 'onSO' | 'onSR';
	change: number;
}

/** The same changes the other way round. */
export function reversed(postings: Posting[]): Posting[] {
	return postings.map((posting) => ({ ...posting, change: -posting.change }));
}

/**
 * Books changes of quantity.
 * @returns the ids of the items whose figures are not what they were before
 */
export function post(company: Company, postings: Posting[]): Set<number> {
	const before = new Map<number, Balance>();
	for (const posting of postings) {
		const balance = balanceOf(company, posting.itemId);
		if (!before.has(posting.itemId)) before.set(posting.itemId, balance);
		company.state.balances.set(withPosting(balance, posting));
	}
	const changedIds = [...before].filter(([id, balance]) => !sameFigures(balance, balanceOf(company, id)));
	for (const [id] of changedIds) touchItem(company, id);
	return new Set(changedIds.map(([id]) => id));
}

export function balanceOf(company: Company, itemId: number): Balance {
	return company.state.balances.get(itemId) ?? emptyBalance(itemId);
}

export function emptyBalance(itemId: number): Balance {
	return { id: itemId, onhand: {}, onSO: {}, onSR: {} };
}

function withPosting(balance: Balance, { figure, locationId, change }: Posting): Balance {
	const figures = balance[figure];
	return {
		...balance,
		[figure]: { ...figures, [locationId]: quantity((figures[locationId] ?? 0) + change) },
	};
}

function sameFigures(one: Balance, other: Balance): boolean {
	const figures: Array<Posting['figure']> = ['onhand', 'onSO', 'onSR'];
	return figures.every((figure) => {
		const locations = Object.keys({ ...one[figure], ...other[figure] }).map(Number);
		return locations.every((id) => (one[figure][id] ?? 0) === (other[figure][id] ?? 0));
	});
}

function touchItem(company: Company, itemId: number): void {
	const { state, settings } = company;
	const item = state.items.get(itemId);
	if (!item || settings.stockChangeTouchesItem === 'no') return;
	const touched = changed(item, {});
	const syncToken = settings.stockChangeTouchesItem === 'updatedsince' ? item.syncToken : touched.syncToken;
	state.items.set({ ...touched, syncToken });
}

import type { Company } from '../company';
import { quantity } from '../decimal';
import { kitType, stockTypes, type Item } from '../records/item';
import type { Balance, ByLocation } from '../records/balance';
import { balanceOf } from './balances';

/** The quantities of an item as payloads show them. */
export interface Quantities {
	onhand: number | null;
	available: number | null;
	onSO: number;
	onSR: number;
}

interface Scope {
	/** Only this location's quantities; left out: the whole company's. */
	locationId?: number;
	/** Figures as of another moment. */
	balance?: (itemId: number) => Balance;
}

/**
 * Available for sale is what is in stock, less open sales orders, less stock in non-nettable locations;
 * open sales receipts and incoming goods count when the company settings say so. A kit has no stock: as
 * many are available as its components allow.
 */
export function quantitiesOf(company: Company, item: Item, scope: Scope = {}): Quantities {
	const balance = (scope.balance ?? ((id) => balanceOf(company, id)))(item.id);
	const sum = (figures: ByLocation) =>
		scope.locationId === undefined
			? quantity(Object.values(figures).reduce((total, figure) => total + figure, 0))
			: (figures[scope.locationId] ?? 0);
	const onSO = sum(balance.onSO);
	const onSR = sum(balance.onSR);

	if (item.type === kitType) return { onhand: 0, available: availableKits(company, item, scope), onSO, onSR };
	if (!stockTypes.includes(item.type)) {
		const nothing = company.settings.quantitiesOfNonStockItems === 'zero' ? 0 : null;
		return { onhand: nothing, available: nothing, onSO, onSR };
	}
	const onhand = sum(balance.onhand);
	const { includeSalesReceiptsInAvailable, includeIncomingInAvailable } = company.settings;
	const available =
		onhand -
		onSO -
		sum(nonNettable(company, balance.onhand)) -
		(includeSalesReceiptsInAvailable ? onSR : 0) +
		(includeIncomingInAvailable ? item.onPO : 0);
	return { onhand, available: quantity(available), onSO, onSR };
}

function nonNettable(company: Company, onhand: ByLocation): ByLocation {
	const kept = Object.entries(onhand).filter(([id]) => company.state.locations.get(Number(id))?.nonNettable);
	return Object.fromEntries(kept);
}

function availableKits(company: Company, kit: Item, scope: Scope): number {
	const possible = (company.state.boms.get(kit.id) ?? []).map(({ componentItemId, quantity: each }) => {
		const component = company.state.items.get(componentItemId);
		const available = component ? quantitiesOf(company, component, scope).available : 0;
		return Math.floor(quantity((available ?? 0) / each));
	});
	return possible.length > 0 ? Math.min(...possible) : 0;
}

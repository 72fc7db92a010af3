import { failedUnder200 } from '../refusal';
import type { Item } from '../records/item';
import { emptyBalance } from '../stock/balances';
import { quantitiesOf } from '../stock/quantities';
import { withoutTimes, type View } from './resource';
import type { Company } from '../company';
import type { ListQuery } from '../listing/query';

/** An item with its quantities: the company's, or those of the location the query names. */
export function renderItem(view: View): (item: Item) => object {
	const quantities = quantitiesIn(view);
	return (item) => {
		const { onPO, ...shown } = withoutTimes(item);
		return {
			...shown,
			...quantities(item),
			onPO,
			onWO: 0,
			onRMA: 0,
			rented: 0,
			salesPrice: salesPrice(item),
			costBasis: costBasis(quantities(item).onhand, item),
			hasImage: item.imageAsBase64String !== null,
			imageAsBase64String: null,
			imageChanged: false,
			summaryOnly: false,
			keys: null,
			values: null,
		};
	};
}

/** A read by id is the only answer that carries the image. */
export function renderItemWithImage(view: View): (item: Item) => object {
	const render = renderItem(view);
	return (item) => ({ ...render(item), imageAsBase64String: item.imageAsBase64String });
}

export function renderItemSummary(view: View): (item: Item) => object {
	const quantities = quantitiesIn(view);
	return (item) => ({
		id: item.id,
		syncToken: item.syncToken,
		starred: item.starred,
		name: item.name,
		fullname: item.fullname,
		description: item.description,
		sku: item.sku,
		type: item.type,
		...quantities(item),
		salesPrice: salesPrice(item),
		archived: item.archived,
		summaryOnly: true,
	});
}

/** The components of a kit or assembly (`/item/{id}/bom`); no lines for other items. */
export function renderBom(item: Item, company: Company): object {
	const lines = (company.state.boms.get(item.id) ?? []).map((line) => {
		const component = company.state.items.get(line.componentItemId);
		const cost = component?.purchaseCost ?? 0;
		return {
			id: line.id,
			lineNumber: line.lineNumber,
			componentItem: component ? { id: component.id, name: component.fullname } : null,
			description: component?.description ?? null,
			quantity: line.quantity,
			cost,
			total: Math.round(cost * line.quantity * 100) / 100,
			typeOfItem: component?.type ?? null,
			baseWeight: component?.weight ?? null,
			weight: component?.weight ?? null,
			weightUnit: component?.weightunit ?? null,
			baseVolume: component?.volume ?? null,
			volume: component?.volume ?? null,
			volumeUnit: component?.volumeunit ?? null,
			notes: line.notes,
		};
	});
	return { lines };
}

function quantitiesIn({ company, query, asOf }: View) {
	const locationId = locationNamed(company, query);
	if (asOf === undefined) return (item: Item) => quantitiesOf(company, item, { locationId });
	const before = company.state.balances.readerAsOf(asOf);
	const balance = (id: number) => before(id) ?? emptyBalance(id);
	return (item: Item) => quantitiesOf(company, item, { locationId, balance });
}

function locationNamed(company: Company, { location: name }: ListQuery): number | undefined {
	if (!name) return undefined;
	const location = company.state.locations.values().find((candidate) => candidate.name === name);
	if (!location) throw failedUnder200(`There is no location "${name}".`);
	return location.id;
}

function salesPrice({ useMarkup, purchaseCost, markupPercent, baseSalesPrice }: Item): number | null {
	if (!useMarkup) return baseSalesPrice;
	return Math.round((purchaseCost ?? 0) * (100 + (markupPercent ?? 0))) / 100;
}

function costBasis(onhand: number | null, { purchaseCost }: Item): number {
	return Math.round((onhand ?? 0) * (purchaseCost ?? 0) * 100) / 100;
}

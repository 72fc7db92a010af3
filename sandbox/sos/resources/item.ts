import { archivedIs, checkLocationName, searching, sinceFilter, type Filter } from '../listing/query';
import type { LowerCaseObject } from '../reading/body';
import type { Company } from '../company';
import { readFields } from '../reading/fields';
import { itemFields, type Item } from '../records/item';
import { changed, newStored } from '../records/stored';
import { invalidUnder200, invalid } from '../refusal';
import { renderItem, renderItemSummary, renderItemWithImage } from './itemView';
import type { Resource } from './resource';

/** `/item`. */
export const itemResource: Resource<Item> = {
	path: 'item',
	collection: (state) => state.items,
	filters: [
		searching(
			(item) => item.fullname,
			(item) => item.description,
			(item) => item.notes,
			(item) => item.barcode,
			(item) => item.sku,
			(item) => item.vendorPartNumber,
			(item) => item.tags,
		),
		skuFilter,
		({ archived, sku }, { settings }) => {
			const choice = sku && settings.skuFindsArchived ? 'any' : settings.archivedDefault;
			return archivedIs(archived ?? choice);
		},
		({ ids }) => {
			if (!ids) return undefined;
			const wanted = new Set(ids.split(',').map(Number));
			return ({ id }) => wanted.has(id);
		},
		({ tags }) => {
			if (!tags) return undefined;
			const wanted = words(tags);
			return (item) => words(item.tags ?? '').some((tag) => wanted.includes(tag));
		},
		({ type }) => (type ? (item) => item.type.toLowerCase() === type.toLowerCase() : undefined),
		({ category }) => (category ? (item) => item.category?.name === category : undefined),
		locationOfItems,
		sinceFilter,
	],
	render: renderItem,
	renderSingle: renderItemWithImage,
	renderSummary: renderItemSummary,
	create(body, company) {
		const item: Item = {
			...newStored(company.state.nextId()),
			...itemValues(body, company),
			archived: false,
			uoms: [],
			onPO: 0,
			lastSync: null,
			syncMessage: null,
			imageAsBase64String: sentImage(body) ?? null,
		};
		return company.state.items.set(item);
	},
	replace(item, body, company) {
		const imageAsBase64String = sentImage(body) ?? item.imageAsBase64String;
		const values = itemValues(body, company, item.id);
		return company.state.items.set(changed(item, { ...values, imageAsBase64String }));
	},
};

function skuFilter(...[{ sku }, { settings }]: Parameters<Filter<Item>>): ReturnType<Filter<Item>> {
	if (!sku) return undefined;
	const plain = (value: string) => {
		if (settings.skuMatch === 'exact') return value;
		return (settings.skuMatch === 'ignoreCase' ? value : value.trim()).toLowerCase();
	};
	return (item) => plain(item.sku ?? '') === plain(sku);
}

/** `location=` decides whose quantities are shown; whether it also chooses rows is a setting. */
function locationOfItems(
	...[{ location: name }, company]: Parameters<Filter<Item>>
): ReturnType<Filter<Item>> {
	if (!name) return undefined;
	checkLocationName(name, company);
	const location = company.state.locations.values().find((candidate) => candidate.name === name);
	if (!location) return () => false;
	if (company.settings.itemLocationFilter === 'allItems') return undefined;
	return ({ id }) => location.id in (company.state.balances.get(id)?.onhand ?? {});
}

function itemValues(body: LowerCaseObject, company: Company, ownId?: number) {
	const values = readFields(itemFields, body, company);
	const category = values.category && company.state.items.get(values.category.id);
	if (category && category.type !== 'Category') throw invalid('The value of category is not a category.');
	const fullname = category ? `${category.fullname}:${values.name}` : values.name;
	const sameName = (other: Item) => other.fullname.toLowerCase() === fullname.toLowerCase();
	if (company.state.items.values().some((other) => other.id !== ownId && sameName(other)))
		throw invalidUnder200(`Duplicate item name. An item named "${fullname}" already exists.`);
	return { ...values, fullname, sublevel: category ? category.sublevel + 1 : 0 };
}

/** The new image, when the body says that it changed. */
function sentImage({ imagechanged, imageasbase64string }: LowerCaseObject): string | null | undefined {
	if (imagechanged !== true) return undefined;
	return typeof imageasbase64string === 'string' ? imageasbase64string : null;
}

function words(commaList: string): string[] {
	return commaList.split(',').map((word) => word.trim().toLowerCase());
}

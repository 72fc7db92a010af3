import type { ShopItem, SosSide } from '../../shop/catalogue';
import type { Company } from '../company';
import { readFields } from '../reading/fields';
import type { Reference } from '../records/reference';
import { itemFields, stockTypes, type Item } from '../records/item';
import { newStored } from '../records/stored';

/** Every so many items has some of its stock at the second warehouse, and every so many in quarantine. */
const shareOfEast = 3;
const shareOfQuarantine = 10;
const quarantined = 2;

/** Puts the shop's items into SOS Inventory as it knows them: its SKUs, types and stock, its kits' components. */
export function seedItems(company: Company, catalogue: readonly ShopItem[]): void {
	const { state } = company;
	const category = seedCategory(company);
	const names = new Set<string>();
	const idOfSku = new Map<string, number>();
	const base = blankItem(company);

	for (const shopItem of catalogue) {
		if (!shopItem.sos) continue;
		const name = uniqueName(shopItem, names);
		const id = state.nextId();
		idOfSku.set(shopItem.sku, id);
		state.items.load({
			...base,
			...newStored(id),
			...ownValues(shopItem, shopItem.sos),
			name,
			fullname: `${category.name}:${name}`,
			sublevel: 1,
			category,
		});
		if (stockTypes.includes(shopItem.sos.type))
			state.balances.load({ id, onhand: stockOf(company, id, shopItem.sos.onhand), onSO: {}, onSR: {} });
	}
	for (const { sku, sos } of catalogue) if (sos?.components) seedBom(company, idOfSku, sku, sos.components);
}

/** An item with nothing filled in; what all seeded items share. */
function blankItem(company: Company): Item {
	const { state } = company;
	const reference = (id: number | undefined, name: string) => (id === undefined ? null : { id, name });
	const account = (name: string) =>
		reference(state.accounts.values().find((row) => row.name === name)?.id, name);
	const each = state.uoms.values()[0];
	return {
		...newStored(0),
		...readFields(itemFields, { name: 'blank', type: 'Inventory Item' }, company),
		fullname: 'blank',
		sublevel: 0,
		archived: false,
		incomeAccount: account('Product Sales'),
		cogsAccount: account('Cost of Goods Sold'),
		assetAccount: account('Inventory Asset'),
		uoms: [
			{
				uom: { id: each.id, name: each.name },
				conversion: 1,
				isBase: true,
				salesPrice: null,
				purchaseCost: null,
			},
		],
		weightunit: 'lb',
		volumeunit: 'cbm',
		taxable: true,
		willSync: true,
		showOnSalesForms: true,
		showOnPurchasingForms: true,
		onPO: 0,
		lastSync: null,
		syncMessage: null,
		imageAsBase64String: null,
	};
}

function seedCategory(company: Company): Reference {
	const name = 'Merchandise';
	const id = company.state.nextId();
	const blank = blankItem(company);
	company.state.items.load({ ...blank, ...newStored(id), name, fullname: name, type: 'Category' });
	return { id, name };
}

function ownValues(shopItem: ShopItem, sos: SosSide) {
	const isStocked = stockTypes.includes(sos.type);
	return {
		type: sos.type,
		sku: sos.sku,
		description: shopItem.description,
		baseSalesPrice: shopItem.priceMinor / 100,
		purchaseCost: shopItem.costMinor / 100,
		basePurchaseCost: shopItem.costMinor / 100,
		weight: shopItem.weight,
		updateBigCommerce: sos.updateBigCommerce,
		archived: sos.archived,
		reorderPoint: isStocked ? 5 : null,
	};
}

/** The shop's name of the thing, its variant and, where that is taken, its SKU; without what SOS forbids in names. */
function uniqueName({ name, variantOptions = [], sku }: ShopItem, taken: Set<string>): string {
	const variant = variantOptions.map(({ value }) => value).join(' ');
	const plain = `${name} ${variant}`
		.replace(/["<>:|]/g, ' ')
		.trim()
		.slice(0, 80);
	let unique = plain;
	for (let count = 2; taken.has(unique.toLowerCase()); count += 1)
		unique = count === 2 ? `${plain} ${sku}`.slice(0, 95) : `${plain} ${count}`;
	taken.add(unique.toLowerCase());
	return unique;
}

/** `onhand` over the locations; all of it at the default one where it is no large whole number. */
function stockOf({ state }: Company, id: number, onhand: number): Record<number, number> {
	const [main, east, quarantine] = state.locations.values();
	if (!Number.isInteger(onhand) || onhand < 10) return { [main.id]: onhand };
	const atEast = id % shareOfEast === 0 ? Math.floor(onhand / 3) : 0;
	const held = id % shareOfQuarantine === 0 ? quarantined : 0;
	return {
		[main.id]: onhand - atEast - held,
		...(atEast > 0 && { [east.id]: atEast }),
		...(held > 0 && { [quarantine.id]: held }),
	};
}

function seedBom(
	{ state }: Company,
	idOfSku: ReadonlyMap<string, number>,
	sku: string,
	components: NonNullable<SosSide['components']>,
): void {
	const kitId = idOfSku.get(sku);
	if (kitId === undefined) return;
	const lines = components.flatMap(({ sku: componentSku, quantity }, index) => {
		const componentItemId = idOfSku.get(componentSku);
		if (componentItemId === undefined) return [];
		return [{ id: state.nextId(), lineNumber: index + 1, componentItemId, quantity, notes: null }];
	});
	state.boms.set(kitId, lines);
}

import { customFields } from '../reading/customFields';
import {
	decimal,
	flag,
	requiredName,
	rows,
	text,
	type FieldReader,
	type FieldValues,
} from '../reading/fields';
import { isObject } from '../reading/body';
import { reference } from '../reading/references';
import { invalid } from '../refusal';
import type { Stored } from './stored';

const types = [
	'Inventory Item',
	'Non-inventory',
	'Category',
	'Expense',
	'Assembly',
	'Item Group',
	'Service',
	'Labor',
	'Overhead',
	'Other',
];

/** The types that have stock of their own. A kit (`Item Group`) has only what its components allow. */
export const stockTypes: readonly string[] = ['Inventory Item', 'Assembly'];

export const kitType = 'Item Group';

/** Documents say `Kit`, payloads say `Item Group`; both are taken. */
const itemType: FieldReader<string> = (value) => {
	if (value === 'Kit') return kitType;
	if (typeof value === 'string' && types.includes(value)) return value;
	throw invalid('The item type is not valid.');
};

const itemName: FieldReader<string> = (value, context) => {
	const name = requiredName(100)(value, context);
	if (/["<>:|]/.test(name)) throw invalid('The item name must not contain any of " < > : |');
	return name;
};

/** A default bin is answered as plain text, and taken as text or reference. */
const bin: FieldReader<string | null> = (value, context) =>
	text()(isObject(value) ? value.name : value, context);

/** Price tiers carry their numbers as text. */
const decimalText: FieldReader<string> = (value, context) => (decimal(value, context) ?? 0).toFixed(5);

/** The writable fields of an item. */
export const itemFields = {
	starred: decimal,
	name: itemName,
	type: itemType,
	sku: text(),
	barcode: text(100),
	description: text(4000),
	purchaseDescription: text(),
	vendorPartNumber: text(),
	customerPartNumber: text(50),
	url: text(),
	tags: text(),
	notes: text(),
	warranty: text(),
	vendor: reference('vendors'),
	category: reference('items'),
	class: reference('classes'),
	bin,
	incomeAccount: reference('accounts'),
	cogsAccount: reference('accounts'),
	assetAccount: reference('accounts'),
	expenseAccount: reference('accounts'),
	reorderPoint: decimal,
	maxStock: decimal,
	suggestedQuantity: decimal,
	leadTime: text(),
	baseSalesPrice: decimal,
	markupPercent: decimal,
	useMarkup: flag,
	minimumPrice: decimal,
	purchaseCost: decimal,
	basePurchaseCost: decimal,
	weight: decimal,
	weightunit: text(),
	volume: decimal,
	volumeunit: text(),
	taxable: flag,
	salesTaxCode: reference('taxCodes'),
	purchaseTaxCode: reference('taxCodes'),
	willSync: flag,
	updateShopify: flag,
	updateBigCommerce: flag,
	alwaysShippable: flag,
	serialTracking: flag,
	lotTracking: flag,
	showOnSalesForms: flag,
	showOnPurchasingForms: flag,
	showOnManufacturingForms: flag,
	pictureFile: text(),
	hasVariants: flag,
	variantMaster: reference('items'),
	commissionRate: decimal,
	commissionAmount: decimal,
	commissionExempt: flag,
	customFields: customFields('Item'),
	priceTiers: rows({
		priceTier: reference('priceTiers'),
		price: decimalText,
		quantity: decimalText,
		percentDiscount: decimalText,
	}),
	locationBins: rows({ location: reference('locations'), bin }),
};

/** What an item has beside what can be written. Its quantities are kept apart, by location. */
interface ItemOwn {
	/** `Category:Sub:Name`. */
	fullname: string;
	sublevel: number;
	archived: boolean;
	imageAsBase64String: string | null;
	uoms: Array<{
		uom: { id: number; name: string };
		conversion: number;
		isBase: boolean;
		salesPrice: number | null;
		purchaseCost: number | null;
	}>;
	/** Quantity on open purchase orders. */
	onPO: number;
	lastSync: string | null;
	syncMessage: string | null;
}

export type Item = Stored & FieldValues<typeof itemFields> & ItemOwn;

/** One component of a kit or assembly. */
export interface BomLine {
	id: number;
	lineNumber: number;
	componentItemId: number;
	quantity: number;
	notes: string | null;
}

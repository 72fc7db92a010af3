import isEqual from 'lodash/isEqual';
import type { DocumentPlan } from '../../../sync/order/plan';
import type { SosReference, UnaddressedDocument } from '../../../sync/order/salesDocument';
import type { SalesDocumentSettings } from '../../../sync/order/settings';
import type { SettingName } from '../../../sync/settingName';
import { customers } from '../api/customers';
import { items } from '../api/items';
import {
	accounts,
	channels,
	classes,
	departments,
	locations,
	type NamedRecord,
	orderStages,
	paymentMethods,
	salesReps,
	shipMethods,
	taxCodes,
	terms,
} from '../api/referenceTables';
import type { SosNoun } from '../transport/noun';

/** A setting of the node that points at an SOS record and has a part in a document. */
export interface UsedSetting {
	setting: SettingName;
	/** Where SOS has the record. */
	noun: SosNoun<NamedRecord>;
	reference: SosReference;
}

/** The settings that become references on a document, and SOS's table for each. */
const HEADER = {
	location: { setting: 'import.location', noun: locations },
	channel: { setting: 'import.channel', noun: channels },
	department: { setting: 'import.fields.department', noun: departments },
	terms: { setting: 'import.fields.terms', noun: terms },
	orderStage: { setting: 'import.fields.orderStage', noun: orderStages },
	salesRep: { setting: 'import.fields.salesRep', noun: salesReps },
	paymentMethod: { setting: 'import.payment.methods', noun: paymentMethods },
	depositAccount: { setting: 'import.payment.depositAccount', noun: accounts },
	shippingMethod: { setting: 'import.fields.shipMethods', noun: shipMethods },
	taxCode: { setting: 'import.amounts.taxCode', noun: taxCodes },
} as const;

export type HeaderName = keyof typeof HEADER;

/** The settings in the header of a document. SOS keeps a ship method on receipts only. */
export function headerSettings({
	type,
	document,
}: Pick<DocumentPlan, 'type' | 'document'>): Array<UsedSetting & { name: HeaderName }> {
	const names = Object.keys(HEADER) as HeaderName[];
	return names
		.filter((name) => name !== 'shippingMethod' || type === 'salesReceipt')
		.flatMap((name) => used(HEADER[name].setting, HEADER[name].noun, document[name], { name }));
}

/** All settings that a refusal of the document, its customer or its items may be about. */
export function allSettings(plan: DocumentPlan, settings: SalesDocumentSettings): UsedSetting[] {
	const { customer, document } = plan;
	const { newCustomer, mode } = settings.customer;
	const isFixed = customer.kind === 'fixed';
	const lineClass = settings.lines.class;
	const exempt = settings.amounts.tax.exemptTaxCode;
	return [
		...headerSettings(plan),
		...itemSettings(plan.document, settings),
		...(isFixed
			? used(
					mode === 'fixed' ? 'import.fixedCustomer' : 'import.customers.guestCustomer',
					customers,
					document.customer,
				)
			: [
					...used('import.customers.terms', terms, newCustomer.terms),
					...used('import.customers.salesRep', salesReps, newCustomer.salesRep),
				]),
		...(isOnLines(document, 'class', lineClass) ? used('import.lines.class', classes, lineClass) : []),
		...(document.lines.some(({ tax }) => isEqual(tax.taxCode, exempt))
			? used('import.amounts.exemptTaxCode', taxCodes, exempt)
			: []),
		...(plan.kind === 'itemsMissing'
			? used('import.lines.newItemIncomeAccount', accounts, settings.lines.newItem.incomeAccount)
			: []),
	];
}

/**
 * The items on a document's lines that come from settings rather than from matching. SOS drops a line
 * whose item it does not know without a word, so these are worth a look before anything is written.
 */
export function itemSettings(
	document: UnaddressedDocument,
	{ lines, amounts }: SalesDocumentSettings,
): UsedSetting[] {
	const chosen: Array<[SettingName, SosReference | undefined]> = [
		['import.lines.placeholderItem', lines.placeholderItem],
		['import.lines.itemWithoutSku', lines.itemWithoutSku],
		['import.lines.giftCertificateItem', lines.giftCertificateItem],
		['import.amounts.discountsItem', amounts.discounts.item],
		['import.amounts.shippingItem', amounts.shipping.item],
		['import.amounts.handlingItem', amounts.handling.item],
		['import.amounts.wrappingItem', amounts.wrapping.item],
		['import.amounts.feesItem', amounts.fees.item],
	];
	return chosen
		.filter(([, reference]) => isOnLines(document, 'item', reference))
		.flatMap(([setting, reference]) => used(setting, items, reference));
}

function isOnLines(
	{ lines }: UnaddressedDocument,
	field: 'item' | 'class',
	reference?: SosReference,
): boolean {
	return reference !== undefined && lines.some((line) => isEqual(line[field], reference));
}

function used<T extends object>(
	setting: SettingName,
	noun: SosNoun<NamedRecord>,
	reference: SosReference | undefined,
	more?: T,
): Array<UsedSetting & T> {
	return reference === undefined ? [] : [{ setting, noun, reference, ...more } as UsedSetting & T];
}

import isEqual from 'lodash/isEqual';
import type { SalesDocumentPlan } from '../../../sync/order/planSalesDocument';
import type { SosReference, SosSalesDocument } from '../../../sync/order/salesDocument';
import type { SalesDocumentSettings } from '../../../sync/order/settings';

/** A setting of the node that points at an SOS record and has a part in a document. */
export interface UsedSetting {
	/** As the node calls it. */
	label: string;
	/** SOS's table, as in the path. */
	entity: string;
	reference: SosReference;
}

/** The settings that become references on a document: what users call them, and SOS's table for each. */
const HEADER = {
	location: { label: 'Location', entity: 'location' },
	channel: { label: 'Channel', entity: 'channel' },
	department: { label: 'Department', entity: 'department' },
	terms: { label: 'Terms', entity: 'terms' },
	orderStage: { label: 'Order Stage', entity: 'orderstage' },
	salesRep: { label: 'Sales Rep', entity: 'salesrep' },
	paymentMethod: { label: 'Payment Methods', entity: 'paymentmethod' },
	depositAccount: { label: 'Deposit Account', entity: 'account' },
	shippingMethod: { label: 'Ship Methods', entity: 'shipmethod' },
	taxCode: { label: 'Tax Code', entity: 'taxcode' },
} as const;

export type HeaderName = keyof typeof HEADER;

/** The settings in the header of a document. SOS keeps a ship method on receipts only. */
export function headerSettings({
	type,
	document,
}: Pick<SalesDocumentPlan, 'type' | 'document'>): Array<UsedSetting & { name: HeaderName }> {
	const names = Object.keys(HEADER) as HeaderName[];
	return names
		.filter((name) => name !== 'shippingMethod' || type === 'salesReceipt')
		.flatMap((name) => used(HEADER[name].label, HEADER[name].entity, document[name], { name }));
}

/** All settings that a refusal of the document, its customer or its items may be about. */
export function allSettings(plan: SalesDocumentPlan, settings: SalesDocumentSettings): UsedSetting[] {
	const { customer, document, itemsToCreate } = plan;
	const { newCustomer, mode } = settings.customer;
	const isFixed = customer.kind === 'fixed';
	const lineClass = settings.lines.class;
	const exempt = settings.amounts.tax.exemptTaxCode;
	return [
		...headerSettings(plan),
		...itemSettings(plan.document, settings),
		...(isFixed
			? used(
					mode === 'fixed' ? 'Customer for All Orders' : 'Customer for Guests',
					'customer',
					document.customer,
				)
			: [
					...used('Terms of New Customers', 'terms', newCustomer.terms),
					...used('Sales Rep of New Customers', 'salesrep', newCustomer.salesRep),
				]),
		...(isOnLines(document, 'class', lineClass) ? used('Class', 'class', lineClass) : []),
		...(document.lines.some(({ tax }) => isEqual(tax.taxCode, exempt))
			? used('Tax Code Where No Tax Is Due', 'taxcode', exempt)
			: []),
		...(itemsToCreate.length > 0
			? used('New Items: Income Account', 'account', settings.lines.newItem.incomeAccount)
			: []),
	];
}

/**
 * The items on a document's lines that come from settings rather than from matching. SOS drops a line
 * whose item it does not know without a word, so these are worth a look before anything is written.
 */
export function itemSettings(
	document: SosSalesDocument,
	{ lines, amounts }: SalesDocumentSettings,
): UsedSetting[] {
	const chosen: Array<[string, SosReference | undefined]> = [
		['Placeholder Item', lines.placeholderItem],
		['Item for Lines Without a SKU', lines.itemWithoutSku],
		['Item for Gift Certificates Sold', lines.giftCertificateItem],
		['Discounts: Item', amounts.discounts.item],
		['Shipping: Item', amounts.shipping.item],
		['Handling: Item', amounts.handling.item],
		['Gift Wrapping: Item', amounts.wrapping.item],
		['Fees: Item', amounts.fees.item],
	];
	return chosen
		.filter(([, reference]) => isOnLines(document, 'item', reference))
		.flatMap(([label, reference]) => used(label, 'item', reference));
}

function isOnLines({ lines }: SosSalesDocument, field: 'item' | 'class', reference?: SosReference): boolean {
	return reference !== undefined && lines.some((line) => isEqual(line[field], reference));
}

function used<T extends object>(
	label: string,
	entity: string,
	reference: SosReference | undefined,
	more?: T,
): Array<UsedSetting & T> {
	return reference === undefined ? [] : [{ label, entity, reference, ...more } as UsedSetting & T];
}

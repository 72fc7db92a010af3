import { DateTime, IANAZone } from 'luxon';
import { toDecimal, toMinor } from '../money';
import type { Reason } from '../reason';
import { documentAddress, withoutEmpty } from './address';
import type { Adjustments } from './adjustments';
import { byName } from './byName';
import { commentOf } from './comment';
import { documentCurrency } from './currency';
import { planCustomFields } from './customFields';
import type { PlannedLine } from './lines';
import type { OrderContext } from './orderContext';
import { isPaid } from './payment';
import { documentReasons } from './reasons/documentReasons';
import { settingReasons } from './reasons/settingReasons';
import { referenceNumber } from './referenceNumber';
import type { SosReference, UnaddressedDocument } from './salesDocument';
import type { SalesDocumentType } from './settings';

export interface DocumentParts {
	/** Missing when the customer must be found or created. */
	customer?: SosReference;
	lines: PlannedLine[];
	adjustments: Adjustments;
}

/** A sales order, unless the settings want a receipt, for every order or for paid ones. */
export function documentType({ order, settings }: OrderContext): SalesDocumentType {
	if (settings.type !== 'byPayment') return settings.type;
	return isPaid(order) ? 'salesReceipt' : 'salesOrder';
}

/** Puts the parts together in the order of keys in which every document is written. */
export function buildDocument(
	context: OrderContext,
	{ customer, lines, adjustments }: DocumentParts,
): { document: UnaddressedDocument; held: Reason[] } {
	const { order, settings, decimals, money, texts } = context;
	const { fields, payment } = settings;
	const isReceipt = documentType(context) === 'salesReceipt';
	const { date, reason: dateReason } = documentDate(context);
	const { currency, exchangeRate, reason: currencyReason } = documentCurrency(context);
	const shippingAddress = order.shipping_addresses.at(0);
	const { customFields, held: customFieldsHeld } = planCustomFields(fields.customFields, texts);
	const decimal = (minor: number) => (minor === 0 ? undefined : toDecimal(minor, decimals));
	const { as: taxAs, taxCode } = settings.amounts.tax;

	const document = withoutEmpty<UnaddressedDocument>({
		number: referenceNumber(order, settings),
		date,
		customer,
		location: fields.location,
		billing: order.billing_address
			? documentAddress(order.billing_address, texts, 'the billing address')
			: undefined,
		shipping: shippingAddress && documentAddress(shippingAddress, texts, 'the shipping address'),
		terms: isReceipt ? undefined : fields.terms,
		salesRep: fields.salesRep,
		department: fields.department,
		channel: fields.channel,
		orderStage: fields.orderStage,
		paymentMethod: isReceipt
			? (byName(payment.methods, order.payment_method) ?? payment.defaultMethod)
			: undefined,
		depositAccount: isReceipt ? payment.depositAccount : undefined,
		shippingMethod: isReceipt
			? (byName(fields.shipMethods, shippingAddress?.shipping_method) ?? fields.defaultShipMethod)
			: undefined,
		taxCode: taxAs === 'taxCode' ? taxCode : undefined,
		currency,
		exchangeRate,
		customerPO: String(order.id),
		comment: commentOf(context),
		customFields,
		depositAmount: decimal(depositOf(context)),
		discountAmount: decimal(adjustments.discountAmount),
		discountTaxable: adjustments.discountAmount === 0 ? undefined : true,
		shippingAmount: decimal(adjustments.shippingAmount),
		shippingTaxable: adjustments.shippingAmount === 0 ? undefined : adjustments.shippingTaxable,
		taxAmount: decimal(money.amounts.tax),
		lines: lines.map(({ line }, index) => ({ lineNumber: index + 1, ...line })),
	});
	const held = [dateReason, currencyReason, ...customFieldsHeld];
	return { document, held: held.filter((reason) => reason !== undefined) };
}

/** The order's creation on the store's calendar and clock. */
function documentDate({ order, settings }: OrderContext): { date: string; reason?: Reason } {
	const { timeZone } = settings.fields;
	if (!IANAZone.create(timeZone).isValid) {
		return { date: '', reason: settingReasons.timeZoneUnknown(timeZone) };
	}
	const created = DateTime.fromRFC2822(order.date_created ?? '', { zone: timeZone });
	return created.isValid
		? { date: created.toFormat("yyyy-MM-dd'T'HH:mm:ss") }
		: { date: '', reason: documentReasons.dateUnreadable(order.date_created ?? undefined) };
}

function depositOf(context: OrderContext): number {
	const { order, settings, decimals } = context;
	const { giftCertificate, storeCredit, total } = context.money.figures;
	const { deposit } = settings.payment;
	if (documentType(context) === 'salesReceipt' || deposit === 'none') return 0;
	if (deposit === 'everythingPaid' && isPaid(order)) return toMinor(total.incTax, decimals);
	return toMinor(giftCertificate + storeCredit, decimals);
}

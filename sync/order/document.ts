import { DateTime, IANAZone } from 'luxon';
import type { BigCommerceOrder } from '../bigCommerceOrder';
import { toDecimal, toMinor } from '../money';
import type { Reason } from '../reason';
import type { TextCutter } from '../textLimits';
import { documentAddress, withoutEmpty } from './address';
import type { Adjustments } from './adjustments';
import { byName } from './byName';
import { commentOf } from './comment';
import { documentCurrency } from './currency';
import { planCustomFields } from './customFields';
import type { OrderFigures } from './figures';
import type { PlannedLine } from './lines';
import type { NetAmounts } from './netAmounts';
import { isPaid } from './payment';
import { referenceNumber } from './referenceNumber';
import type { SosReference, SosSalesDocument } from './salesDocument';
import type { SalesDocumentSettings } from './settings';

export type SalesDocumentType = 'salesOrder' | 'salesReceipt';

export interface DocumentParts {
	type: SalesDocumentType;
	/** Missing when the customer must be found or created. */
	customer?: SosReference;
	figures: OrderFigures;
	amounts: NetAmounts;
	lines: PlannedLine[];
	adjustments: Adjustments;
}

/** A sales order, unless the settings want a receipt, for every order or for paid ones. */
export function documentType(order: BigCommerceOrder, { type }: SalesDocumentSettings): SalesDocumentType {
	if (type !== 'byPayment') return type;
	return isPaid(order) ? 'salesReceipt' : 'salesOrder';
}

/** Puts the parts together in the order of keys in which every document is written. */
export function buildDocument(
	order: BigCommerceOrder,
	parts: DocumentParts,
	settings: SalesDocumentSettings,
	cutter: TextCutter,
): { document: SosSalesDocument; held: Reason[] } {
	const { type, customer, figures, amounts, lines, adjustments } = parts;
	const { fields, payment } = settings;
	const { decimals } = figures;
	const isReceipt = type === 'salesReceipt';
	const { date, reason: dateReason } = documentDate(order, fields.timeZone);
	const { currency, exchangeRate, reason: currencyReason } = documentCurrency(order, settings.currency);
	const [shippingAddress] = Array.isArray(order.shipping_addresses) ? order.shipping_addresses : [];
	const { customFields, held: customFieldsHeld } = planCustomFields(fields.customFields, cutter);
	const deposit = depositOf(order, figures, type, settings);
	const money = (minor: number) => (minor === 0 ? undefined : toDecimal(minor, decimals));
	const { as: taxAs, taxCode } = settings.amounts.tax;

	const document = withoutEmpty<SosSalesDocument>({
		number: referenceNumber(order, settings),
		date,
		customer,
		location: fields.location,
		billing: order.billing_address && documentAddress(order.billing_address, cutter, 'the billing address'),
		shipping: shippingAddress && documentAddress(shippingAddress, cutter, 'the shipping address'),
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
		comment: commentOf(order, figures, settings, cutter),
		customFields,
		depositAmount: money(deposit),
		discountAmount: money(adjustments.discountAmount),
		discountTaxable: adjustments.discountAmount === 0 ? undefined : true,
		shippingAmount: money(adjustments.shippingAmount),
		shippingTaxable: adjustments.shippingAmount === 0 ? undefined : adjustments.shippingTaxable,
		taxAmount: money(amounts.tax),
		lines: lines.map(({ line }, index) => ({ lineNumber: index + 1, ...line })),
	});
	const held = [dateReason, currencyReason, ...customFieldsHeld];
	return { document, held: held.filter((reason) => reason !== undefined) };
}

/** The order's creation on the store's calendar and clock. */
function documentDate(order: BigCommerceOrder, timeZone: string): { date: string; reason?: Reason } {
	if (!IANAZone.create(timeZone).isValid) {
		return {
			date: '',
			reason: {
				code: 'SETTING_TIME_ZONE_UNKNOWN',
				message: `"${timeZone}" is not a time zone.`,
				fix: 'Choose an IANA time zone such as America/Chicago.',
				details: { timeZone },
			},
		};
	}
	const created = DateTime.fromRFC2822(order.date_created ?? '', { zone: timeZone });
	if (created.isValid) return { date: created.toFormat("yyyy-MM-dd'T'HH:mm:ss") };
	return {
		date: '',
		reason: {
			code: 'ORDER_DATE_UNREADABLE',
			message: `Order ${order.id}: its creation date "${order.date_created ?? ''}" cannot be read.`,
			fix: 'Hand the order on the way BigCommerce sent it; dates look like "Tue, 05 Mar 2019 21:40:11 +0000".',
		},
	};
}

function depositOf(
	order: BigCommerceOrder,
	figures: OrderFigures,
	type: SalesDocumentType,
	{ payment }: SalesDocumentSettings,
): number {
	const { decimals, giftCertificate, storeCredit, total } = figures;
	if (type === 'salesReceipt' || payment.deposit === 'none') return 0;
	if (payment.deposit === 'everythingPaid' && isPaid(order)) return toMinor(total.incTax, decimals);
	return toMinor(giftCertificate + storeCredit, decimals);
}

import type { Reason } from '../../../sync/reason';
import type { SettingName } from '../../../sync/settingName';
import { withoutNamedSecrets } from '../request/secrets';

/**
 * What the editor calls each setting that a reason names. Fields take their `displayName` from here, so that
 * the text of a reason and the label it sends people to cannot part.
 */
export const settingLabels: Record<SettingName, string> = {
	'orders.get': 'Order: Get',
	'orders.getAll': 'Order: Get Many',
	'orders.includeLines': 'Include Lines and Addresses',
	'orders.removeImportMark': 'Order: Remove Import Mark',
	match: 'Item: Match SKUs',
	'match.aliases': 'Aliases',
	'match.ignoreCase': 'Ignore Case',
	'match.ignoreOuterSpaces': 'Ignore Outer Spaces',
	'items.stockLists': 'Return as Stock Lists',
	'items.stockListFields': 'Custom Fields in Stock Lists',
	'stock.location': 'Location',
	'stock.locationMap': 'Location Map',
	'stock.circuitBreaker': 'Safety Limits',
	'stock.riseUnits': 'Rise Units',
	'stock.skuRules': 'Rules for Individual SKUs',
	'import.prefix': 'Reference Number Prefix',
	'import.suffix': 'Reference Number Suffix',
	'import.customerMode': 'Customer',
	'import.fixedCustomer': 'Customer for All Orders',
	'import.mostDocuments': 'Most Documents in One Run',
	'import.location': 'Location',
	'import.channel': 'Channel',
	'import.unmatched': 'SKUs Without an Item',
	'import.eligibility': 'Which Orders',
	'import.eligibility.channelIds': 'Channel IDs',
	'import.eligibility.createdFrom': 'Created From',
	'import.eligibility.includeArchived': 'Include Archived',
	'import.eligibility.payment': 'Payment',
	'import.eligibility.paymentByMethod': 'Payment by Payment Method',
	'import.eligibility.refundedUnits': 'Refunded Units',
	'import.eligibility.severalAddresses': 'Several Shipping Addresses',
	'import.eligibility.skusNotImported': 'SKUs Not to Import',
	'import.eligibility.statusIds': 'Statuses',
	'import.eligibility.testEmails': 'Test Orders: Email Patterns',
	'import.eligibility.testTotalBelow': 'Test Orders: Total Below',
	'import.amounts': 'Discounts, Shipping and Tax',
	'import.amounts.allowedRounding': 'Allowed Rounding Difference',
	'import.amounts.discountsAs': 'Discounts',
	'import.amounts.discountsItem': 'Discounts: Item',
	'import.amounts.exemptTaxCode': 'Tax Code Where No Tax Is Due',
	'import.amounts.feesAs': 'Fees',
	'import.amounts.feesItem': 'Fees: Item',
	'import.amounts.handlingAs': 'Handling',
	'import.amounts.handlingItem': 'Handling: Item',
	'import.amounts.shippingAs': 'Shipping',
	'import.amounts.shippingItem': 'Shipping: Item',
	'import.amounts.taxCode': 'Tax Code',
	'import.amounts.wrappingAs': 'Gift Wrapping',
	'import.amounts.wrappingItem': 'Gift Wrapping: Item',
	'import.lines': 'Lines and Items',
	'import.lines.class': 'Class',
	'import.lines.giftCertificateItem': 'Item for Gift Certificates Sold',
	'import.lines.itemWithoutSku': 'Item for Lines Without a SKU',
	'import.lines.newItemIncomeAccount': 'New Items: Income Account',
	'import.lines.placeholderItem': 'Placeholder Item',
	'import.customers': 'Finding and Creating Customers',
	'import.customers.guestCustomer': 'Customer for Guests',
	'import.customers.salesRep': 'Sales Rep of New Customers',
	'import.customers.terms': 'Terms of New Customers',
	'import.customers.walkIns': 'Sales Without a Name',
	'import.fields': 'More Fields of the Document',
	'import.fields.currencies': 'Other Currencies',
	'import.fields.customFields': 'Custom Fields',
	'import.fields.department': 'Department',
	'import.fields.homeCurrency': 'Home Currency',
	'import.fields.numberOffset': 'Order Number Offset',
	'import.fields.orderStage': 'Order Stage',
	'import.fields.salesRep': 'Sales Rep',
	'import.fields.shipMethods': 'Ship Methods',
	'import.fields.terms': 'Terms',
	'import.fields.timeZone': 'Time Zone',
	'import.payment': 'Payment',
	'import.payment.depositAccount': 'Deposit Account',
	'import.payment.methods': 'Payment Methods',
};

/**
 * The reason with the settings it names called as the editor calls them, in quotes, and without what looks
 * like a secret. Every reason takes this door out of a node.
 */
export function withLabels(reason: Reason): Reason {
	return { ...reason, message: presented(reason.message), fix: presented(reason.fix) };
}

/** Texts of other people, such as an earlier node's error, may hold what nobody should see. */
function presented(text: string): string {
	return withoutNamedSecrets(text.includes('{') ? labelled(text) : text);
}

/** Braces around anything but the name of a setting are part of the text: a SKU may have some. */
function labelled(text: string): string {
	return text.replace(/\{([\w.]+)\}/g, (token, name: string) =>
		Object.hasOwn(settingLabels, name) ? `'${settingLabels[name as SettingName]}'` : token,
	);
}

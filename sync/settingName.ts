/**
 * What reasons tell people to look for in the editor: a setting, by the operation it belongs to and the names of
 * its parameters, or an operation. The rules know no label; `nodes/shared/parameters/settingLabels.ts` holds the label of each, from
 * which the field takes its `displayName` as well.
 */
export type SettingName =
	| 'orders.get'
	| 'orders.getAll'
	| 'orders.includeLines'
	| 'orders.removeImportMark'
	| 'match'
	| 'match.aliases'
	| 'match.ignoreCase'
	| 'match.ignoreOuterSpaces'
	| 'items.stockLists'
	| 'items.stockListFields'
	| 'stock.location'
	| 'stock.locationMap'
	| 'stock.circuitBreaker'
	| 'stock.riseUnits'
	| 'stock.skuRules'
	| 'import.prefix'
	| 'import.suffix'
	| 'import.customerMode'
	| 'import.fixedCustomer'
	| 'import.mostDocuments'
	| 'import.location'
	| 'import.channel'
	| 'import.unmatched'
	| 'import.eligibility'
	| 'import.eligibility.channelIds'
	| 'import.eligibility.createdFrom'
	| 'import.eligibility.includeArchived'
	| 'import.eligibility.payment'
	| 'import.eligibility.paymentByMethod'
	| 'import.eligibility.refundedUnits'
	| 'import.eligibility.severalAddresses'
	| 'import.eligibility.skusNotImported'
	| 'import.eligibility.statusIds'
	| 'import.eligibility.testEmails'
	| 'import.eligibility.testTotalBelow'
	| 'import.amounts'
	| 'import.amounts.allowedRounding'
	| 'import.amounts.discountsAs'
	| 'import.amounts.discountsItem'
	| 'import.amounts.exemptTaxCode'
	| 'import.amounts.feesAs'
	| 'import.amounts.feesItem'
	| 'import.amounts.handlingAs'
	| 'import.amounts.handlingItem'
	| 'import.amounts.shippingAs'
	| 'import.amounts.shippingItem'
	| 'import.amounts.taxCode'
	| 'import.amounts.wrappingAs'
	| 'import.amounts.wrappingItem'
	| 'import.lines'
	| 'import.lines.class'
	| 'import.lines.giftCertificateItem'
	| 'import.lines.itemWithoutSku'
	| 'import.lines.newItemIncomeAccount'
	| 'import.lines.placeholderItem'
	| 'import.customers'
	| 'import.customers.guestCustomer'
	| 'import.customers.salesRep'
	| 'import.customers.terms'
	| 'import.customers.walkIns'
	| 'import.fields'
	| 'import.fields.currencies'
	| 'import.fields.customFields'
	| 'import.fields.department'
	| 'import.fields.homeCurrency'
	| 'import.fields.numberOffset'
	| 'import.fields.orderStage'
	| 'import.fields.salesRep'
	| 'import.fields.shipMethods'
	| 'import.fields.terms'
	| 'import.fields.timeZone'
	| 'import.payment'
	| 'import.payment.depositAccount'
	| 'import.payment.methods';

/**
 * Names a setting in the text of a reason. Where the reason leaves a node, `withLabels` puts the label there.
 * @example `Add the status to ${setting('import.eligibility.statusIds')}.` // Add the status to 'Statuses'.
 */
export function setting(name: SettingName): string {
	return `{${name}}`;
}

/**
 * Names a setting and the collection it is in.
 * @example `Add the status to ${settingIn('import.eligibility.statusIds')}.` // Add the status to 'Statuses' under 'Which Orders'.
 */
export function settingIn(name: SettingName): string {
	return `{${name}} under {${name.slice(0, name.lastIndexOf('.'))}}`;
}

/**
 * What is not known about SOS Inventory, as switches: each has the answers the service may give, so
 * that a client can be tried against all of them. The default is the answer that is harder on clients,
 * unless one of them has been seen more often.
 *
 * Other gaps have one answer here, and a client must not count on it: refresh tokens never run out by
 * themselves and cannot be revoked; there is no daily quota; webhooks are unsigned, may go to plain HTTP, are
 * tried once and cannot be changed; nothing but a batch of sales orders and a webhook can be deleted, nothing
 * voided, closed or archived by a call; `createCustomerIfNotFound` and initial stock are ignored like any
 * unknown key; numbers are compared letter for letter; a PUT without a number gets an automatic one; a
 * duplicate number of another kind is refused in the sales order's words; line amounts are kept in cents; a
 * positive discount raises the total; there is no company or whoami endpoint.
 */
export interface Unknowns {
	/** Rows a list holds when `archived` is left out. `yes`, `no` and `any` have been seen in use; the default has not been stated. */
	archivedDefault: 'no' | 'any';
	/** Whether `sku=` also finds archived items when `archived` is left out. */
	skuFindsArchived: boolean;
	/** How `sku=` compares: only "search for a single SKU" is stated. */
	skuMatch: 'exact' | 'ignoreCase' | 'ignoreCaseAndSpaces';
	/** How `email=` compares; a client that used it checked the answers itself. */
	customerEmailMatch: 'exact' | 'substring';
	/** Order of lists; no sort parameter exists. */
	listOrder: 'oldestFirst' | 'newestFirst';
	/** What `location=` answers for a name no location has (a rename breaks saved filters). */
	unknownLocationName: 'noRows' | 'refused';
	/** `location=` on items makes the quantities those of the location; whether it also leaves out items not stocked there is not stated. */
	itemLocationFilter: 'allItems' | 'stockedThere';
	/**
	 * The zone of `from`, `to`, `createdsince` and `updatedsince`: UTC by two clients, local by another. Whether a
	 * zone that was sent counts is not stated either.
	 */
	zoneOfFilters: 'utc' | 'company' | 'companyWhateverSent';
	/** Whether a mere change of stock makes an item "updated": not at all, for `updatedsince`, or with a new `syncToken` as well. */
	stockChangeTouchesItem: 'no' | 'updatedsince' | 'updatedsinceAndSyncToken';
	/** What is reported as in stock and available for types that hold no stock (services). */
	quantitiesOfNonStockItems: 'zero' | 'null';
	/** What becomes of a value longer than its field: limits are known from the help pages, their effect in the API is not. */
	overlongValue: 'refused' | 'cut' | 'accepted';
	/** What becomes of a reference (channel, terms, location …) that names nothing. Items on lines are known: the line is dropped. */
	unknownReference: 'refused' | 'blank';
	/** What a reference by name means when several records have it. */
	ambiguousName: 'first' | 'refused';
	/** How closely amount must equal quantity × unit price: to the last decimal, or after rounding to cents. */
	amountComparison: 'exact' | 'cents';
	/** What becomes of a line whose amount differs. It "must equal"; the answer to one that does not is not stated. */
	amountMismatch: 'refused' | 'corrected' | 'kept';
	/** Whether a sales document needs its location, or gets the default one: the sources disagree. */
	documentLocation: 'defaulted' | 'required';
	/** How the money of a kit is spread over the lines that replace it: no source tells. */
	expandedKitMoney: 'onFirst' | 'byComponentPrice';
	/** Whether a header `taxAmount` is kept, or ignored: computed anew from the tax percentage or tax code (0 without either). */
	headerTaxAmount: 'kept' | 'recomputed';
	/** Description of a line that was sent without one. */
	lineDescriptionDefault: 'blank' | 'fromItem';
	/** `id` in the body of a new customer or adjustment: it "must not be provided". */
	idOnCreate: 'refused' | 'ignored';
	/** Which wins when an adjustment line has both. */
	adjustmentPrecedence: 'quantityDiff' | 'newQuantity';
	/** Whether an adjustment needs its account. */
	adjustmentAccountRequired: boolean;
	/** Whether a reference to a sales rep without a last name shows the "[no last name]" that is kept for it. */
	missingLastName: 'shown' | 'hidden';
	/** Which key of a shipment's line says how much leaves: two sources use `quantity`, a third writes `shipped`. */
	shipmentQuantity: 'quantity' | 'shipped';
	/** Whether a sales order, which changes what is available but not what is in stock, fires the quantity hook. */
	salesOrderFiresHook: boolean;
	/** How a document shows its channel: both forms have been seen. */
	channelForm: 'reference' | 'name';
}

export const defaultUnknowns: Unknowns = {
	archivedDefault: 'no',
	skuFindsArchived: false,
	skuMatch: 'exact',
	customerEmailMatch: 'exact',
	listOrder: 'oldestFirst',
	unknownLocationName: 'noRows',
	itemLocationFilter: 'allItems',
	zoneOfFilters: 'utc',
	stockChangeTouchesItem: 'no',
	quantitiesOfNonStockItems: 'zero',
	overlongValue: 'refused',
	unknownReference: 'refused',
	ambiguousName: 'first',
	amountComparison: 'exact',
	amountMismatch: 'refused',
	documentLocation: 'defaulted',
	expandedKitMoney: 'onFirst',
	headerTaxAmount: 'kept',
	lineDescriptionDefault: 'blank',
	idOnCreate: 'refused',
	adjustmentPrecedence: 'quantityDiff',
	adjustmentAccountRequired: false,
	missingLastName: 'shown',
	shipmentQuantity: 'quantity',
	salesOrderFiresHook: false,
	channelForm: 'reference',
};

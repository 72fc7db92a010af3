/**
 * What is not known about BigCommerce, as switches: each has the answers the service may give, so that
 * a client can be tried against all of them. The default is the answer that is harder on clients, unless
 * one of them has been seen more often. Where nothing was worth a switch: unknown query parameters and
 * unknown body fields are ignored.
 */
export interface Unknowns {
	/** An adjustment batch with a bad row is answered by one 422; whether its other rows are applied is not stated. */
	badAdjustmentRow: 'rejectsBatch' | 'othersApplied';
	/** The same item and location twice in one batch: not mentioned anywhere. */
	repeatedAdjustmentRow: 'refused' | 'lastWins';
	/** Whether an adjustment of a product-tracked item may name its SKU: the docs ask for the product id, examples send SKUs. */
	skuOfProductTrackedItem: 'refused' | 'accepted';
	/** What an adjustment of an untracked product does. */
	untrackedAdjustment: 'refused' | 'ignored';
	/** Absolute quantities below 0. */
	negativeAbsolute: 'refused' | 'accepted';
	/** Whether `available_to_sell` goes below 0 when the safety stock exceeds what is on hand. */
	negativeAvailable: boolean;
	/** Whether `inventory/items` lists products that are not tracked. */
	untrackedInInventory: boolean;
	/** How `sku:in` of `inventory/items` compares. SKUs are unique whatever their case. */
	inventorySkuMatch: 'exact' | 'ignoreCase';
	/** Whether `variants?sku=` finds the base variant of a simple product by the product's SKU. */
	baseVariantsBySku: boolean;
	/** Whether archived orders are in an unfiltered list; they are readable by id. */
	archivedOrdersListed: boolean;
	/** Whether the `is_deleted` filter, gone from the docs since 2024, still works. */
	isDeletedFilter: boolean;
	/** Whether orders of status 0 are in a list without `status_id`. */
	incompleteOrdersListed: boolean;
	/** Bounds of the `min_date_…` and `max_date_…` filters. */
	dateBounds: 'inclusive' | 'exclusive';
	/** Bounds of the `min_id` and `max_id` filters of orders. */
	numberBounds: 'inclusive' | 'exclusive';
	/** A `limit` above the maximum: 250 on most lists, 1000 on inventory. */
	limitAboveMaximum: 'refused' | 'clamped';
	/** Most lines per consignment in a list with `include=consignments.line_items`; null: all of them. */
	consignmentLineLimit: number | null;
	/** How the list of an order's fees comes: the reference has an object around it, other lists have none. */
	feesForm: 'object' | 'list';
	/** How `fees` carry money: the docs allow both. */
	feeMoney: 'text' | 'number';
	/** What a PUT with a `status_id` that does not exist does. */
	unknownStatusId: 'refused' | 'ignored';
	/** Whether a shipment moves the order to Partially Shipped or Shipped by itself. */
	shipmentMovesStatus: boolean;
	/** A shipment of more than is left of a line. */
	tooLargeShipment: 'refused' | 'accepted';
	/** A webhook for a scope that does not exist. */
	unknownHookScope: 'refused' | 'accepted';
	/** How the answer to a new or changed webhook is wrapped: the reference and the guide differ. */
	hookAnswer: 'data' | 'bare';
	/** Whether {@link consignmentLineLimit} cuts each consignment's lines, or those of the whole order. */
	lineLimitCounts: 'perConsignment' | 'perOrder';
	/** Whether `items_total` counts the units of pick-list lines, which hang on another line. */
	bundledInItemsTotal: boolean;
	/** The status of an order after a refund of part of it, or of all: set by the refund, or left to the staff. */
	statusAfterRefund: 'moves' | 'stays';
	/** Whether a refund of lines shows in their `quantity_refunded`. */
	refundFeedsLines: boolean;
	/** A batch of metafields of which every row is a duplicate: answered like any row-wise failure, or by 409 as a single one is. */
	batchOfDuplicates: 'unprocessable' | 'conflict';
	/** Whether the errors of a batch of metafields say which row they are about: nothing but a status, a title and free `errors` is documented. */
	batchErrorsNameRow: boolean;
	/** Which writes bump the order's `date_modified`. */
	shipmentTouchesOrder: boolean;
	refundTouchesOrder: boolean;
	metafieldTouchesOrder: boolean;
	/** Whether `direction=desc` turns a list of metafields round. */
	metafieldsTurn: boolean;
}

export const defaultUnknowns: Unknowns = {
	badAdjustmentRow: 'rejectsBatch',
	repeatedAdjustmentRow: 'refused',
	skuOfProductTrackedItem: 'refused',
	untrackedAdjustment: 'refused',
	negativeAbsolute: 'refused',
	negativeAvailable: true,
	untrackedInInventory: true,
	inventorySkuMatch: 'ignoreCase',
	baseVariantsBySku: false,
	archivedOrdersListed: false,
	isDeletedFilter: true,
	incompleteOrdersListed: true,
	dateBounds: 'inclusive',
	numberBounds: 'inclusive',
	limitAboveMaximum: 'refused',
	consignmentLineLimit: null,
	feesForm: 'object',
	feeMoney: 'text',
	unknownStatusId: 'refused',
	shipmentMovesStatus: true,
	tooLargeShipment: 'refused',
	unknownHookScope: 'refused',
	hookAnswer: 'data',
	lineLimitCounts: 'perConsignment',
	bundledInItemsTotal: true,
	statusAfterRefund: 'moves',
	refundFeedsLines: true,
	batchOfDuplicates: 'unprocessable',
	batchErrorsNameRow: true,
	shipmentTouchesOrder: true,
	refundTouchesOrder: true,
	metafieldTouchesOrder: false,
	metafieldsTurn: true,
};

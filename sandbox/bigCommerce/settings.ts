import { defaultUnknowns, type Unknowns } from './unknowns';

/** How the server behaves. All of it can be changed while it runs, by `POST /sandbox/settings`. */
export interface BigCommerceSettings extends Unknowns {
	/** Requests the store may make in one window, all tokens together; null: a plan without quota. */
	quota: number | null;
	/** Length of that window in milliseconds. */
	windowMs: number;
	/** Whether answers carry the `X-Rate-Limit-…` headers; plans without quota may leave them out. */
	rateLimitHeaders: boolean;
	/** Milliseconds until a written stock figure shows in reads. */
	stockVisibleAfterMs: number;
	/** Milliseconds until a metafield that was written, changed or deleted shows in lists; by its id it shows at once. */
	metafieldsListedAfterMs: number;
	/** How far the server's clock, and with it every time it gives or compares, is ahead of this machine's; negative: behind. */
	clockAheadMs: number;
	/** Store setting: when the shop takes an order's quantities off its stock. */
	updateStockBehavior: 'order_placed' | 'order_completed_or_shipped';
	/** Store setting: whether editing an order changes stock. */
	editOrderStockAdjustment: boolean;
	/** Store setting: whether a refunded or cancelled order puts its quantities back. */
	refundOrderStockAdjustment: boolean;
}

/** The settings a server starts with: those of a store on the Pro plan, `chosen` over them. */
export function bigCommerceSettings(chosen: Partial<BigCommerceSettings>): BigCommerceSettings {
	return {
		...defaultUnknowns,
		quota: 450,
		windowMs: 30_000,
		rateLimitHeaders: true,
		stockVisibleAfterMs: 300,
		metafieldsListedAfterMs: 0,
		clockAheadMs: 0,
		updateStockBehavior: 'order_placed',
		editOrderStockAdjustment: true,
		refundOrderStockAdjustment: true,
		...chosen,
	};
}

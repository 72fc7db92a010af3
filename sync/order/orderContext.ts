import type { MatchedOrder } from '../bigCommerceOrder';
import { TextCutter } from '../textLimits';
import { moneyOf, type OrderMoney } from './orderMoney';
import type { SalesDocumentSettings } from './settings';

/** What everything that plans one order's document looks at. Made once for an order, and let go with its plan. */
export interface OrderContext {
	readonly order: MatchedOrder;
	readonly settings: SalesDocumentSettings;
	readonly money: OrderMoney;
	/** Of the order's currency. */
	readonly decimals: number;
	/** Cuts the document's texts, and keeps a warning for each that was too long. */
	readonly texts: TextCutter;
}

export function orderContext(order: MatchedOrder, settings: SalesDocumentSettings): OrderContext {
	const money = moneyOf(order, settings.amounts);
	return { order, settings, money, decimals: money.figures.decimals, texts: new TextCutter() };
}

import type { MatchedOrder } from '../bigCommerceOrder';
import { orderReasons } from '../orderReasons';
import type { Reason } from '../reason';
import { booksOf } from './books';
import { contradictionIn } from './contradiction';
import { shareDiscounts } from './discountShares';
import { readFigures, type OrderFigures } from './figures';
import { netAmountsOf, type NetAmounts } from './netAmounts';
import type { AmountSettings } from './settings';
import { taxModeOf } from './taxMode';

/** An order's money, as it states it and as a document will, and what is wrong with it. */
export interface OrderMoney {
	figures: OrderFigures;
	amounts: NetAmounts;
	/** Missing lines, and amounts that are not numbers. */
	unreadable: Reason[];
	/** The figure that contradicts the others. The amounts then do not come to the order's total. */
	contradiction?: Reason;
	/** Set when discounts are spread over lines by shares that had to be put right. */
	sharesCorrected: boolean;
}

/** Reads an order's figures, checks that they agree, and takes the tax out of them. */
export function moneyOf(order: MatchedOrder, settings: AmountSettings): OrderMoney {
	const { figures, reasons } = readFigures(order);
	const unreadable = [...(order.products.length > 0 ? [] : [orderReasons.withoutLines()]), ...reasons];
	const { inclusive } = taxModeOf(order, figures, settings.pricesEnteredWithTax);
	const shares = shareDiscounts(order, figures, inclusive);
	const contradiction =
		unreadable.length > 0
			? undefined
			: (contradictionIn(booksOf(figures, inclusive), figures, settings.allowedRounding) ?? shares.reason);
	return {
		figures,
		amounts: netAmountsOf(figures, shares, inclusive, !contradiction && unreadable.length === 0),
		unreadable,
		contradiction,
		sharesCorrected: shares.corrected && settings.discounts.as === 'spread',
	};
}

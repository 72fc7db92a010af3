import { moneyCases } from './moneyCases';
import type { OrderPlan } from './orderPlan';
import { personCases, skuCases, sourceCases, statusCases } from './otherCases';
import type { Shop } from './planOrder';

/** Turns an ordinary order into one of a kind that importers must cope with. */
export type OrderCase = (plan: OrderPlan, shop: Shop) => void;

/** Every kind of order, by name; a shop of some eighty orders has each at least once. */
export const orderCases: Readonly<Record<string, OrderCase>> = {
	...moneyCases,
	...personCases,
	...skuCases,
	...statusCases,
	...sourceCases,
};

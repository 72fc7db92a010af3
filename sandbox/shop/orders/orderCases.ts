import { moneyCases } from './moneyCases';
import type { OrderCase } from './orderCase';
import { personCases, skuCases, sourceCases, statusCases } from './otherCases';

/** Every kind of order, by name; a shop of some eighty orders has each at least once. */
export const orderCases: Readonly<Record<string, OrderCase>> = {
	...moneyCases,
	...personCases,
	...skuCases,
	...statusCases,
	...sourceCases,
};

import type { OrderPlan } from './orderPlan';
import type { Shop } from './planOrder';

/** Turns an ordinary order into one of a kind that importers must cope with. */
export type OrderCase = (plan: OrderPlan, shop: Shop) => void;

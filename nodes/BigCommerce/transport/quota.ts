import type { RawAnswer } from '../../shared/request/apiProfile';
import type { RateBudget } from '../../shared/request/rateBudget';

/**
 * Waits for the next window when this answer used up the store's quota. Plans without a limit send no
 * such headers, which is not the same as none left.
 */
export function holdWhenUsedUp(budget: RateBudget, { headers }: RawAnswer): void {
	const left = headers['x-rate-limit-requests-left'];
	const resetMs = Number(headers['x-rate-limit-time-reset-ms']);
	if (left !== undefined && Number(left) <= 0 && resetMs > 0) budget.holdFor(resetMs);
}

import { isUndefined, omitBy } from 'lodash';
import { defaultUnknowns, type Unknowns } from './unknowns';

/** How the server behaves. All of it can be changed while it runs, by `POST /sandbox/settings`. */
export interface SosSettings extends Unknowns {
	/** Milliseconds a company has to leave between two requests; 0 switches the limit off. */
	intervalMs: number;
	/**
	 * How much earlier than that a request may arrive, as a share of the interval. It absorbs the jitter of
	 * the network only: early requests add up, so the long-run rate is never above one per interval.
	 */
	intervalTolerance: number;
	/** Whether a throttled answer says how long to wait; SOS Inventory does not. */
	sendRetryAfter: boolean;
	/** Life of an access token that OAuth hands out; SOS says 7,775,999 (90 days). */
	tokenLifetimeSeconds: number;
	/** Whether a refresh hands out a new refresh token and ends the old one. */
	rotateRefreshTokens: boolean;
	/** How far the server's clock, and with it every time it gives or compares, is ahead of this machine's; negative: behind. */
	clockAheadMs: number;
	/** Company setting "Expand kits on sales orders": the kit's line is replaced by lines of its components. */
	expandKitsOnSalesOrders: boolean;
	/** Company setting: documents dated on or before it are refused (`YYYY-MM-DD`). */
	closingDate: string | null;
	/** Company setting: IANA zone that dates are in. */
	timeZone: string;
	/** Company setting "Include sales receipts in available". */
	includeSalesReceiptsInAvailable: boolean;
	/** Company setting "Include incoming in available". */
	includeIncomingInAvailable: boolean;
}

/** The settings a server starts with: SOS Inventory's own where they are known, `chosen` over them. */
export function sosSettings(chosen: Partial<SosSettings>): SosSettings {
	return {
		...defaultUnknowns,
		intervalMs: 500,
		intervalTolerance: 0.1,
		sendRetryAfter: false,
		tokenLifetimeSeconds: 7_775_999,
		rotateRefreshTokens: true,
		clockAheadMs: 0,
		expandKitsOnSalesOrders: false,
		closingDate: null,
		timeZone: 'UTC',
		includeSalesReceiptsInAvailable: false,
		includeIncomingInAvailable: false,
		...omitBy(chosen, isUndefined),
	};
}

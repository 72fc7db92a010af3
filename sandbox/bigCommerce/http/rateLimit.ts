import type { FastifyInstance } from 'fastify';
import type { Answer } from '../../shared/answer';
import { sendAnswer } from '../../shared/answer';
import type { RequestCounters } from '../../shared/requestCounters';
import type { BigCommerceSettings } from '../settings';

/** The store's quota: so many requests per window, whoever sends them; the window starts with its first request. */
export class RateLimit {
	private startedAt = 0;

	private used = 0;

	constructor(
		private readonly settings: BigCommerceSettings,
		private readonly now: () => number = Date.now,
	) {}

	/** Counts one request against the quota; false when there is nothing left of it. */
	take(): boolean {
		if (this.resetMs() <= 0) {
			this.startedAt = this.now();
			this.used = 0;
		}
		if (this.settings.quota !== null && this.used >= this.settings.quota) return false;
		this.used += 1;
		return true;
	}

	/** The headers that tell a client where it stands; none on a plan without quota. */
	headers(): Record<string, string> {
		const { quota, windowMs, rateLimitHeaders } = this.settings;
		if (quota === null || !rateLimitHeaders) return {};
		return {
			'X-Rate-Limit-Requests-Left': String(Math.max(quota - this.used, 0)),
			'X-Rate-Limit-Requests-Quota': String(quota),
			'X-Rate-Limit-Time-Reset-Ms': String(Math.max(this.resetMs(), 0)),
			'X-Rate-Limit-Time-Window-Ms': String(windowMs),
		};
	}

	/** The refusal; its `X-Retry-After` is in seconds while the other headers are in milliseconds. */
	refusal(): Answer {
		const seconds = Math.max(Math.ceil(this.resetMs() / 1000), 1);
		const retryAfter: Record<string, string> = this.settings.rateLimitHeaders
			? { 'X-Retry-After': String(seconds) }
			: {};
		return { ...bareRefusal, headers: { ...this.headers(), ...retryAfter } };
	}

	private resetMs(): number {
		return this.startedAt + this.settings.windowMs - this.now();
	}
}

/** A 429 as it comes from a platform under load: without any header. */
export const bareRefusal: Answer = {
	status: 429,
	body: {
		status: 429,
		title: 'Too many requests',
		type: 'https://developer.bigcommerce.com/api-docs/getting-started/api-status-codes',
	},
};

/** Refuses what exceeds the quota and tells every other answer's receiver how much is left. */
export function addRateLimit(api: FastifyInstance, limit: RateLimit, counters: RequestCounters): void {
	api.addHook('onRequest', async (request, reply) => {
		if (request.is404) return;
		if (limit.take()) {
			reply.headers(limit.headers());
			return;
		}
		counters.countRefusal();
		return sendAnswer(reply, limit.refusal());
	});
}

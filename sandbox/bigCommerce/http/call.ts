import type { Fault } from '../../shared/faultRule';
import type { Store } from '../store';
import type { ApiAccount } from './accounts';
import type { Query } from './query';

/** One request that was let in: who asks, for what, and the store that answers. */
export interface Call {
	store: Store;
	account: ApiAccount;
	/** The variable parts of the path. */
	params: Readonly<Record<string, string>>;
	query: Query;
	body: unknown;
	fault?: Fault;
}

const staleByMs = 5000;

/** The moment a list is to show, milliseconds since 1970, where the call meets a stale read. */
export function staleMoment({ fault }: Call): number | undefined {
	return fault?.kind === 'staleRead' ? Date.now() - (fault.delayMs ?? staleByMs) : undefined;
}

/** The body; what is not an object has no fields. */
export function bodyOf({ body }: Call): Record<string, unknown> {
	const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
	return isObject ? (body as Record<string, unknown>) : {};
}

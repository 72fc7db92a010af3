/** The words SOS Inventory puts in an envelope's `status` when a request did not succeed. */
export type FailureStatus = 'error' | 'invalid' | 'failed' | 'unauthorized';

/** A request that is answered with a failure envelope. */
export class Refusal extends Error {
	/** @param httpStatus 200 for those failures that SOS Inventory reports under a successful HTTP status */
	constructor(
		readonly httpStatus: number,
		readonly status: FailureStatus,
		message: string,
	) {
		super(message);
	}
}

/** The request contradicts a rule: HTTP 400. */
export function invalid(message: string): Refusal {
	return new Refusal(400, 'invalid', message);
}

/** A name that is taken: `invalid` under HTTP 200. */
export function invalidUnder200(message: string): Refusal {
	return new Refusal(200, 'invalid', message);
}

/** Something asked for does not exist: `failed` under HTTP 200. */
export function failedUnder200(message: string): Refusal {
	return new Refusal(200, 'failed', message);
}

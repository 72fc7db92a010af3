/**
 * Why something was not done, in words a shop-keeper can act on. A reason is data, not an exception:
 * a held order, an unmatched SKU and a skipped stock row each carry one.
 */
export interface Reason {
	/** Stable, upper snake case; every code has a row in docs/reasons.md. */
	code: string;
	/** What happened, naming the order, line or SKU it happened to. */
	message: string;
	/** What to do about it, as an instruction. */
	fix: string;
	/** The figures behind the message, where there are any: numbers or decimal strings, never personal data. */
	details?: Record<string, unknown>;
}

import type { INode } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

export type FailureCategory =
	| 'credential'
	| 'permission'
	| 'notFound'
	| 'conflict'
	| 'invalid'
	| 'tooLarge'
	| 'throttled'
	| 'unavailable'
	| 'unreadable';

/** What failed, in words for the user. */
export interface FailureText {
	category: FailureCategory;
	/** What happened, for a shop-keeper. */
	message: string;
	/** How to fix it. */
	fix: string;
	/** The API's own words, for the operations that must tell one refusal from another. */
	apiMessage?: string;
	/** The answer came from the API and was whole, but a record in it is not as documented. */
	isFlaw?: boolean;
}

/** n8n's own names for why something failed; newer hosts pace their retries by them. */
const hostCauses: Partial<
	Record<FailureCategory, 'rate-limited' | 'temporarily-unavailable' | 'credential-invalid'>
> = {
	credential: 'credential-invalid',
	throttled: 'rate-limited',
	unavailable: 'temporarily-unavailable',
};

/**
 * The one error both transports throw. It is built from the raw answer once, because n8n ignores any
 * message given when an error is wrapped a second time, and it never carries request headers.
 */
export class ApiFailure extends NodeApiError {
	readonly category: FailureCategory;

	/** The API's own words; empty when there was no answer. */
	readonly apiMessage: string;

	/** True when the API answered, and what it says about a record is not as documented. Another record may be fine. */
	readonly isFlaw: boolean;

	/** True when a write was sent and its answer never arrived: it may have been done. */
	readonly mayHaveBeenDone: boolean;

	/** True when this request, or one before it that was part of the same work, may have written something. */
	leavesWriteOpen: boolean;

	constructor(node: INode, text: FailureText, options: { status?: number; mayHaveBeenDone?: boolean } = {}) {
		const cause = hostCauses[text.category];
		super(
			node,
			{ message: text.message },
			{
				message: text.message,
				description: text.fix,
				httpCode: options.status === undefined ? undefined : String(options.status),
				...(cause && { failure: { cause } }),
			},
		);
		// n8n puts a sentence of its own in place of one that holds a network code, and with it the service's name goes.
		this.message = text.message;
		this.category = text.category;
		this.apiMessage = text.apiMessage ?? '';
		this.isFlaw = text.isFlaw ?? false;
		this.mayHaveBeenDone = options.mayHaveBeenDone ?? false;
		this.leavesWriteOpen = this.mayHaveBeenDone;
	}
}

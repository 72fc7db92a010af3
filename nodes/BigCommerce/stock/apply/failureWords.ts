import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { ApiContext } from '../../../shared/request/apiProfile';

/**
 * What went wrong, for the rows of a run that goes on to its end all the same. A fault of this node is
 * nothing to show a shop-keeper: its words are for n8n's log.
 */
export function failureWords({ logger }: ApiContext, error: unknown): string {
	if (error instanceof NodeApiError || error instanceof NodeOperationError) return error.message;
	logger.error('A stock run met a fault of the node itself', { error });
	return 'the node met a fault of its own, which is in the log of n8n';
}

import type { ApiContext } from '../../../shared/request/apiProfile';
import { presentable } from '../../../shared/run/presentable';

/**
 * What went wrong, for the rows of a run that goes on to its end all the same. A fault of this node
 * itself is written to n8n's log, since no error leaves the node that could carry it.
 */
export function failureWords(context: ApiContext, error: unknown): string {
	const failure = presentable(context.getNode(), error);
	if (failure !== error) context.logger.error(failure.message, { error });
	return failure.message;
}

import type { ILoadOptionsFunctions, INode } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import { withoutNamedSecrets } from '../request/secrets';

/** What a fault of this package itself is called; the error behind it stays in the execution's data. */
export const UNFORESEEN = 'This node met something it was not made for';

/**
 * Any error as people may see it: without what looks like a secret, whoever wrote the text, and without
 * the wording of the programming language.
 */
export function presentable(node: INode, error: unknown): NodeApiError | NodeOperationError {
	const failure = asNodeError(node, error);
	failure.message = withoutNamedSecrets(failure.message);
	if (typeof failure.description === 'string') failure.description = withoutNamedSecrets(failure.description);
	return failure;
}

const PROGRAMMING_ERRORS = new Set(['TypeError', 'RangeError', 'ReferenceError', 'SyntaxError', 'URIError']);

function asNodeError(node: INode, error: unknown): NodeApiError | NodeOperationError {
	if (error instanceof NodeApiError || error instanceof NodeOperationError) return error;
	// n8n's own errors, such as those of an expression, say what to do.
	const isSaid = error instanceof Error && !PROGRAMMING_ERRORS.has(error.name);
	return isSaid ? new NodeOperationError(node, error) : unforeseen(node, error);
}

function unforeseen(node: INode, error: unknown): NodeOperationError {
	const kind = error instanceof Error ? error.name : typeof error;
	const failure = new NodeOperationError(node, `${UNFORESEEN} (${kind})`, {
		description:
			'Look at the items it was given: one may hold something unusual. If nothing is wrong with them, report it with the execution.',
	});
	failure.cause = error instanceof Error ? error : undefined;
	return failure;
}

type Method = (this: ILoadOptionsFunctions, ...args: never[]) => Promise<unknown>;

/** What fills a drop-down, with its errors made {@link presentable}. */
export function presentably<M extends Method>(method: M): M {
	return async function (this: ILoadOptionsFunctions, ...args: never[]) {
		try {
			return await method.apply(this, args);
		} catch (error) {
			throw presentable(this.getNode(), error);
		}
	} as M;
}

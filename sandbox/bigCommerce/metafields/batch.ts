import type { Answer } from '../../shared/answer';
import { ApiProblem, unprocessable } from '../http/apiProblem';
import type { Call } from '../http/call';

/**
 * Does one row after the other; 422 with an error for each failed row when not all went well, the others
 * being done.
 * @throws ApiProblem 422 for a body that is not a list; 409 where every row is a duplicate and the store is set to say it so
 */
export function batchAnswer<T>({ body, store }: Call, apply: (row: T) => unknown): Answer {
	if (!Array.isArray(body)) throw unprocessable('The request body must be an array.');
	const { batchOfDuplicates, batchErrorsNameRow } = store.settings;
	const data: unknown[] = [];
	const problems: Array<{ problem: ApiProblem; position: number }> = [];
	body.forEach((row: T, position) => {
		try {
			data.push(apply(row));
		} catch (problem) {
			if (!(problem instanceof ApiProblem)) throw problem;
			problems.push({ problem, position });
		}
	});
	const isAllTaken = problems.length > 0 && problems.every(({ problem }) => problem.status === 409);
	if (isAllTaken && data.length === 0 && batchOfDuplicates === 'conflict') throw problems[0].problem;
	const errors = problems.map(({ problem: { status, title, errors: fields }, position }) => ({
		status,
		title,
		type: '',
		errors: { ...fields, ...(batchErrorsNameRow && { position: String(position) }) },
	}));
	const meta = { total: body.length, success: data.length, failed: errors.length };
	return { status: errors.length > 0 ? 422 : 200, body: { data, errors, meta } };
}

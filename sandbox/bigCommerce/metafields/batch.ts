import type { Answer } from '../../shared/answer';
import { ApiProblem, unprocessable } from '../http/apiProblem';

/**
 * Does one row after the other; 422 with an error for each failed row when not all went well, the others
 * being done.
 * @throws ApiProblem 422 for a body that is not a list
 */
export function batchAnswer<T>(body: unknown, apply: (row: T) => unknown): Answer {
	if (!Array.isArray(body)) throw unprocessable('The request body must be an array.');
	const data: unknown[] = [];
	const errors: object[] = [];
	body.forEach((row: T, position) => {
		try {
			data.push(apply(row));
		} catch (error) {
			if (!(error instanceof ApiProblem)) throw error;
			errors.push({
				status: error.status,
				title: error.title,
				type: '',
				errors: { ...error.errors, position: String(position) },
			});
		}
	});
	const meta = { total: body.length, success: data.length, failed: errors.length };
	return { status: errors.length > 0 ? 422 : 200, body: { data, errors, meta } };
}

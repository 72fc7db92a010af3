import type { Answer } from '../../shared/answer';

const statusCodesPage = 'https://developer.bigcommerce.com/api-docs/getting-started/api-status-codes';

/** A refusal, worded as V2 (an array) or V3 (a problem object) when it is sent. */
export class ApiProblem extends Error {
	constructor(
		readonly status: number,
		/** V2's `message`, V3's `title`. */
		readonly title: string,
		/** V3's `errors` by field; V2's `details`. */
		readonly errors: Record<string, unknown> = {},
	) {
		super(title);
	}

	/** @param path the request's path, which tells V2 from V3 */
	asAnswer(path: string): Answer {
		const { status, title, errors } = this;
		if (/\/v2\//.test(path)) {
			const details = Object.keys(errors).length > 0 ? { details: errors } : {};
			return { status, body: [{ status, message: title, ...details }] };
		}
		const contentType = status === 422 ? 'application/problem+json' : 'application/json';
		return { status, contentType, body: { status, title, type: statusCodesPage, errors } };
	}
}

export function notFound(): ApiProblem {
	return new ApiProblem(404, 'The requested resource was not found.');
}

/** V2's wording for a query parameter or field it cannot read. */
export function invalidField(name: string): ApiProblem {
	return new ApiProblem(400, `The field '${name}' is invalid.`, {
		invalid_reason: `The field '${name}' is invalid.`,
	});
}

/** V3's answer to a body that misses something or holds a wrong value: 422 with a text per field. */
export function unprocessable(title: string, errors: Record<string, string> = {}): ApiProblem {
	return new ApiProblem(422, title, errors);
}

/** V2's refusal of a body names one field. */
export function refusedByV2(errors: Record<string, string>): ApiProblem {
	return invalidField(Object.keys(errors)[0]);
}

/** V3's refusal of a body has a text for each field. */
export function refusedByV3(errors: Record<string, string>, isMissing: boolean): ApiProblem {
	return unprocessable(isMissing ? 'Missing Required Fields' : 'Invalid field value', errors);
}

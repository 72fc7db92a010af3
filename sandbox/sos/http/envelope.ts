import type { Answer } from '../../shared/answer';
import type { Refusal } from '../refusal';

/** The answer to a list: `count` rows in this page of `totalCount` that fit. */
export function listAnswer(data: unknown[], totalCount: number): Answer {
	return { status: 200, body: { count: data.length, totalCount, status: 'ok', message: '', data } };
}

/** The answer to a read by id, a create or an update. */
export function singleAnswer(data: unknown): Answer {
	return { status: 200, body: { status: 'ok', message: '', data } };
}

/** The answer to what was refused. The envelope says so, the HTTP status not always. */
export function refusalAnswer({ httpStatus, status, message }: Refusal): Answer {
	return { status: httpStatus, body: { status, message, data: null } };
}

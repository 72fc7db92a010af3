import { NodeOperationError } from 'n8n-workflow';
import { ApiFailure } from './apiFailure';
import type { ApiContext, ApiProfile, ApiRequest, FailureText, RawAnswer, Verdict } from './apiProfile';
import type { NoAnswer } from './attempt';
import { attempt } from './attempt';
import { backOffMs, MAX_SENDS } from './backOff';
import { pause } from './pause';

/**
 * Sends a request at the credential's pace and, where that is safe, again: after a throttle answer
 * always, after a lost answer or a 5xx only when the request is repeatable.
 *
 * @throws {ApiFailure} when the API refuses, or keeps failing
 * @throws {NodeOperationError} when the execution is cancelled
 */
export async function send(
	context: ApiContext,
	profile: ApiProfile,
	request: ApiRequest,
): Promise<RawAnswer> {
	const signal = cancelSignal(context);
	for (let sends = 1; ; sends++) {
		await profile.budget.takeTurn(signal, profile.urgency);
		stopIfCancelled(context, signal);

		const outcome = await attempt(context, profile, request);
		stopIfCancelled(context, signal);
		const answered = 'status' in outcome;
		if (answered) profile.observe(outcome);

		const verdict = answered ? judgeAnswer(profile, outcome, request) : judgeNoAnswer(profile, outcome);
		if (verdict.kind === 'done') return outcome as RawAnswer;
		if (!maySendAgain(verdict, request) || sends >= (verdict.maxSends ?? MAX_SENDS)) {
			throw new ApiFailure(context.getNode(), verdict.failure, {
				status: answered ? outcome.status : undefined,
				mayHaveBeenDone: verdict.kind === 'uncertain' && !isRepeatable(request),
			});
		}

		const ownWait = backOffMs(sends, profile.firstWaitMs, Math.random());
		// A throttle answer concerns everybody on the credential, a single failed request only itself.
		if (verdict.kind === 'throttled') profile.budget.refused(Math.max(ownWait, verdict.waitMs ?? 0));
		else await pause(ownWait, signal);
	}
}

function isRepeatable(request: ApiRequest): boolean {
	return request.repeatable ?? request.method === 'GET';
}

function maySendAgain(verdict: Verdict, request: ApiRequest): boolean {
	return verdict.kind === 'throttled' || (verdict.kind === 'uncertain' && isRepeatable(request));
}

/** An answer that came whole and is not what was asked for is asked for once more, and no oftener: it will not change. */
const FLAWED_SENDS = 2;

function judgeAnswer(profile: ApiProfile, answer: RawAnswer, request: ApiRequest): Verdict {
	const verdict = profile.judge(answer, request);
	const flaw = verdict.kind === 'done' ? request.flawIn?.(answer.body) : undefined;
	if (flaw === undefined) return verdict;
	const about = request.subject ?? `${request.method} ${request.path}`;
	return {
		kind: 'uncertain',
		maxSends: FLAWED_SENDS,
		failure: {
			category: 'unreadable',
			message: `${profile.name} answered the request for ${about} with something else than it documents: ${flaw}`,
			fix: `Run the workflow again. If it happens again, look at this record in ${profile.name}, and report the message: nothing was written because of it.`,
		},
	};
}

function judgeNoAnswer(profile: ApiProfile, { code, mayHaveArrived }: NoAnswer): Verdict {
	const failure: FailureText = {
		category: 'unavailable',
		message: `${profile.name} did not answer (${code})`,
		fix: `Check that ${profile.rootUrl} can be reached from this machine, then run the node again: nothing is done twice.`,
	};
	return mayHaveArrived ? { kind: 'uncertain', failure } : { kind: 'throttled', failure };
}

/** Aborted when the user stops the execution; drop-downs have none. */
export function cancelSignal(context: ApiContext): AbortSignal | undefined {
	return 'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
}

/** @throws {NodeOperationError} when the user has stopped the execution */
export function stopIfCancelled(context: ApiContext, signal: AbortSignal | undefined): void {
	if (signal?.aborted) {
		// n8n takes an execution for stopped, rather than failed, by this spelling.
		throw new NodeOperationError(context.getNode(), 'The execution was canceled', {
			description: 'What was written before stays written; running the workflow again does nothing twice.',
		});
	}
}

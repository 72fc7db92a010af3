import { NodeOperationError } from 'n8n-workflow';
import { ApiFailure, type FailureText } from './apiFailure';
import {
	aboutOf,
	type ApiContext,
	type ApiProfile,
	type ApiRequest,
	type RawAnswer,
	type Verdict,
} from './apiProfile';
import { attempt, withText } from './attempt';
import { backOffMs, MAX_SENDS } from './backOff';
import { judgeNoAnswer } from './noAnswer';
import { pause } from './pause';

/** An answer that came whole and is not what was asked for is asked for once more, and no oftener: it will not change. */
const FLAWED_SENDS = 2;

/**
 * Sends a request at the credential's pace and, where that is safe, again: after a throttle answer
 * always, after a lost answer or a 5xx only when the request is repeatable.
 *
 * @throws {ApiFailure} when the API refuses, keeps failing, or answers something else than it documents
 * @throws {NodeOperationError} when the execution is canceled
 */
export async function send(
	context: ApiContext,
	profile: ApiProfile,
	request: ApiRequest,
): Promise<RawAnswer> {
	const signal = cancelSignal(context);
	/** Answers of a kind that does not get better by asking often. */
	let hopeless = 0;
	for (let sends = 1; ; sends++) {
		await profile.budget.takeTurn(signal, profile.urgency);
		stopIfCancelled(context, signal);

		const outcome = await attempt(context, profile, request, signal);
		stopIfCancelled(context, signal);
		const answered = 'status' in outcome;
		if (answered) {
			profile.clock.observe(outcome);
			profile.observe(outcome);
		}

		const verdict = answered
			? judgeAnswer(profile, request, outcome)
			: judgeNoAnswer(profile, request, outcome);
		if (verdict.kind === 'done') return outcome as RawAnswer;
		// Sends that were throttled say nothing about these.
		if (verdict.maxSends !== undefined) hopeless += 1;
		const isLast = sends >= MAX_SENDS || hopeless >= (verdict.maxSends ?? Infinity);
		if (!maySendAgain(verdict, request) || isLast) {
			throw new ApiFailure(context.getNode(), cleaned(profile, verdict.failure), {
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

function judgeAnswer(profile: ApiProfile, request: ApiRequest, answer: RawAnswer): Verdict {
	if (answer.status >= 300 && answer.status < 400) return redirected(profile, answer);
	const verdict = profile.judge(answer, request);
	if (verdict.kind === 'done') {
		const flaw = request.flawIn?.(answer.body);
		if (flaw === undefined) return verdict;
		const clean = withoutSecrets(profile, answer);
		return flawed(profile, request, (clean && request.flawIn?.(clean.body)) ?? flaw);
	}
	return profile.judge(withoutSecrets(profile, answer) ?? answer, request);
}

/**
 * An answer is judged again without the secrets it quotes, so that no text is shortened in the middle of
 * one, which nobody would recognize then. Undefined when it quotes none.
 */
function withoutSecrets({ clean }: ApiProfile, answer: RawAnswer): RawAnswer | undefined {
	const text = clean(answer.text);
	if (text === answer.text) return undefined;
	const cleaned = withText(answer, text);
	// What was JSON must stay JSON to be judged.
	return cleaned.body === undefined && answer.body !== undefined ? undefined : cleaned;
}

function redirected({ name, rootUrl }: ApiProfile, { status, headers }: RawAnswer): Verdict {
	return {
		kind: 'refused',
		failure: {
			category: 'unreadable',
			message: `${name} sent the request on to ${hostOf(headers.location, rootUrl)} (HTTP ${status}). Nobody followed: the access token would have gone along`,
			fix: `Check the address in the ${name} credential. If it is right, ask who runs the proxy or firewall in front of this machine.`,
		},
	};
}

function hostOf(location: string | undefined, rootUrl: string): string {
	try {
		return new URL(location ?? '', rootUrl).host;
	} catch {
		return 'another address';
	}
}

function flawed({ name }: ApiProfile, request: ApiRequest, flaw: string): Verdict {
	return {
		kind: 'uncertain',
		maxSends: FLAWED_SENDS,
		failure: {
			category: 'unreadable',
			message: `${name} answered the request for ${aboutOf(request)} with something other than what it documents: ${flaw}`,
			isFlaw: true,
			fix: `Run the workflow again. If it happens again, look at this record in ${name} and report the message.`,
		},
	};
}

function cleaned({ clean }: ApiProfile, failure: FailureText): FailureText {
	const { message, fix, apiMessage, ...rest } = failure;
	return {
		...rest,
		message: clean(message),
		fix: clean(fix),
		apiMessage: apiMessage === undefined ? undefined : clean(apiMessage),
	};
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

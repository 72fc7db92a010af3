import type { IHttpRequestOptions } from 'n8n-workflow';
import type { ApiContext, ApiProfile, ApiRequest, RawAnswer } from './apiProfile';
import { noAnswer, type NoAnswer } from './noAnswer';
import { parseAnswer, type Pieces } from './parseAnswer';
import { isStream, readStream, textOf } from './readBody';

interface Response {
	statusCode: number;
	headers?: object;
	body?: unknown;
}

/**
 * Sends a request once. Any HTTP status comes back as an answer; 401 goes through n8n first, which
 * renews an OAuth2 token and sends once more. No redirect is followed, since the token would go along.
 *
 * The timeout is one for the whole answer: HTTP clients count silence, and an answer that drips in would
 * never end. The body is read here for the same reason, and so that a huge one is refused while it comes.
 *
 * @param signal ends the waiting when the execution is canceled
 */
export async function attempt(
	context: ApiContext,
	profile: ApiProfile,
	request: ApiRequest,
	signal?: AbortSignal,
): Promise<RawAnswer | NoAnswer> {
	const options: IHttpRequestOptions = {
		method: request.method,
		url: profile.rootUrl + request.path + queryString(request),
		headers: { Accept: 'application/json', 'User-Agent': 'n8n-nodes-bigcommerce-sos' },
		encoding: 'stream',
		timeout: profile.timeoutMs,
		returnFullResponse: true,
		disableFollowRedirect: true,
		// 401 must stay an exception for n8n, or it would never renew an OAuth2 token.
		ignoreHttpStatusErrors: { ignore: true, except: [401] },
	};
	if (request.body !== undefined) {
		options.headers!['Content-Type'] = 'application/json';
		options.body = JSON.stringify(request.body);
	}
	let isGivenUp = false;
	let stopReading = () => {};
	const whole = async (): Promise<RawAnswer | NoAnswer> => {
		try {
			const { statusCode, headers, body } = (await context.helpers.httpRequestWithAuthentication.call(
				context,
				profile.credentialType,
				options,
			)) as Response;
			if (!isStream(body)) return rawAnswer(statusCode, headers, [textOf(body)]);
			stopReading = () => void body.destroy();
			if (isGivenUp) stopReading();
			return rawAnswer(statusCode, headers, await readStream(body));
		} catch (error) {
			return answerInException(error) ?? noAnswer(error);
		}
	};
	const outcome = await firstOf(whole(), profile.timeoutMs, signal);
	// Only an answer that is waited for no longer is still being read, or about to be.
	isGivenUp = 'kind' in outcome;
	if (isGivenUp) stopReading();
	return outcome;
}

/** The answer, unless the time is up or the execution is canceled before it is there. */
async function firstOf(
	whole: Promise<RawAnswer | NoAnswer>,
	timeoutMs: number,
	signal?: AbortSignal,
): Promise<RawAnswer | NoAnswer> {
	const deadline = AbortSignal.timeout(timeoutMs);
	const given: Array<() => void> = [];
	const aborted = async (by: AbortSignal, none: NoAnswer) =>
		await new Promise<NoAnswer>((resolve) => {
			const give = () => resolve(none);
			if (by.aborted) give();
			by.addEventListener('abort', give);
			given.push(() => by.removeEventListener('abort', give));
		});
	try {
		return await Promise.race([
			whole,
			aborted(deadline, { code: 'ETIMEDOUT', kind: 'timeout' }),
			...(signal ? [aborted(signal, { code: 'ERR_CANCELED', kind: 'lost' })] : []),
		]);
	} finally {
		for (const remove of given) remove();
	}
}

/** URL-encodes here, since the HTTP client would leave commas and colons in a value as they are. */
function queryString({ query = {} }: ApiRequest): string {
	const parameters = new URLSearchParams();
	for (const [name, value] of Object.entries(query)) {
		if (value !== undefined) parameters.append(name, String(value));
	}
	const text = parameters.toString();
	return text === '' ? '' : `?${text}`;
}

/** The same answer with another text. */
export function withText(answer: RawAnswer, text: string): RawAnswer {
	return answerOf(answer.status, answer.headers, [text]);
}

function rawAnswer(status: number, headers: object | undefined, pieces: Pieces): RawAnswer {
	const lowerCased = Object.entries(headers ?? {}).map(([name, value]) => [
		name.toLowerCase(),
		String(value),
	]);
	return answerOf(status, Object.fromEntries(lowerCased), pieces);
}

/** The text is put together when somebody asks for it, which only a refusal or a flaw makes necessary. */
function answerOf(status: number, headers: RawAnswer['headers'], pieces: Pieces): RawAnswer {
	return {
		status,
		headers,
		get text() {
			return pieces.join('');
		},
		body: parsed(status, pieces),
	};
}

/** "There is none" is said by 204 alone: nothing under any other status is an answer that did not come. */
function parsed(status: number, pieces: Pieces): unknown {
	if (pieces.every((piece) => piece.trim() === '')) return status === 204 ? null : undefined;
	try {
		return parseAnswer(pieces) ?? undefined;
	} catch {
		return undefined;
	}
}

interface HttpError {
	code?: string;
	response?: { status?: number; headers?: object; data?: unknown };
	httpCode?: string | null;
	/** n8n's own finding, such as that an OAuth2 token cannot be renewed. */
	failure?: { cause?: string };
	cause?: HttpError;
}

function answerInException(error: unknown): RawAnswer | undefined {
	const { response, httpCode, cause } = (error ?? {}) as HttpError;
	if (isRefusedRenewal(error as HttpError)) return rawAnswer(401, {}, []);
	const found = response ?? cause?.response;
	const status = found?.status ?? (Number(httpCode) || 0);
	// An exception under a good status is an answer that broke off.
	if (status < 300) return undefined;
	const isUnread = isStream(found?.data);
	if (isUnread) (found?.data as { destroy(): void }).destroy();
	return rawAnswer(status, found?.headers, isUnread ? [] : [textOf(found?.data)]);
}

/** After a 401 n8n asks for a new OAuth2 token; when it gets none, its own exception stands for the 401. */
function isRefusedRenewal({ code, failure, cause }: HttpError): boolean {
	return failure?.cause === 'credential-invalid' || code === 'EAUTH' || cause?.code === 'EAUTH';
}

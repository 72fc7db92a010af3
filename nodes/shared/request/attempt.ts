import type { IHttpRequestOptions } from 'n8n-workflow';
import type { ApiContext, ApiProfile, ApiRequest, RawAnswer } from './apiProfile';

/** A request that got no answer. */
export interface NoAnswer {
	/** The network's own code, such as ECONNRESET. */
	code: string;
	/** False when the request certainly never left this machine. */
	mayHaveArrived: boolean;
}

const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH']);

/**
 * Sends a request once. Any HTTP status comes back as an answer; 401 goes through n8n first, which
 * renews an OAuth2 token and sends once more.
 */
export async function attempt(
	context: ApiContext,
	profile: ApiProfile,
	request: ApiRequest,
): Promise<RawAnswer | NoAnswer> {
	const options: IHttpRequestOptions = {
		method: request.method,
		url: profile.rootUrl + request.path + queryString(request),
		headers: { Accept: 'application/json', 'User-Agent': 'n8n-nodes-bigcommerce-sos' },
		// Text, parsed below: a body that is not JSON must reach the transport as it is.
		encoding: 'text',
		timeout: profile.timeoutMs,
		returnFullResponse: true,
		// 401 must stay an exception for n8n, or it would never renew an OAuth2 token.
		ignoreHttpStatusErrors: { ignore: true, except: [401] },
	};
	if (request.body !== undefined) {
		options.headers!['Content-Type'] = 'application/json';
		options.body = JSON.stringify(request.body);
	}
	try {
		const response = await context.helpers.httpRequestWithAuthentication.call(
			context,
			profile.credentialType,
			options,
		);
		return rawAnswer(response.statusCode, response.headers, response.body);
	} catch (error) {
		return answerInException(error) ?? noAnswer(error);
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

function rawAnswer(status: number, headers: object | undefined, data: unknown): RawAnswer {
	const text = typeof data === 'string' ? data : JSON.stringify(data ?? '');
	const lowerCased = Object.entries(headers ?? {}).map(([name, value]) => [
		name.toLowerCase(),
		String(value),
	]);
	return { status, headers: Object.fromEntries(lowerCased), text, body: parseJson(text) };
}

function parseJson(text: string): unknown {
	if (text.trim() === '') return null;
	try {
		return JSON.parse(text);
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
	const { response, httpCode, cause } = error as HttpError;
	if (isRefusedRenewal(error as HttpError)) return rawAnswer(401, {}, '');
	const found = response ?? cause?.response;
	if (found?.status !== undefined) return rawAnswer(found.status, found.headers, found.data);
	return Number(httpCode) >= 400 ? rawAnswer(Number(httpCode), {}, '') : undefined;
}

/** After a 401 n8n asks for a new OAuth2 token; when it gets none, its own exception stands for the 401. */
function isRefusedRenewal({ code, failure, cause }: HttpError): boolean {
	return failure?.cause === 'credential-invalid' || code === 'EAUTH' || cause?.code === 'EAUTH';
}

function noAnswer(error: unknown): NoAnswer {
	const { code, cause } = error as HttpError;
	const networkCode = cause?.code ?? code ?? 'UNKNOWN';
	return { code: networkCode, mayHaveArrived: !NEVER_SENT.has(networkCode) };
}

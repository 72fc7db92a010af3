import axios, { type AxiosResponse } from 'axios';
import type { SosServer } from '../../sandbox/sos';

/** A client that follows no redirects and throws on no status. */
export const browser = axios.create({ maxRedirects: 0, validateStatus: () => true, proxy: false });

export const redirectUri = 'http://127.0.0.1:5678/rest/oauth2-credential/callback';

/** Walks the sign-in pages like a user and returns where the browser is sent. */
export async function signIn(server: SosServer, companyName = 'Example Trading'): Promise<URL> {
	const { oauth, url } = server;
	const params = {
		response_type: 'code',
		client_id: oauth.clientId,
		redirect_uri: redirectUri,
		state: 'a&b',
	};
	const first = await browser.get<string>(oauth.authorizeUrl, { params });
	const credentials = { email: oauth.email, password: oauth.password };
	const second = await browser.post<string>(
		oauth.authorizeUrl,
		new URLSearchParams({ ...hiddenFields(first.data), ...credentials }),
	);
	const [, company = ''] = new RegExp(`value="(\\d+)"[^>]*> ${companyName}`).exec(second.data) ?? [];
	const chosen = new URLSearchParams({ ...hiddenFields(second.data), company });
	const third = await browser.post(`${url}/oauth2/authorize/company`, chosen);
	if (third.status !== 302) throw new Error(`Signing in ended with HTTP ${third.status}.`);
	return new URL(third.headers.location);
}

export function requestToken(
	server: SosServer,
	fields: Record<string, string>,
	headers = {},
): Promise<AxiosResponse> {
	return browser.post(server.oauth.tokenUrl, new URLSearchParams(fields), { headers });
}

/** The form fields that spend the code of an address {@link signIn} led to. */
export function codeFields(target: URL) {
	const code = target.searchParams.get('code') ?? '';
	return { grant_type: 'authorization_code', code, redirect_uri: redirectUri };
}

export function clientCredentials({ oauth }: SosServer) {
	return { client_id: oauth.clientId, client_secret: oauth.clientSecret };
}

export async function signedInTokens(
	server: SosServer,
	companyName?: string,
): Promise<{ access_token: string; refresh_token: string }> {
	const target = await signIn(server, companyName);
	const { data } = await requestToken(server, { ...codeFields(target), ...clientCredentials(server) });
	return data;
}

function hiddenFields(html: string): Record<string, string> {
	const inputs = html.matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g);
	return Object.fromEntries([...inputs].map(([, name, value]) => [name, value.replace(/&amp;/g, '&')]));
}

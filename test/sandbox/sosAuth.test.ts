import axios from 'axios';
import { clientFor, startWithClient } from './sosShop';
import type { SosServer } from '../../sandbox/sos';

let server: SosServer;

const browser = axios.create({ maxRedirects: 0, validateStatus: () => true, proxy: false });
const redirectUri = 'http://127.0.0.1:5678/rest/oauth2-credential/callback';

beforeEach(async () => {
	({ server } = await startWithClient());
});

afterEach(() => server.stop());

function form(fields: Record<string, string>) {
	return new URLSearchParams(fields);
}

function hiddenFields(html: string): Record<string, string> {
	const inputs = html.matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g);
	return Object.fromEntries([...inputs].map(([, name, value]) => [name, value.replace(/&amp;/g, '&')]));
}

/** Walks the pages like a user and returns where the browser is sent. */
async function signIn(companyName = 'Example Trading'): Promise<URL> {
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
		form({ ...hiddenFields(first.data), ...credentials }),
	);
	const [, company] = new RegExp(`value="(\\d+)"[^>]*> ${companyName}`).exec(second.data) ?? [];
	const chosen = form({ ...hiddenFields(second.data), company });
	const third = await browser.post(`${url}/oauth2/authorize/company`, chosen);
	expect(third.status).toBe(302);
	return new URL(third.headers.location);
}

function requestToken(fields: Record<string, string>, headers = {}) {
	return browser.post(server.oauth.tokenUrl, form(fields), { headers });
}

function credentials() {
	return { client_id: server.oauth.clientId, client_secret: server.oauth.clientSecret };
}

function codeFields(target: URL) {
	const code = target.searchParams.get('code') ?? '';
	return { grant_type: 'authorization_code', code, redirect_uri: redirectUri };
}

async function signedInTokens(companyName?: string) {
	const target = await signIn(companyName);
	const { data } = await requestToken({ ...codeFields(target), ...credentials() });
	return data as { access_token: string; refresh_token: string };
}

describe('signing in', () => {
	test('leads back with a code and the state, and the code gives a token that works', async () => {
		const target = await signIn();
		expect(target.origin + target.pathname).toBe(redirectUri);
		expect(target.searchParams.get('state')).toBe('a&b');
		const { status, data } = await requestToken({ ...codeFields(target), ...credentials() });
		expect(status).toBe(200);
		expect(data).toEqual({
			access_token: expect.any(String),
			token_type: 'bearer',
			expires_in: 7775999,
			refresh_token: expect.any(String),
		});
		const answer = await clientFor(server, data.access_token).get('/location');
		expect([answer.status, answer.data.status]).toEqual([200, 'ok']);
	});

	test('shows the form again for a wrong password, and refuses an unknown client', async () => {
		const params = { response_type: 'code', client_id: server.oauth.clientId, redirect_uri: redirectUri };
		const wrong = form({ ...params, email: server.oauth.email, password: 'wrong' });
		const again = await browser.post<string>(server.oauth.authorizeUrl, wrong);
		expect(again.data).toContain('Invalid email or password.');
		expect(again.data).toContain('name="password"');
		const unknown = await browser.get(server.oauth.authorizeUrl, { params: { ...params, client_id: 'x' } });
		expect(unknown.status).toBe(400);
	});

	test('opens only the company that was chosen', async () => {
		const { access_token } = await signedInTokens('Second Example');
		const created = await clientFor(server, access_token).post('/customer', { name: 'Only here' });
		expect(created.data.status).toBe('ok');
		const elsewhere = await clientFor(server, server.accessToken).get('/customer?name=Only+here');
		expect(elsewhere.data.totalCount).toBe(0);
	});
});

describe('the token endpoint', () => {
	test('takes the client from the body only', async () => {
		const target = await signIn();
		const { clientId, clientSecret } = server.oauth;
		const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
		const refused = await requestToken(codeFields(target), { authorization: `Basic ${basic}` });
		expect([refused.status, refused.data]).toEqual([400, { error: 'invalid_client' }]);
	});

	test('takes a code once, and only for the address it was made for', async () => {
		const target = await signIn();
		const fields = { ...codeFields(target), ...credentials() };
		expect((await requestToken(fields)).status).toBe(200);
		expect((await requestToken(fields)).data).toEqual({ error: 'invalid_grant' });
		const other = { ...codeFields(await signIn()), ...credentials(), redirect_uri: 'http://127.0.0.1/other' };
		expect((await requestToken(other)).data).toEqual({ error: 'invalid_grant' });
	});

	test('refreshes with and without the client, and a spent refresh token is dead', async () => {
		const { refresh_token } = await signedInTokens();
		const grant = { grant_type: 'refresh_token' };
		const first = await requestToken({ ...grant, refresh_token });
		expect(first.status).toBe(200);
		expect(first.data.refresh_token).not.toBe(refresh_token);
		expect((await requestToken({ ...grant, refresh_token })).data).toEqual({ error: 'invalid_grant' });
		const rotated = { ...grant, refresh_token: first.data.refresh_token };
		expect((await requestToken({ ...rotated, ...credentials() })).status).toBe(200);
	});

	test('refuses a refresh with a wrong secret', async () => {
		const { refresh_token } = await signedInTokens();
		const wrong = { ...credentials(), client_secret: 'wrong' };
		const { data } = await requestToken({ grant_type: 'refresh_token', refresh_token, ...wrong });
		expect(data).toEqual({ error: 'invalid_client' });
	});

	test('can leave refresh tokens as they are', async () => {
		server.settings.rotateRefreshTokens = false;
		const { refresh_token } = await signedInTokens();
		const grant = { grant_type: 'refresh_token', refresh_token };
		const first = await requestToken(grant);
		expect(first.data).not.toHaveProperty('refresh_token');
		expect((await requestToken(grant)).status).toBe(200);
	});
});

describe('a token', () => {
	test.each([
		['no token', ''],
		['an unknown token', 'Bearer nobody'],
		['another scheme', 'Basic abc'],
	])('is needed: %s is HTTP 401', async (_, authorization) => {
		const { status } = await browser.get(`${server.url}/api/v2/location`, { headers: { authorization } });
		expect(status).toBe(401);
	});

	test('can be ended while the server runs, and a refresh brings a new one', async () => {
		const { access_token, refresh_token } = await signedInTokens();
		await browser.post(`${server.url}/sandbox/tokens/expire`);
		expect((await clientFor(server, access_token).get('/location')).status).toBe(401);
		expect((await clientFor(server, server.accessToken).get('/location')).status).toBe(401);
		const { data } = await requestToken({ grant_type: 'refresh_token', refresh_token });
		expect((await clientFor(server, data.access_token).get('/location')).status).toBe(200);
	});

	test('has a rate limit with the others of its company only', async () => {
		const other = await signedInTokens('Second Example');
		server.settings.intervalMs = 60_000;
		const here = clientFor(server, server.accessToken);
		expect((await here.get('/location')).data.status).toBe('ok');
		expect((await clientFor(server, other.access_token).get('/location')).data.status).toBe('ok');
		expect((await here.get('/location')).status).toBe(429);
	});

	test('runs out by itself', async () => {
		server.settings.tokenLifetimeSeconds = 0;
		const { access_token } = await signedInTokens();
		expect((await clientFor(server, access_token).get('/location')).status).toBe(401);
	});
});

import { clientFor, startWithClient } from './sosShop';
import {
	browser,
	clientCredentials,
	codeFields,
	redirectUri,
	requestToken,
	signedInTokens,
	signIn,
} from '../../testing/sandbox/sosSignIn';
import type { SosServer } from '../../sandbox/sos';

let server: SosServer;

beforeEach(async () => {
	({ server } = await startWithClient());
});

afterEach(() => server.stop());

describe('signing in', () => {
	test('leads back with a code and the state, and the code gives a token that works', async () => {
		const target = await signIn(server);
		expect(target.origin + target.pathname).toBe(redirectUri);
		expect(target.searchParams.get('state')).toBe('a&b');
		const { status, data } = await requestToken(server, {
			...codeFields(target),
			...clientCredentials(server),
		});
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
		const wrong = new URLSearchParams({ ...params, email: server.oauth.email, password: 'wrong' });
		const again = await browser.post<string>(server.oauth.authorizeUrl, wrong);
		expect(again.data).toContain('Invalid email or password.');
		expect(again.data).toContain('name="password"');
		const unknown = await browser.get(server.oauth.authorizeUrl, { params: { ...params, client_id: 'x' } });
		expect(unknown.status).toBe(400);
	});

	test('opens only the company that was chosen', async () => {
		const { access_token } = await signedInTokens(server, 'Second Example');
		const created = await clientFor(server, access_token).post('/customer', { name: 'Only here' });
		expect(created.data.status).toBe('ok');
		const elsewhere = await clientFor(server, server.accessToken).get('/customer?name=Only+here');
		expect(elsewhere.data.totalCount).toBe(0);
	});
});

describe('the token endpoint', () => {
	test('takes the client from the body only', async () => {
		const target = await signIn(server);
		const { clientId, clientSecret } = server.oauth;
		const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
		const refused = await requestToken(server, codeFields(target), { authorization: `Basic ${basic}` });
		expect([refused.status, refused.data]).toEqual([400, { error: 'invalid_client' }]);
	});

	test('takes a code once, and only for the address it was made for', async () => {
		const target = await signIn(server);
		const fields = { ...codeFields(target), ...clientCredentials(server) };
		expect((await requestToken(server, fields)).status).toBe(200);
		expect((await requestToken(server, fields)).data).toEqual({ error: 'invalid_grant' });
		const other = {
			...codeFields(await signIn(server)),
			...clientCredentials(server),
			redirect_uri: 'http://127.0.0.1/other',
		};
		expect((await requestToken(server, other)).data).toEqual({ error: 'invalid_grant' });
	});

	test('refreshes with and without the client, and a spent refresh token is dead', async () => {
		const { refresh_token } = await signedInTokens(server);
		const grant = { grant_type: 'refresh_token' };
		const first = await requestToken(server, { ...grant, refresh_token });
		expect(first.status).toBe(200);
		expect(first.data.refresh_token).not.toBe(refresh_token);
		expect((await requestToken(server, { ...grant, refresh_token })).data).toEqual({
			error: 'invalid_grant',
		});
		const rotated = { ...grant, refresh_token: first.data.refresh_token };
		expect((await requestToken(server, { ...rotated, ...clientCredentials(server) })).status).toBe(200);
	});

	test('refuses a refresh with a wrong secret', async () => {
		const { refresh_token } = await signedInTokens(server);
		const wrong = { ...clientCredentials(server), client_secret: 'wrong' };
		const { data } = await requestToken(server, { grant_type: 'refresh_token', refresh_token, ...wrong });
		expect(data).toEqual({ error: 'invalid_client' });
	});

	test('can leave refresh tokens as they are', async () => {
		server.settings.rotateRefreshTokens = false;
		const { refresh_token } = await signedInTokens(server);
		const grant = { grant_type: 'refresh_token', refresh_token };
		const first = await requestToken(server, grant);
		expect(first.data).not.toHaveProperty('refresh_token');
		expect((await requestToken(server, grant)).status).toBe(200);
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
		const { access_token, refresh_token } = await signedInTokens(server);
		await browser.post(`${server.url}/sandbox/tokens/expire`);
		expect((await clientFor(server, access_token).get('/location')).status).toBe(401);
		expect((await clientFor(server, server.accessToken).get('/location')).status).toBe(401);
		const { data } = await requestToken(server, { grant_type: 'refresh_token', refresh_token });
		expect((await clientFor(server, data.access_token).get('/location')).status).toBe(200);
	});

	test('has a rate limit with the others of its company only', async () => {
		const other = await signedInTokens(server, 'Second Example');
		server.settings.intervalMs = 60_000;
		const here = clientFor(server, server.accessToken);
		expect((await here.get('/location')).data.status).toBe('ok');
		expect((await clientFor(server, other.access_token).get('/location')).data.status).toBe('ok');
		expect((await here.get('/location')).status).toBe(429);
	});

	test('runs out by itself', async () => {
		server.settings.tokenLifetimeSeconds = 0;
		const { access_token } = await signedInTokens(server);
		expect((await clientFor(server, access_token).get('/location')).status).toBe(401);
	});
});

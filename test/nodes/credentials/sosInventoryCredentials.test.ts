import { startSosServer, type SosServer } from '../../../sandbox/sos';
import type { FaultKind } from '../../../sandbox/shared/faultRule';
import { testCredential } from '../../../testing/engine/testCredential';
import { signedInTokens } from '../../../testing/sandbox/sosSignIn';

let server: SosServer;
beforeEach(async () => void (server = await startSosServer({ intervalMs: 0 })));
afterEach(async () => await server.stop());

const pasted = async (accessToken = server.accessToken, baseUrl = server.url) =>
	await testCredential('sosInventoryApi', { accessToken, baseUrl });
const oAuth2 = async (oauthTokenData: object) =>
	await testCredential('sosInventoryOAuth2Api', {
		baseUrl: server.url,
		clientId: server.oauth.clientId,
		clientSecret: server.oauth.clientSecret,
		oauthTokenData: oauthTokenData as never,
	});

describe('a pasted token', () => {
	it.each([
		['as it is', (token: string) => token],
		[
			'with white space and line breaks',
			(token: string) => `  ${token.slice(0, 7)}\r\n${token.slice(7)}\t\n`,
		],
		['with the word before it', (token: string) => `Bearer ${token}`],
	])('is good %s', async (_, spoilt) => {
		expect(await pasted(spoilt(server.accessToken))).toEqual({
			status: 'OK',
			message: 'Connection successful!',
		});
	});

	it('is good with a base URL that ends in a slash', async () => {
		expect(await pasted(server.accessToken, ` ${server.url}/ `)).toMatchObject({ status: 'OK' });
	});

	it('that is wrong or ran out is said to be', async () => {
		expect(await pasted('wrong')).toEqual({
			status: 'Error',
			message:
				'SOS Inventory does not accept the access token. It may have expired: tokens live for 90 days.',
		});
	});
});

it.each<[FaultKind, RegExp]>([
	['tooManyRequests', /busy/],
	['throttleText200', /refused the request/],
	['htmlPage', /refused the request|without a location/],
	['nonJsonBody', /refused the request|without a location/],
	['serverError503', /Service Unavailable|503/],
])('is not good when the answer is %s, although some come under HTTP 200', async (kind, message) => {
	server.faults.add({ kind });
	const result = await pasted();
	expect(result.status).toBe('Error');
	expect(result.message).toMatch(message);
	expect(result.message).not.toContain(server.accessToken);
});

it('is not good when the list of locations is empty, as for no company at all', async () => {
	for (const { id } of server.state.locations.values()) server.state.locations.delete(id);
	expect(await pasted()).toMatchObject({
		status: 'Error',
		message: expect.stringContaining('without a location'),
	});
});

describe('OAuth2', () => {
	it('is good for the company the user chose, and for another of the user', async () => {
		expect(await oAuth2(await signedInTokens(server))).toMatchObject({ status: 'OK' });
		expect(await oAuth2(await signedInTokens(server, 'Second Example'))).toMatchObject({ status: 'OK' });
	});

	it('renews a token that ran out while it is tested', async () => {
		const tokens = await signedInTokens(server);
		server.expireAccessTokens();
		expect(await oAuth2(tokens)).toMatchObject({ status: 'OK' });
	});

	it('is not good when the token cannot be renewed', async () => {
		expect(await oAuth2({ access_token: 'wrong', refresh_token: 'wrong' })).toMatchObject({
			status: 'Error',
		});
	});
});

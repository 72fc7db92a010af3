import { answerJson, startRawServer } from '../../../testing/servers/rawServer';
import { testCredential } from '../../../testing/engine/testCredential';

it.each([
	['bigCommerceApi', { apiPath: 'abc123', accessToken: 'tok-12345678' }],
	['sosInventoryApi', { accessToken: 'tok-12345678' }],
	[
		'sosInventoryOAuth2Api',
		{ clientId: 'id', clientSecret: 'secret-1', oauthTokenData: { access_token: 'tok-12345678' } },
	],
])('the test of %s takes its token nowhere else', async (type, data) => {
	const elsewhere = await startRawServer((_, response) =>
		answerJson(response, { time: 1, status: 'ok', data: [{ id: 1 }] }),
	);
	const server = await startRawServer((_, response) => {
		response.writeHead(302, { location: elsewhere.url });
		response.end();
	});
	try {
		const result = await testCredential(type, { ...data, baseUrl: server.url });
		expect(result.status).toBe('Error');
		expect(server.count()).toBe(1);
		expect(elsewhere.count()).toBe(0);
	} finally {
		await Promise.all([server.stop(), elsewhere.stop()]);
	}
});

import type { IDataObject } from 'n8n-workflow';
import { signedInTokens } from '../../../testing/sandbox/sosSignIn';
import { orderItem } from '../../../testing/sandbox/orderItem';
import { TestCompany } from '../../../testing/sandbox/testCompany';

let company: TestCompany;
beforeEach(async () => {
	const orderOptions = { onlyEligible: true, cases: ['plain', 'handling'] };
	company = await TestCompany.start({ shop: { orders: 6, orderOptions } });
});
afterEach(async () => await company.stop());

const signedIn = async () => {
	const { oauth, url } = company.server;
	const oauthTokenData = await signedInTokens(company.server);
	return {
		sosInventoryOAuth2Api: {
			baseUrl: url,
			minimumInterval: 0,
			clientId: oauth.clientId,
			clientSecret: oauth.clientSecret,
			oauthTokenData: oauthTokenData as IDataObject,
		},
	};
};
const byOAuth2 = { authentication: 'oAuth2' };
const refreshes = () => company.calls('POST /oauth2/token');
const orders = () => company.shop.orders.map(orderItem);

it('reads with the token of the company that was signed in to', async () => {
	const { outputs } = await company.run('customer: getAll', byOAuth2, { credentials: await signedIn() });
	expect(outputs[0].length).toBeGreaterThan(3);
});

it('renews a token that runs out in the middle once, goes on, and keeps the new refresh token', async () => {
	const credentials = await signedIn();
	const { oauthTokenData: first } = credentials.sosInventoryOAuth2Api;
	const before = refreshes();
	const { outputs } = await company.run('item: matchSkus', byOAuth2, { items: orders(), credentials });
	void company.after(3, 'POST /api/v2/salesorder').then(() => company.server.expireAccessTokens());
	const created = await company.run(
		'salesOrder: createFromBigCommerceOrder',
		{ ...byOAuth2, ...company.fixedCustomer() },
		{ items: outputs[0], credentials },
	);
	expect(created.error).toBeUndefined();
	expect(created.outputs.map((items) => items.length)).toEqual([6, 0]);
	expect(company.salesOrders()).toHaveLength(6);
	expect(refreshes()).toBe(before + 1);

	const { oauthTokenData: renewed } = credentials.sosInventoryOAuth2Api;
	expect(renewed.access_token).not.toBe(first.access_token);
	expect(renewed.refresh_token).not.toBe(first.refresh_token);
	// The rotated refresh token is the one that is good from now on.
	company.server.expireAccessTokens();
	const again = await company.run('customer: getAll', byOAuth2, { credentials });
	expect(again.error).toBeUndefined();
	expect(refreshes()).toBe(before + 2);
});

it('keeps the refresh token where SOS does not hand out a new one', async () => {
	company.server.settings.rotateRefreshTokens = false;
	const credentials = await signedIn();
	const { refresh_token } = credentials.sosInventoryOAuth2Api.oauthTokenData;
	company.server.expireAccessTokens();
	const { error } = await company.run('customer: getAll', byOAuth2, { credentials });
	expect(error).toBeUndefined();
	expect(credentials.sosInventoryOAuth2Api.oauthTokenData.refresh_token).toBe(refresh_token);
});

it.each([
	['the refresh token was spent', {}],
	['the application is unknown', { clientSecret: 'wrong-client-secret' }],
])('says so at once when the token cannot be renewed: %s', async (_, changes) => {
	const credentials = await signedIn();
	const before = company.calls();
	Object.assign(credentials.sosInventoryOAuth2Api, changes, {
		oauthTokenData: { access_token: 'stale-one', refresh_token: 'spent-one' },
	});
	const { error, status, runData } = await company.run('customer: getAll', byOAuth2, { credentials });
	expect(status).toBe('error');
	expect(error?.message).toContain('SOS Inventory does not accept the access token');
	expect(error?.description).toContain('connect the OAuth2 credential again');
	expect(company.calls() - before).toBe(2);
	expect(JSON.stringify([error, error?.message, error?.stack, runData])).not.toMatch(
		/stale-one|spent-one|client-secret/,
	);
});

it('accepts a pasted token with white space and line breaks in it', async () => {
	const token = company.server.accessToken;
	const credentials = company.credentials(` ${token.slice(0, 9)}\n${token.slice(9)} \r\n`);
	const { outputs } = await company.run('customer: getAll', {}, { credentials });
	expect(outputs[0].length).toBeGreaterThan(3);
});

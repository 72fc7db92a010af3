import type { ApiContext, ApiProfile, ApiRequest } from '../../shared/request/apiProfile';
import { credentialKey } from '../../shared/request/credentialKey';
import { budgetFor, type Urgency } from '../../shared/request/rateBudget';
import { send } from '../../shared/request/send';
import { ServiceClock } from '../../shared/request/serviceClock';
import { rootAddress } from '../../shared/request/rootAddress';
import { cleanerFor, passwordIn } from '../../shared/request/secrets';
import { minimumIntervalMs, timeoutMs } from '../../shared/request/credentialNumber';
import { judge } from './judge';

interface SosCredential {
	baseUrl?: string;
	minimumInterval?: unknown;
	timeoutSeconds?: unknown;
	/** Of the pasted-token credential. */
	accessToken?: string;
	/** Of the OAuth2 credential. */
	oauthTokenData?: { access_token?: string; refresh_token?: string };
	clientSecret?: string;
}

/** What operations hold to talk to one SOS company. */
export interface SosClient {
	context: ApiContext;
	profile: ApiProfile;
	/** Names the company's token in memory, for what is remembered between runs. */
	key: string;
}

/**
 * Opens the company of the node's credential. Sends nothing yet.
 *
 * @throws {NodeOperationError} when an address or a number in the credential makes no sense
 */
export async function openCompany(context: ApiContext, urgency?: Urgency): Promise<SosClient> {
	const byOAuth2 = context.getNodeParameter('authentication', 0) === 'oAuth2';
	const credentialType = byOAuth2 ? 'sosInventoryOAuth2Api' : 'sosInventoryApi';
	const credential = await context.getCredentials<SosCredential>(credentialType);
	const { accessToken, baseUrl, clientSecret, oauthTokenData } = credential;
	const address = String(baseUrl ?? '').trim() || 'https://api.sosinventory.com';
	const rootUrl = `${rootAddress(context, 'SOS Inventory', address)}/api/v2`;
	const key = credentialKey(rootUrl, accessToken ?? oauthTokenData?.access_token ?? '');
	// Renewing an OAuth2 token must not give the same company a second pace next to that of a run under way.
	const paceKey = byOAuth2 ? credentialKey(rootUrl, savedAs(context, credentialType) ?? key) : key;
	const intervalMs = minimumIntervalMs(context, 'SOS Inventory', credential.minimumInterval);
	return {
		context,
		key,
		profile: {
			name: 'SOS Inventory',
			credentialType,
			rootUrl,
			timeoutMs: timeoutMs(context, 'SOS Inventory', credential.timeoutSeconds),
			budget: budgetFor(paceKey, intervalMs),
			urgency,
			// SOS does not say how long to wait after a throttle answer; a moment later it often allows the request.
			firstWaitMs: Math.max(intervalMs, 10),
			judge,
			clock: new ServiceClock(),
			clean: cleanerFor([
				accessToken,
				oauthTokenData?.access_token,
				oauthTokenData?.refresh_token,
				clientSecret,
				passwordIn(rootUrl),
			]),
			// SOS sends no headers about its limit.
			observe: () => {},
		},
	};
}

/** The ID of the saved credential, which stays when its token is renewed. */
function savedAs(context: ApiContext, credentialType: string): string | undefined {
	return context.getNode().credentials?.[credentialType]?.id ?? undefined;
}

/** What every SOS answer is wrapped in; `judge` lets only `status: "ok"` through. */
export interface SosEnvelope<T> {
	data: T;
	count?: number | null;
	totalCount?: number | null;
}

/** A request that says what a whole answer to it looks like. */
export interface SosRequest extends Omit<ApiRequest, 'flawIn'> {
	/** What is wrong with the answer, in one clause that names the record and the field. */
	flawIn(envelope: SosEnvelope<unknown>): string | undefined;
}

/**
 * Sends one request and returns the envelope of its answer.
 *
 * @throws {ApiFailure}
 */
export async function call<T>(
	{ context, profile }: SosClient,
	{ flawIn, ...request }: SosRequest,
): Promise<SosEnvelope<T>> {
	const { body } = await send(context, profile, {
		...request,
		flawIn: (answer) => flawIn(answer as SosEnvelope<unknown>),
	});
	return body as SosEnvelope<T>;
}

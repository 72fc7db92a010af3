import { NodeOperationError } from 'n8n-workflow';
import type { ApiContext, ApiProfile, ApiRequest } from '../../shared/request/apiProfile';
import { credentialKey } from '../../shared/request/credentialKey';
import { budgetFor, type Urgency } from '../../shared/request/rateBudget';
import { send } from '../../shared/request/send';
import { ServiceClock } from '../../shared/request/serviceClock';
import { rootAddress } from '../../shared/request/rootAddress';
import { cleanerFor, passwordIn } from '../../shared/request/secrets';
import { timeoutMs } from '../../shared/request/credentialNumber';
import type { Expected } from './envelope';
import { judge } from './judge';
import { holdWhenUsedUp } from './quota';
import { storeAddress } from './storeAddress';

const CREDENTIAL = 'bigCommerceApi';

interface BigCommerceCredential {
	apiPath: string;
	accessToken: string;
	clientSecret?: string;
	baseUrl?: string;
	timeoutSeconds?: unknown;
}

/** What operations hold to talk to one store. */
export interface BigCommerceClient {
	context: ApiContext;
	profile: ApiProfile;
}

/**
 * Opens the store of the node's credential. Sends nothing yet.
 *
 * @throws {NodeOperationError} when the credential's API path names no store, or its timeout makes no sense
 */
export async function openStore(context: ApiContext, urgency?: Urgency): Promise<BigCommerceClient> {
	const credential = await context.getCredentials<BigCommerceCredential>(CREDENTIAL);
	const { accessToken, baseUrl, clientSecret, timeoutSeconds } = credential;
	const address = storeAddress(String(credential.apiPath ?? ''), String(baseUrl ?? ''));
	if (address === undefined) {
		throw new NodeOperationError(
			context.getNode(),
			'The API path in the BigCommerce credential names no store',
			{
				description:
					'Copy the whole API path that BigCommerce shows with the API account, for example https://api.bigcommerce.com/stores/abc123xyz/v3/.',
			},
		);
	}
	const rootUrl = rootAddress(context, 'BigCommerce', address);
	const budget = budgetFor(credentialKey(rootUrl, accessToken), 0);
	return {
		context,
		profile: {
			name: 'BigCommerce',
			credentialType: CREDENTIAL,
			rootUrl,
			timeoutMs: timeoutMs(context, 'BigCommerce', timeoutSeconds),
			budget,
			urgency,
			firstWaitMs: 1000,
			judge,
			clock: new ServiceClock(),
			clean: cleanerFor([accessToken, clientSecret, passwordIn(rootUrl)]),
			observe: (answer) => holdWhenUsedUp(budget, answer),
		},
	};
}

/**
 * Sends one request and returns what it is about, checked to be what was expected.
 *
 * @throws {ApiFailure}
 */
export async function call<T>(
	{ context, profile }: BigCommerceClient,
	expected: Expected<T>,
	request: ApiRequest,
): Promise<T> {
	const { path } = request;
	const { body } = await send(context, profile, {
		...request,
		flawIn: expected.flawsAt(path),
	});
	return expected.read(path, body);
}

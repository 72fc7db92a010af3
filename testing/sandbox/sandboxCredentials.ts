import type { Sandbox } from '../../sandbox';
import type { CredentialData } from '../engine/credentialsHelper';

/** Credentials for the sandbox, as a user would save them. */
export function sandboxCredentials({ bigCommerce, sos }: Sandbox): CredentialData {
	return {
		bigCommerceApi: {
			apiPath: bigCommerce.apiPath,
			accessToken: bigCommerce.tokens.full,
			baseUrl: '',
			timeoutSeconds: 60,
		},
		sosInventoryApi: {
			accessToken: sos.accessToken,
			baseUrl: sos.url,
			minimumInterval: sos.settings.intervalMs,
			timeoutSeconds: 60,
		},
	};
}

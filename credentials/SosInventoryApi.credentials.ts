import type {
	IAuthenticateGeneric,
	ICredentialTestRequest,
	ICredentialType,
	Icon,
	INodeProperties,
} from 'n8n-workflow';
import { sosConnectionProperties, sosConnectionTest } from './sosInventoryConnection';

export class SosInventoryApi implements ICredentialType {
	name = 'sosInventoryApi';

	displayName = 'SOS Inventory API';

	icon: Icon = {
		light: 'file:../nodes/SosInventory/sosInventory.svg',
		dark: 'file:../nodes/SosInventory/sosInventory.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-bigcommerce-sos/n8n-nodes-bigcommerce-sos/blob/main/docs/credentials.md#sos-inventory';

	properties: INodeProperties[] = [
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				'An access token for one SOS company. It expires after 90 days; the OAuth2 credential renews itself.',
		},
		...sosConnectionProperties,
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: {
			// A token copied from a page often carries line breaks or the word before it; SOS would answer 401.
			headers: {
				Authorization:
					'=Bearer {{$credentials.accessToken.replace(/^\\s*Bearer\\s/i, "").replace(/\\s/g, "")}}',
			},
		},
	};

	test: ICredentialTestRequest = sosConnectionTest;
}

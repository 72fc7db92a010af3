import type { ICredentialTestRequest, ICredentialType, Icon, INodeProperties } from 'n8n-workflow';
import { sosConnectionProperties, sosConnectionTest } from './sosInventoryConnection';

const baseUrl = "$self['baseUrl'].trim().replace(/\\/+$/, '')";

export class SosInventoryOAuth2Api implements ICredentialType {
	name = 'sosInventoryOAuth2Api';

	displayName = 'SOS Inventory OAuth2 API';

	extends = ['oAuth2Api'];

	icon: Icon = {
		light: 'file:../nodes/SosInventory/sosInventory.svg',
		dark: 'file:../nodes/SosInventory/sosInventory.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-bigcommerce-sos/n8n-nodes-bigcommerce-sos/blob/main/docs/credentials.md#sos-inventory';

	properties: INodeProperties[] = [
		{ displayName: 'Grant Type', name: 'grantType', type: 'hidden', default: 'authorizationCode' },
		{
			displayName: 'Authorization URL',
			name: 'authUrl',
			type: 'hidden',
			default: `={{ ${baseUrl} }}/oauth2/authorize`,
			required: true,
		},
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			default: `={{ ${baseUrl} }}/oauth2/token`,
			required: true,
		},
		{ displayName: 'Scope', name: 'scope', type: 'hidden', default: '' },
		{ displayName: 'Auth URI Query Parameters', name: 'authQueryParameters', type: 'hidden', default: '' },
		{ displayName: 'Authentication', name: 'authentication', type: 'hidden', default: 'body' },
		...sosConnectionProperties,
	];

	test: ICredentialTestRequest = sosConnectionTest;
}

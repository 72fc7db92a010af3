import type {
	IAuthenticateGeneric,
	ICredentialTestRequest,
	ICredentialType,
	Icon,
	INodeProperties,
} from 'n8n-workflow';

/**
 * The store's address as an expression, for the credential test alone: the nodes work it out in
 * `nodes/BigCommerce/transport/storeAddress.ts`, and both must read an API path the same way.
 */
const storeAddress =
	"={{ ($credentials.baseUrl.trim() || ($credentials.apiPath.trim().match(/^https?:\\/\\/[^\\/]+/i) ?? ['https://api.bigcommerce.com'])[0]).replace(/\\/+$/, '') + '/stores/' + $credentials.apiPath.trim().replace(/^.*stores\\//i, '').replace(/\\/.*$/, '') }}";

export class BigCommerceApi implements ICredentialType {
	name = 'bigCommerceApi';

	displayName = 'BigCommerce API';

	icon: Icon = {
		light: 'file:../nodes/BigCommerce/bigCommerce.svg',
		dark: 'file:../nodes/BigCommerce/bigCommerce.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-bigcommerce-sos/n8n-nodes-bigcommerce-sos/blob/main/docs/credentials.md#bigcommerce';

	properties: INodeProperties[] = [
		{
			displayName:
				'In BigCommerce, open Settings > Store-level API accounts and create a V2/V3 API token with these scopes: Orders (modify), Products (read-only), Store Inventory (modify), Store Locations (modify), Information & Settings (read-only)',
			name: 'scopesNotice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'API Path',
			name: 'apiPath',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://api.bigcommerce.com/stores/abc123xyz/v3/',
			description: 'As BigCommerce shows it when you create the API account. The store hash alone works too.',
		},
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'The access token of the store-level API account. It does not expire.',
		},
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			default: '',
			description: 'Optional. The client ID of the same API account.',
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Optional. Only needed to check the signature of webhooks.',
		},
		{
			displayName: 'Base URL (Advanced)',
			name: 'baseUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. http://127.0.0.1:4010',
			description:
				'Leave empty for BigCommerce itself. Set it to send every request to another address, such as the local sandbox.',
		},
		{
			displayName: 'Request Timeout in Seconds (Advanced)',
			name: 'timeoutSeconds',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 60,
			description: 'How long to wait for one answer before the request is given up',
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: {
			headers: {
				'X-Auth-Token': '={{$credentials.accessToken.replace(/\\s/g, "")}}',
				Accept: 'application/json',
			},
		},
	};

	test: ICredentialTestRequest = {
		request: { baseURL: storeAddress, url: '/v2/time', disableFollowRedirect: true },
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message:
						'BigCommerce does not accept the access token. Copy it again from the API account, or create a new account: a token cannot be shown twice.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 403,
					message:
						'BigCommerce knows the token but refuses the request. Either the API path is another store’s, or the API account lacks the scope "Information & Settings" (read-only). Scopes cannot be changed later: create a new API account.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 404,
					message: 'There is no store at this API path. Copy the whole API path from BigCommerce.',
				},
			},
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'time',
					value: undefined,
					message: 'The address answered, but not as BigCommerce does. Check the API path and the base URL.',
				},
			},
		] as ICredentialTestRequest['rules'],
	};
}

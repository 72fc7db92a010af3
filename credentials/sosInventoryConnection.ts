import type { ICredentialTestRequest, INodeProperties } from 'n8n-workflow';

/** The fields that both ways of signing in to SOS Inventory share. */
export const sosConnectionProperties: INodeProperties[] = [
	{
		displayName: 'Base URL (Advanced)',
		name: 'baseUrl',
		type: 'string',
		default: 'https://api.sosinventory.com',
		description: 'Change it only to send every request to another address, such as the local sandbox',
	},
	{
		displayName: 'Request Interval in Milliseconds (Advanced)',
		name: 'minimumInterval',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 500,
		description: 'SOS Inventory accepts about one request every 500 milliseconds for the whole company',
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

/**
 * SOS reports many failures under HTTP 200 with `data: null`, so that a good status code proves
 * nothing: the test wants a location with an id, and every company has at least one.
 */
export const sosConnectionTest: ICredentialTestRequest = {
	request: {
		baseURL: "={{ $credentials.baseUrl.trim().replace(/\\/+$/, '') }}",
		url: '/api/v2/location',
		qs: { start: 1, maxresults: 1 },
		disableFollowRedirect: true,
	},
	rules: [
		{
			type: 'responseCode',
			properties: {
				value: 401,
				message:
					'SOS Inventory does not accept the access token. It may have expired: tokens live for 90 days.',
			},
		},
		{
			type: 'responseCode',
			properties: { value: 429, message: 'SOS Inventory is busy. Wait a few seconds and try again.' },
		},
		...['error', 'invalid', 'failed', 'unauthorized', undefined].map((status) => ({
			type: 'responseSuccessBody' as const,
			properties: {
				key: 'status',
				value: status,
				message: 'SOS Inventory answered, but refused the request. Check the token and wait a few seconds.',
			},
		})),
		{
			type: 'responseSuccessBody',
			properties: {
				key: 'data[0].id',
				value: undefined,
				message: 'SOS Inventory answered without a location, so the connection is not good. Check the token.',
			},
		},
	] as ICredentialTestRequest['rules'],
};

import {
	NodeConnectionTypes,
	type ICredentialType,
	type IExecuteFunctions,
	type INodeType,
} from 'n8n-workflow';

/** Stands for whatever comes before a node in a workflow: hands on the items it was given. */
export const passThroughNode: INodeType = {
	description: {
		displayName: 'Pass Through',
		name: 'test.passThrough',
		group: ['transform'],
		version: 1,
		description: 'Hands on its input',
		defaults: { name: 'Pass Through' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	},
	async execute(this: IExecuteFunctions) {
		return [this.getInputData()];
	},
};

const fields = {
	grantType: 'authorizationCode',
	authUrl: '',
	accessTokenUrl: '',
	clientId: '',
	clientSecret: '',
	scope: '',
	authQueryParameters: '',
	authentication: 'header',
};

/** The fields of n8n's own OAuth2 credential, which OAuth2 credentials extend; n8n-nodes-base, which holds it, is not installed. */
export const oAuth2Api: ICredentialType = {
	name: 'oAuth2Api',
	displayName: 'OAuth2 API',
	properties: Object.entries(fields).map(([name, value]) => ({
		displayName: name,
		name,
		type: 'string',
		default: value,
	})),
};

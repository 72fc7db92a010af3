import { createHash } from 'node:crypto';
import {
	ICredentialsHelper,
	NodeHelpers,
	Workflow,
	type ICredentialDataDecryptedObject,
	type ICredentials,
	type ICredentialType,
	type IHttpRequestOptions,
	type INode,
	type INodeCredentials,
	type INodeCredentialsDetails,
	type INodeProperties,
	type IRequestOptionsSimplified,
	type IWorkflowExecuteAdditionalData,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import { getAdditionalKeys } from 'n8n-core';
import type { Catalogue } from './catalogue';

/** Credential data by credential type, as a user would have filled in the form; left-out fields take their defaults. */
export type CredentialData = Record<string, ICredentialDataDecryptedObject>;

/**
 * Does for credentials what n8n's server does: fills in defaults, resolves expressions such as
 * `={{$self.baseUrl}}`, applies `authenticate`, and stores a refreshed OAuth2 token. The store is
 * the caller's own object: a refreshed token is written into it.
 */
export class TestCredentialsHelper extends ICredentialsHelper {
	private readonly stored = new Map<string, ICredentialDataDecryptedObject>();

	constructor(private readonly catalogue: Catalogue) {
		super();
	}

	/** Stores the credentials and returns what a node that uses them carries in the workflow. */
	add(credentials: CredentialData): INodeCredentials {
		return Object.fromEntries(
			Object.entries(credentials).map(([type, data]) => {
				const id = identify(type, data);
				this.stored.set(id, data);
				return [type, { id, name: `${type} for tests` }];
			}),
		);
	}

	getParentTypes(name: string): string[] {
		const parents = this.type(name).extends ?? [];
		return parents.flatMap((parent) => [parent, ...this.getParentTypes(parent)]);
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	getCredentialsProperties(name: string): INodeProperties[] {
		const type = this.type(name);
		const properties: INodeProperties[] = [];
		for (const parent of type.extends ?? []) {
			NodeHelpers.mergeNodeProperties(properties, this.getCredentialsProperties(parent));
		}
		NodeHelpers.mergeNodeProperties(properties, type.properties);
		return properties;
	}

	async getDecrypted(
		additionalData: IWorkflowExecuteAdditionalData,
		nodeCredentials: INodeCredentialsDetails,
		type: string,
		mode: WorkflowExecuteMode,
		_executeData?: unknown,
		raw?: boolean,
	): Promise<ICredentialDataDecryptedObject> {
		const data = this.find(nodeCredentials);
		return raw ? data : this.resolve(additionalData, type, data, mode);
	}

	/** `data` with defaults and expressions resolved, which is what nodes and credential tests see. */
	resolve(
		additionalData: IWorkflowExecuteAdditionalData,
		type: string,
		data: ICredentialDataDecryptedObject,
		mode: WorkflowExecuteMode,
	): ICredentialDataDecryptedObject {
		const properties = this.getCredentialsProperties(type);
		const withDefaults = NodeHelpers.getNodeParameters(properties, data as never, true, false, null, null);
		const complete = { ...withDefaults, ...(data.oauthTokenData && { oauthTokenData: data.oauthTokenData }) };
		const node: INode = { id: '', name: '', type: 'mock', typeVersion: 1, position: [0, 0], parameters: {} };
		const workflow = this.emptyWorkflow(node);
		const keys = getAdditionalKeys(additionalData, mode, null, { isCredential: true });
		return workflow.expression.getComplexParameterValue(
			node,
			complete as never,
			mode,
			keys,
			undefined,
			undefined,
			complete as never,
		) as ICredentialDataDecryptedObject;
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		request: IHttpRequestOptions | IRequestOptionsSimplified,
		workflow?: Workflow,
		node?: INode,
	): Promise<IHttpRequestOptions> {
		const { authenticate } = this.type(typeName);
		const options = request as IHttpRequestOptions;
		if (authenticate === undefined) return options;
		if (typeof authenticate === 'function') return await authenticate(credentials, options);
		const resolved = (text: string) =>
			String(
				workflow?.expression.getSimpleParameterValue(node as INode, text, 'internal', {
					$credentials: credentials,
				}) ?? '',
			);
		const sections = options as unknown as Record<string, Record<string, string>>;
		for (const [section, values] of Object.entries(authenticate.properties)) {
			sections[section] ??= {};
			for (const [key, value] of Object.entries(values as Record<string, string>)) {
				sections[section][resolved(key)] = resolved(value);
			}
		}
		return options;
	}

	/** No credential of this package signs in ahead of a request. */
	async preAuthentication(): Promise<undefined> {}

	async runPreAuthentication(): Promise<undefined> {}

	async updateCredentialsOauthTokenData(
		nodeCredentials: INodeCredentialsDetails,
		_type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		this.find(nodeCredentials).oauthTokenData = data.oauthTokenData;
	}

	async updateCredentials(
		nodeCredentials: INodeCredentialsDetails,
		_type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		Object.assign(this.find(nodeCredentials), data);
	}

	getCredentials(): Promise<ICredentials> {
		throw new Error('Only n8n itself reads encrypted credentials');
	}

	private type(name: string): ICredentialType {
		const type = this.catalogue.credentialTypes.get(name);
		if (type === undefined) throw new Error(`No credential type "${name}"`);
		return type;
	}

	private find({ id, name }: INodeCredentialsDetails): ICredentialDataDecryptedObject {
		const data = this.stored.get(id ?? '');
		if (data === undefined) throw new Error(`No credential "${name}" was given to this run`);
		return data;
	}

	private emptyWorkflow(node: INode): Workflow {
		const mockType = { description: { properties: [] } };
		const nodeTypes = {
			getByName: () => mockType,
			getByNameAndVersion: () => mockType,
			getKnownTypes: () => ({}),
		};
		return new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes: nodeTypes as never });
	}
}

/** The same form gives the same id from run to run, also after its token was refreshed, as n8n's ids do. */
function identify(type: string, data: ICredentialDataDecryptedObject): string {
	const typedIn = JSON.stringify({ ...data, oauthTokenData: undefined });
	return createHash('sha256').update(type).update(typedIn).digest('hex').slice(0, 16);
}

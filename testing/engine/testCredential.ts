import { createEngine, type Engine } from './engine';
import { CredentialTestContext } from 'n8n-core';
import { get } from 'lodash';
import type {
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	ICredentialTestFunction,
	ICredentialTestRequest,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import type { ExtraTypes } from './catalogue';
import { sendTestRequest } from './credentialTestRequest';

/**
 * Tests a credential as the editor does when the user saves it: by the request and rules in the
 * credential's `test`, or by the function a node names in `testedBy`. Never throws for what the
 * service answers; the message is the one the user reads.
 */
export async function testCredential(
	type: string,
	data: ICredentialDataDecryptedObject,
	extraTypes?: ExtraTypes,
): Promise<INodeCredentialTestResult> {
	const engine = await createEngine('internal', extraTypes);
	const details = engine.credentials.add({ [type]: data })[type];
	const decrypted: ICredentialsDecrypted = {
		id: details.id ?? '',
		name: details.name,
		type,
		data: engine.credentials.resolve(engine.additionalData, type, data, 'internal'),
	};
	const request = engine.catalogue.credentialTypes.get(type)?.test;
	if (request) return await byRequest(engine, decrypted, request);
	const test = testedBy(engine, type);
	if (test) return await test.call(new CredentialTestContext(engine.additionalData), decrypted);
	return { status: 'Error', message: 'No testing function found for this credential.' };
}

function testedBy({ catalogue }: Engine, type: string): ICredentialTestFunction | undefined {
	const nodes = catalogue.nodeNames.map((name) => catalogue.nodeTypes.getByNameAndVersion(name));
	for (const { description, methods } of nodes) {
		const name = description.credentials?.find((credential) => credential.name === type)?.testedBy;
		if (typeof name === 'string') return methods?.credentialTest?.[name];
	}
	return undefined;
}

async function byRequest(
	engine: Engine,
	decrypted: ICredentialsDecrypted,
	{ request, rules = [] }: ICredentialTestRequest,
): Promise<INodeCredentialTestResult> {
	try {
		const body = await sendTestRequest(engine, decrypted, request);
		const broken = rules.find(
			(rule) =>
				rule.type === 'responseSuccessBody' && get(body, rule.properties.key) === rule.properties.value,
		);
		return broken ? failed(broken.properties.message) : { status: 'OK', message: 'Connection successful!' };
	} catch (error) {
		const { message, cause } = error as Error & {
			cause?: { code?: string; response?: { status: number; statusText: string } };
		};
		const response = cause?.response;
		if (!response) return failed(cause?.code ?? message);
		const rule = rules.find((one) => one.type === 'responseCode' && one.properties.value === response.status);
		return failed(
			rule?.properties.message ?? (response.statusText || `Received HTTP status code: ${response.status}`),
		);
	}
}

function failed(message: string): INodeCredentialTestResult {
	return { status: 'Error', message };
}

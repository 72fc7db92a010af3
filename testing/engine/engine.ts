import 'reflect-metadata';
import { ExecutionLifecycleHooks } from 'n8n-core';
import type { IWorkflowBase, IWorkflowExecuteAdditionalData, WorkflowExecuteMode } from 'n8n-workflow';
import { loadCatalogue, type Catalogue, type ExtraTypes } from './catalogue';
import { TestCredentialsHelper } from './credentialsHelper';

/** n8n's engine without its server: the types it knows, the credentials it holds, the context of a run. */
export interface Engine {
	catalogue: Catalogue;
	credentials: TestCredentialsHelper;
	additionalData: IWorkflowExecuteAdditionalData;
}

/** `mode` decides what `getMode()` answers inside the nodes. */
export async function createEngine(mode: WorkflowExecuteMode, extra?: ExtraTypes): Promise<Engine> {
	const catalogue = await loadCatalogue(extra);
	const credentials = new TestCredentialsHelper(catalogue);
	// Every expression builds URLs from these; one that is missing fails all of them with "Invalid URL".
	const url = 'http://localhost:5678/';
	const additionalData = {
		credentialsHelper: credentials,
		executionId: '1',
		hooks: new ExecutionLifecycleHooks(mode, '1', { id: '1', name: 'Test' } as IWorkflowBase),
		variables: {},
		currentNodeExecutionIndex: 0,
		restApiUrl: url,
		instanceBaseUrl: url,
		formBaseUrl: url,
		formWaitingBaseUrl: url,
		formTestBaseUrl: url,
		webhookBaseUrl: url,
		webhookWaitingBaseUrl: url,
		webhookTestBaseUrl: url,
	} as unknown as IWorkflowExecuteAdditionalData;
	return { catalogue, credentials, additionalData };
}

import type { IDataObject, IRun } from 'n8n-workflow';
import { executeWorkflow, importWorkflows, type StoredWorkflow } from './commands';
import type { Host } from './host';
import { itemsFrom } from './runItems';

/** A run that ended well. */
export interface FinishedRun {
	run: IRun;
	/** See {@link itemsFrom}. */
	itemsFrom(resource: string, operation: string): IDataObject[][];
}

/**
 * Runs a workflow that n8n already holds.
 *
 * @throws Error when the run fails, naming the node it stopped at
 */
export async function runStored(host: Host, workflow: StoredWorkflow): Promise<FinishedRun> {
	const run = await executeWorkflow(host, workflow.id);
	const { error, lastNodeExecuted } = run.data.resultData;
	if (error) {
		const { message, description } = error;
		throw new Error(`"${workflow.name}" stopped at "${lastNodeExecuted}": ${message}. ${description ?? ''}`);
	}
	return { run, itemsFrom: (resource, operation) => itemsFrom(run, workflow, resource, operation) };
}

/** Stores a workflow in n8n, in place of the one with the same id, and runs it; see {@link runStored}. */
export async function storeAndRun(host: Host, workflow: StoredWorkflow): Promise<FinishedRun> {
	await importWorkflows(host, [workflow]);
	return await runStored(host, workflow);
}

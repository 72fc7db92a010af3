import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ICredentialDataDecryptedObject, IRun, IWorkflowBase } from 'n8n-workflow';
import type { Host } from './host';
import { runOrThrow, runProcess } from './runProcess';

/** A credential in the clear, as `n8n import:credentials` takes it. */
export interface StoredCredential {
	id: string;
	name: string;
	type: string;
	data: ICredentialDataDecryptedObject;
}

export type StoredWorkflow = Pick<IWorkflowBase, 'id' | 'name' | 'nodes' | 'connections' | 'settings'>;

/** Stores the credentials, encrypted. n8n must not be running. */
export async function importCredentials(host: Host, credentials: StoredCredential[]): Promise<void> {
	await importJson(host, 'import:credentials', credentials);
}

/** Stores the workflows, switched off. n8n must not be running. */
export async function importWorkflows(host: Host, workflows: StoredWorkflow[]): Promise<void> {
	await importJson(host, 'import:workflow', workflows);
}

/** Runs a stored workflow from its manual trigger to the end. A workflow that failed is returned, with its error, not thrown. */
export async function executeWorkflow(host: Host, id: string): Promise<IRun> {
	const { install, env } = host;
	const { output } = await runProcess(
		install.node,
		[install.command, 'execute', `--id=${id}`, '--rawOutput'],
		{ env },
	);
	return findRun(output);
}

/**
 * The run among the lines n8n logs before and after it: printed with indentation, so only its own
 * braces stand alone on a line. Throws with the end of the output when there is none.
 */
export function findRun(output: string): IRun {
	const lines = output.split(/\r?\n/);
	const end = lines.lastIndexOf('}');
	const start = lines.lastIndexOf('{', end);
	try {
		return JSON.parse(lines.slice(start, end + 1).join('\n')) as IRun;
	} catch {
		throw new Error(`n8n did not run the workflow:\n${lines.slice(-30).join('\n')}`);
	}
}

async function importJson(host: Host, command: string, records: object[]): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), 'n8n-import-'));
	const input = join(folder, 'records.json');
	try {
		await writeFile(input, JSON.stringify(records), { mode: 0o600 });
		const { install, env } = host;
		const output = await runOrThrow(install.node, [install.command, command, `--input=${input}`], { env });
		if (!output.includes('Successfully imported')) throw new Error(`n8n ${command}:\n${output}`);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

import { setTimeout as sleep } from 'node:timers/promises';
import axios from 'axios';
import type { ExecutionStatus } from 'n8n-workflow';
import type { Host } from './host';

export interface ExecutionSummary {
	id: string;
	status: ExecutionStatus;
}

const UNFINISHED: ExecutionStatus[] = ['new', 'running', 'waiting', 'unknown'];

/** The executions that the running n8n knows, newest first, at most a hundred. */
export async function listExecutions({ editorUrl }: Host, cookie: string): Promise<ExecutionSummary[]> {
	const { data } = await axios.get<{ data: { results: ExecutionSummary[] } }>(
		`${editorUrl}/rest/executions`,
		{ headers: { cookie }, params: { limit: 100, filter: '{}' } },
	);
	return data.data.results;
}

/** Waits until every execution has ended, well or badly. Throws when some are still running after `seconds`. */
export async function untilExecutionsEnded(host: Host, cookie: string, seconds: number): Promise<void> {
	const deadline = Date.now() + seconds * 1000;
	for (;;) {
		const running = (await listExecutions(host, cookie)).filter(({ status }) => UNFINISHED.includes(status));
		if (running.length === 0) return;
		if (Date.now() > deadline)
			throw new Error(`${running.length} executions were still running after ${seconds} s`);
		await sleep(500);
	}
}

import axios from 'axios';
import type { Host } from './host';
import { startN8n, type N8nProcess } from './n8nProcess';

export interface RunningEditor extends N8nProcess {
	url: string;
}

/** Starts n8n with its editor and waits until it answers. Throws with the end of its log when it does not in time. */
export async function startEditor(host: Host): Promise<RunningEditor> {
	const url = host.editorUrl;
	const n8n = await startN8n(host, ['start'], async () => await answers(`${url}/healthz/readiness`));
	return { ...n8n, url };
}

async function answers(url: string): Promise<boolean> {
	try {
		await axios.get(url, { timeout: 2000 });
		return true;
	} catch {
		return false;
	}
}

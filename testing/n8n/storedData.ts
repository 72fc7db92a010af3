import { join } from 'node:path';
import type { Host } from './host';
import { runOrThrow } from './runProcess';

/** What n8n keeps of one execution, in bytes of text. */
export interface StoredData {
	executionId: string;
	/** What passed between the nodes. */
	data: number;
	/** The workflow as it was. */
	workflow: number;
}

const QUERY =
	'SELECT executionId, length(data) AS data, length(workflowData) AS workflow FROM execution_data ORDER BY executionId';

/** Node's own reader, which the Node that runs n8n has. */
const READER = `
	const { DatabaseSync } = require('node:sqlite');
	const [file, query] = process.argv.slice(1);
	const rows = new DatabaseSync(file, { readOnly: true }).prepare(query).all();
	process.stdout.write(JSON.stringify(rows));
`;

/** What n8n's database holds of each execution, the oldest first. n8n must not be running. */
export async function storedData({ env, install }: Host): Promise<StoredData[]> {
	const file = join(String(env.N8N_USER_FOLDER), '.n8n', 'database.sqlite');
	const output = await runOrThrow(install.node, ['--no-warnings', '-e', READER, file, QUERY], { env });
	return JSON.parse(output.slice(output.indexOf('['))) as StoredData[];
}

import axios from 'axios';
import type { INodeTypeDescription } from 'n8n-workflow';
import packageJson from '../../package.json';
import type { StoredWorkflow } from './commands';
import type { Host } from './host';

/** Signs in to the running n8n as the owner and returns the cookie for the other calls. */
export async function logIn({ editorUrl, owner }: Host): Promise<string> {
	const body = { emailOrLdapLoginId: owner.email, password: owner.password };
	const { headers } = await axios.post(`${editorUrl}/rest/login`, body);
	return (headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0]).join('; ');
}

/** This package's node types as the running n8n has loaded them. */
export async function loadedNodeTypes({ editorUrl }: Host, cookie: string): Promise<INodeTypeDescription[]> {
	const { data } = await axios.get<INodeTypeDescription[]>(`${editorUrl}/types/nodes.json`, {
		headers: { cookie },
	});
	return data.filter(({ name }) => name.startsWith(`${packageJson.name}.`) && !name.endsWith('Tool'));
}

/** Stores a workflow in the running n8n and returns its id. */
export async function createWorkflow(
	{ editorUrl }: Host,
	cookie: string,
	workflow: Omit<StoredWorkflow, 'id'>,
): Promise<string> {
	const { data } = await axios.post(`${editorUrl}/rest/workflows`, workflow, { headers: { cookie } });
	return (data as { data: { id: string } }).data.id;
}

import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox';
import { importCredentials, type StoredCredential } from './commands';
import { createHost, type Host } from './host';
import { step } from '../progress';

/** A local shop, a local SOS Inventory, and an n8n that holds the credentials for both. */
export interface Workbench {
	sandbox: Sandbox;
	host: Host;
	credentials: StoredCredential[];
	/** Stops the servers and deletes n8n's data. n8n must not be running. */
	close(): Promise<void>;
}

/** Sets all of it up, showing progress. Needs a build in `dist/`. */
export async function openWorkbench(options: SandboxOptions = {}): Promise<Workbench> {
	const host = await createHost();
	const sandbox = await step('Starting a local BigCommerce and SOS Inventory', () => startSandbox(options));
	const credentials = credentialsOf(sandbox);
	const close = async () => {
		await sandbox.stop();
		await host.remove();
	};
	try {
		await step('Setting up n8n with the credentials', () => importCredentials(host, credentials));
	} catch (error) {
		await close();
		throw error;
	}
	return { sandbox, host, credentials, close };
}

/** Credentials for both local servers, as a user would save them. */
export function credentialsOf({ bigCommerce, sos }: Sandbox): StoredCredential[] {
	return [
		{
			id: 'bigCommerceSandbox',
			name: 'BigCommerce sandbox',
			type: 'bigCommerceApi',
			data: { apiPath: bigCommerce.apiPath, accessToken: bigCommerce.tokens.full },
		},
		{
			id: 'sosSandbox',
			name: 'SOS Inventory sandbox',
			type: 'sosInventoryApi',
			data: { accessToken: sos.accessToken, baseUrl: sos.url, minimumInterval: sos.settings.intervalMs },
		},
	];
}

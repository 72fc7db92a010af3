import { rmSync } from 'node:fs';

/** After all tests: removes what n8n-core wrote. */
export default function removeN8nFolder(): void {
	rmSync(process.env.N8N_USER_FOLDER as string, { recursive: true, force: true });
}

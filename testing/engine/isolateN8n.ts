import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Before all tests: n8n-core writes its settings file at first use, into this folder and never the user's home. */
export default function isolateN8n(): void {
	process.env.N8N_USER_FOLDER = mkdtempSync(join(tmpdir(), 'n8n-test-'));
	process.env.N8N_ENCRYPTION_KEY = 'only-for-tests';
	process.env.TZ = 'UTC';
	// It also logs every error a node throws, although the run returns it.
	process.env.N8N_LOG_LEVEL ??= 'silent';
}

import { spawn } from 'node:child_process';
import { runProcess } from '../../testing/n8n/runProcess';

export interface ScriptResult {
	succeeded: boolean;
	seconds: number;
	/** What it printed; empty when it was shown as it came. */
	output: string;
}

/** Runs a script of package.json. `show` lets its output through as it comes. */
export async function runScript(name: string, { show = false } = {}): Promise<ScriptResult> {
	const start = performance.now();
	const args = ['run', '--silent', name];
	// npm is a batch file on Windows, which only a shell can start.
	const shell = process.platform === 'win32';
	const { exitCode, output } = show
		? { exitCode: await shown(args, shell), output: '' }
		: await runProcess('npm', args, { shell });
	return { succeeded: exitCode === 0, seconds: (performance.now() - start) / 1000, output };
}

async function shown(args: string[], shell: boolean): Promise<number | null> {
	const child = spawn('npm', args, { stdio: 'inherit', shell });
	return await new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('close', resolve);
	});
}

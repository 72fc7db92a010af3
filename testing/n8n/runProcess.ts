import { spawn } from 'node:child_process';
import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface ProcessOptions {
	cwd?: string;
	env?: NodeJS.ProcessEnv;
	shell?: boolean;
	/** Whom to run it as, where that is not who runs this. */
	uid?: number;
	gid?: number;
}

export interface ProcessResult {
	exitCode: number | null;
	/** What it wrote to standard output and standard error, in order. */
	output: string;
}

/** Runs a program to its end. Throws only when it cannot be started. */
export async function runProcess(
	command: string,
	args: string[],
	options: ProcessOptions = {},
): Promise<ProcessResult> {
	// A file and not a pipe: a program that ends itself right after a long answer loses the rest of a pipe.
	const folder = await mkdtemp(join(tmpdir(), 'output-'));
	const file = join(folder, 'output.txt');
	const handle = await open(file, 'w');
	try {
		const exitCode = await new Promise<number | null>((resolve, reject) => {
			const child = spawn(command, args, { ...options, stdio: ['ignore', handle.fd, handle.fd] });
			child.once('error', reject);
			child.once('close', resolve);
		});
		return { exitCode, output: await readFile(file, 'utf8') };
	} finally {
		await handle.close();
		await rm(folder, { recursive: true, force: true });
	}
}

/** Runs a program that has to succeed. Throws with the end of what it wrote when it does not. */
export async function runOrThrow(
	command: string,
	args: string[],
	options: ProcessOptions = {},
): Promise<string> {
	const { exitCode, output } = await runProcess(command, args, options);
	if (exitCode === 0) return output;
	const end = output.trim().split('\n').slice(-30).join('\n');
	throw new Error(`"${command} ${args.join(' ')}" ended with exit code ${exitCode}:\n${end}`);
}

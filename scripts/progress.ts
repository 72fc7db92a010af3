/**
 * Shows what is being done and for how long: one line that counts the seconds on a terminal, a
 * line at the start and one at the end anywhere else. Returns what `work` returns.
 */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
	const started = Date.now();
	const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
	const terminal = process.stdout.isTTY;
	const show = () => process.stdout.write(`\r… ${title} (${seconds()}) `);
	const timer = terminal ? setInterval(show, 1000) : undefined;
	if (terminal) show();
	else console.log(`… ${title}`);
	const finish = (mark: string) => {
		clearInterval(timer);
		console.log(`${terminal ? '\r' : ''}${mark} ${title} (${seconds()}) `);
	};
	try {
		const result = await work();
		finish('✓');
		return result;
	} catch (error) {
		finish('✗');
		throw error;
	}
}

/**
 * Shows what is being done and for how long: on a terminal one line that counts the seconds, anywhere
 * else a line at the start, one every half minute and one at the end. Returns what `work` returns.
 */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
	const terminal = process.stdout.isTTY;
	const started = Date.now();
	const show = (mark: string, end: string) => {
		const seconds = Math.round((Date.now() - started) / 1000);
		process.stdout.write(`${terminal ? '\r' : ''}${mark} ${title} (${seconds} s)${end}`);
	};
	const running = () => show('…', terminal ? '' : '\n');
	running();
	const timer = setInterval(running, terminal ? 1000 : 30_000);
	try {
		const result = await work();
		show('✓', '\n');
		return result;
	} catch (error) {
		show('✗', '\n');
		throw error;
	} finally {
		clearInterval(timer);
	}
}

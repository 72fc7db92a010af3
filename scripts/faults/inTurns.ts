/** Does `work` for each of `inputs`, at most `atOnce` at a time, and returns the results in the order of the inputs. */
export async function inTurns<I, R>(
	inputs: I[],
	atOnce: number,
	work: (input: I) => Promise<R>,
): Promise<R[]> {
	const results = new Array<R>(inputs.length);
	const rest = inputs.entries();
	const worker = async () => {
		for (const [index, input] of rest) results[index] = await work(input);
	};
	await Promise.all(Array.from({ length: Math.min(atOnce, inputs.length) }, worker));
	return results;
}

import type { IExecuteFunctions } from 'n8n-workflow';
import { OneAtATime } from '../../../nodes/shared/run/oneAtATime';
import { anyNode } from '../../../testing/engine/anyNode';

const contextOf = (signal?: AbortSignal) =>
	({ getNode: () => anyNode, getExecutionCancelSignal: () => signal }) as unknown as IExecuteFunctions;

/** Work that ends when told to. */
function job() {
	let end = () => {};
	const ended = new Promise<void>((resolve) => void (end = resolve));
	return { end: () => end(), work: jest.fn(async () => await ended) };
}

describe('work that must not overlap', () => {
	it('is done in turn, also behind work that failed', async () => {
		const queue = new OneAtATime();
		const [first, second] = [job(), job()];
		const failing = queue.run(contextOf(), async () => {
			await first.work();
			throw new Error('failed');
		});
		const next = queue.run(contextOf(), second.work);
		await new Promise(setImmediate);
		expect(second.work).not.toHaveBeenCalled();
		first.end();
		await expect(failing).rejects.toThrow('failed');
		second.end();
		await next;
		expect(second.work).toHaveBeenCalledTimes(1);
	});

	it('stops waiting when its execution is canceled, and those behind still wait for what is ahead', async () => {
		const queue = new OneAtATime();
		const stop = new AbortController();
		const [first, canceled, last] = [job(), job(), job()];
		const running = queue.run(contextOf(), first.work);
		const waiting = queue.run(contextOf(stop.signal), canceled.work);
		const behind = queue.run(contextOf(), last.work);
		stop.abort();
		await expect(waiting).rejects.toThrow('The execution was canceled');
		expect(canceled.work).not.toHaveBeenCalled();
		expect(last.work).not.toHaveBeenCalled();
		first.end();
		last.end();
		await Promise.all([running, behind]);
		expect(last.work).toHaveBeenCalledTimes(1);
	});

	it('is not begun for an execution that is canceled already, and leaves no listener behind', async () => {
		const queue = new OneAtATime();
		const stop = new AbortController();
		const listening = jest.spyOn(stop.signal, 'addEventListener');
		const silent = jest.spyOn(stop.signal, 'removeEventListener');
		await queue.run(contextOf(stop.signal), async () => {});
		expect(silent).toHaveBeenCalledTimes(listening.mock.calls.length);
		stop.abort();
		await expect(queue.run(contextOf(stop.signal), async () => {})).rejects.toThrow('canceled');
	});
});

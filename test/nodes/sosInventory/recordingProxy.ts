import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Hands every request on to `target` and remembers what was posted, to the byte. */
export async function recordingProxy(target: string) {
	const posts: Array<{ path: string; body: string }> = [];
	const server = createServer((incoming, answer) => {
		const chunks: Buffer[] = [];
		incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
		incoming.on('end', () => {
			const body = Buffer.concat(chunks);
			const path = incoming.url ?? '';
			if (incoming.method === 'POST') posts.push({ path, body: body.toString() });
			const headers = { ...incoming.headers, host: new URL(target).host };
			const onward = request(target + path, { method: incoming.method, headers }, (response) => {
				answer.writeHead(response.statusCode ?? 500, response.headers);
				response.pipe(answer);
			});
			onward.end(body);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		posts,
		stop: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

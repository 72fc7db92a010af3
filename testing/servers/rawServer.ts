import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a server does with one request; `count` begins at 1. */
export type Behavior = (request: IncomingMessage, response: ServerResponse, count: number) => void;

export interface RawServer {
	/** Without a slash at the end. */
	url: string;
	/** Requests so far. */
	count(): number;
	stop(): Promise<void>;
}

/** A server on 127.0.0.1 that misbehaves exactly as told, below what a web framework would allow. */
export async function startRawServer(behave: Behavior): Promise<RawServer> {
	let count = 0;
	const server = createServer((request, response) => {
		request.resume();
		response.on('error', () => {});
		behave(request, response, ++count);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		count: () => count,
		stop: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

export function answerJson(response: ServerResponse, body: unknown, status = 200): void {
	response.writeHead(status, { 'content-type': 'application/json' });
	response.end(JSON.stringify(body));
}

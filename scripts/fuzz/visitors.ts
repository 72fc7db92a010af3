import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that nobody should ever ask: redirects lead to it. */
export class Visitors {
	/** How many requests came, by the first part of their path. */
	private readonly visits = new Map<string, number>();

	private readonly server = createServer((incoming, outgoing) => {
		const run = incoming.url?.split('/')[1] ?? '';
		this.visits.set(run, (this.visits.get(run) ?? 0) + 1);
		incoming.resume();
		outgoing.writeHead(200, { 'content-type': 'application/json' }).end('{}');
	});

	static async open(): Promise<Visitors> {
		const visitors = new Visitors();
		await new Promise<void>((resolve) => visitors.server.listen(0, '127.0.0.1', resolve));
		return visitors;
	}

	/** Where the redirects of a run lead. */
	urlFor(run: string): string {
		const { port } = this.server.address() as AddressInfo;
		return `http://127.0.0.1:${port}/${encodeURIComponent(run)}`;
	}

	countOf(run: string): number {
		return this.visits.get(encodeURIComponent(run)) ?? 0;
	}

	close(): void {
		this.server.closeAllConnections();
		this.server.close();
	}
}

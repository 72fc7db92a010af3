import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Row = Record<string, unknown>;

/** An answer of SOS's API: a list, or a record as the only row of one. */
export interface Answer {
	status: unknown;
	message?: unknown;
	data: Row[] | Row;
	count?: unknown;
	totalCount?: unknown;
}

/** The rows of a list, or the one record of an answer. */
export function rowsOf({ data }: Answer): Row[] {
	return Array.isArray(data) ? data : [data];
}

/** Spoils the first row, one that is made up where a list has none; refusals stay as they are. */
export function spoilRow(spoiled: Row) {
	return (answer: Answer) => {
		if (answer.status !== 'ok') return;
		const rows = rowsOf(answer);
		rows[0] = Object.assign(rows[0] ?? {}, spoiled);
	};
}

interface Alteration {
	method: string;
	path: RegExp;
	/** Answers still to be changed. */
	left: number;
	change(answer: Answer, path: string): unknown;
}

/** Hands every request on to `target` and changes what it is told to in the answers. */
export async function alteringProxy(target: string) {
	const requests: Array<{ method: string; path: string; body: string }> = [];
	const alterations: Alteration[] = [];
	const altered = (method: string, path: string, text: string) => {
		const alteration = alterations.find(
			(one) => one.left > 0 && one.method === method && one.path.test(path),
		);
		if (alteration === undefined) return text;
		alteration.left -= 1;
		const answer = JSON.parse(text) as Answer;
		return JSON.stringify(alteration.change(answer, path) ?? answer);
	};
	const server = createServer((incoming, answer) => {
		const chunks: Buffer[] = [];
		incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
		incoming.on('end', () => {
			const body = Buffer.concat(chunks);
			const { method = 'GET', url: path = '' } = incoming;
			requests.push({ method, path, body: body.toString() });
			const headers = { ...incoming.headers, host: new URL(target).host };
			const onward = request(target + path, { method, headers }, (response) => {
				const parts: Buffer[] = [];
				response.on('data', (part: Buffer) => parts.push(part));
				response.on('end', () => {
					answer.writeHead(response.statusCode ?? 500, { 'content-type': 'application/json' });
					answer.end(altered(method, path, Buffer.concat(parts).toString()));
				});
			});
			onward.on('error', () => answer.destroy());
			onward.end(body);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		requests,
		/** Changes the answers to requests that fit, the next `times` of them. */
		alter(route: string, change: Alteration['change'], times = Infinity) {
			const [method, path] = route.split(' ');
			alterations.push({ method, path: new RegExp(path), left: times, change });
		},
		stop: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

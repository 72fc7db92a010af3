import {
	answerJson,
	startRawServer,
	type Behavior,
	type RawServer,
} from '../../../testing/servers/rawServer';
import { runNode, type NodeRunOptions } from '../../../testing/engine/runNode';

const TOKEN = 'tok-3f9a62c1d0e84b7795aa';
const CLIENT_SECRET = 'shh-51c3a0f2e9d84477b0cc';

const servers: RawServer[] = [];
afterEach(async () => {
	await Promise.all(servers.splice(0).map(async (server) => await server.stop()));
});

async function serverThat(behave: Behavior): Promise<RawServer> {
	const server = await startRawServer(behave);
	servers.push(server);
	return server;
}

const date = 'Tue, 05 Mar 2019 21:40:11 +0000';
const order = { id: 7, status_id: 11, date_created: date, date_modified: date };
const customer = { id: 7, name: 'Ann Example', email: 'ann@example.com' };

/** The same question to both services: one record by its ID. */
const services = [
	{
		name: 'BigCommerce',
		good: order,
		read: (url: string, changes: object = {}): NodeRunOptions => ({
			node: 'bigCommerce',
			parameters: { resource: 'order', operation: 'get', orderId: '7', includeLines: false },
			credentials: {
				bigCommerceApi: {
					apiPath: 'abc123',
					accessToken: TOKEN,
					clientSecret: CLIENT_SECRET,
					baseUrl: url,
					...changes,
				},
			},
		}),
	},
	{
		name: 'SOS Inventory',
		good: { status: 'ok', data: customer },
		read: (url: string, changes: object = {}): NodeRunOptions => ({
			node: 'sosInventory',
			parameters: {
				resource: 'customer',
				operation: 'get',
				customerId: { __rl: true, mode: 'id', value: '7' },
			},
			credentials: {
				sosInventoryApi: { accessToken: TOKEN, baseUrl: url, minimumInterval: 0, ...changes },
			},
		}),
	},
];

describe.each(services)('$name', ({ name, good, read }) => {
	it('reads again when the connection is cut in mid-body', async () => {
		const server = await serverThat((_, response, count) => {
			if (count > 1) return answerJson(response, good);
			response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' });
			response.write('{"id": 7,', () => response.destroy());
		});
		const { outputs, error } = await runNode(read(server.url));
		expect(error).toBeUndefined();
		expect(outputs[0][0].json).toMatchObject({ id: 7 });
		expect(server.count()).toBe(2);
	});

	it.each([
		['an empty body', ''],
		['null', 'null'],
		['half of the JSON', '{"id": 7,'],
		['a web page', '<html><body>Welcome</body></html>'],
	])('reads again when HTTP 200 comes with %s', async (_, body) => {
		const server = await serverThat((_request, response, count) => {
			if (count > 1) answerJson(response, good);
			else response.end(body);
		});
		const { outputs } = await runNode(read(server.url));
		expect(outputs[0][0].json).toMatchObject({ id: 7 });
	});

	it('gives an answer that drips in no longer than the timeout', async () => {
		const server = await serverThat((_, response) => {
			response.writeHead(200, { 'content-type': 'application/json' });
			const timer = setInterval(() => response.write(' '), 20);
			response.on('close', () => clearInterval(timer));
		});
		const from = Date.now();
		const { error } = await runNode(read(server.url, { timeoutSeconds: 0.2 }));
		expect(error?.message).toContain(`${name} did not answer in time`);
		expect(server.count()).toBe(3);
		// Three tries of 0.2 s, and the waits between them.
		expect(Date.now() - from).toBeLessThan(8000);
	});

	it('stops within a second when the execution is cancelled while an answer drips in', async () => {
		let asked = () => {};
		const cancelWhen = new Promise<void>((resolve) => (asked = resolve));
		let cancelledAt = 0;
		const server = await serverThat((_, response) => {
			response.writeHead(200, { 'content-type': 'application/json' });
			const timer = setInterval(() => response.write(' '), 20);
			response.on('close', () => clearInterval(timer));
			setTimeout(() => {
				cancelledAt = Date.now();
				asked();
			}, 100);
		});
		const { status } = await runNode({ ...read(server.url), cancelWhen });
		expect(status).toBe('canceled');
		expect(Date.now() - cancelledAt).toBeLessThan(1000);
	});

	it.each([301, 302, 303, 307, 308])('does not follow a redirect by HTTP %i', async (status) => {
		const elsewhere = await serverThat((_, response) => answerJson(response, good));
		const server = await serverThat((_, response) => {
			response.writeHead(status, { location: `${elsewhere.url}/there` });
			response.end();
		});
		const { error } = await runNode(read(server.url));
		expect(elsewhere.count()).toBe(0);
		expect(server.count()).toBe(1);
		expect(error?.message).toContain(new URL(elsewhere.url).host);
	});

	it('refuses a body beyond all bounds while it arrives', async () => {
		const megabyte = Buffer.alloc(1024 * 1024, ' ');
		let sent = 0;
		const server = await serverThat((_, response) => {
			response.writeHead(200, { 'content-type': 'application/json' });
			const more = () => {
				if (response.destroyed || sent >= 400) return response.end();
				sent += 1;
				response.write(megabyte, more);
			};
			more();
		});
		const { error } = await runNode(read(server.url));
		expect(error?.message).toMatch(/larger than 100 MB/);
		expect(server.count()).toBe(1);
		expect(sent).toBeLessThan(200);
	});

	const quotes: Array<[string, (headers: object) => string]> = [
		['JSON', (headers) => JSON.stringify({ message: `Denied: ${JSON.stringify(headers)}` })],
		[
			'JSON fields',
			(headers) =>
				JSON.stringify({ status: 'error', message: 'no', title: JSON.stringify(headers), headers }),
		],
		[
			'plain text',
			(headers) =>
				Object.entries(headers)
					.map(([key, value]) => `${key}: ${value}`)
					.join('\n'),
		],
		['a long text', (headers) => `${'x'.repeat(430)} ${JSON.stringify(headers)}`],
		[
			'an address',
			() =>
				`Cannot pass on https://joe:pa55word@proxy.example/?access_token=${TOKEN}&client_secret=${CLIENT_SECRET}`,
		],
	];
	it.each(quotes)('keeps tokens out of what a proxy says in %s', async (_, quote) => {
		const server = await serverThat((request, response) => {
			response.statusCode = 400;
			response.end(quote(request.headers));
		});
		const { error, runData } = await runNode(read(server.url));
		const told = JSON.stringify([error, runData]);
		expect(error).toBeDefined();
		for (const part of [TOKEN, TOKEN.slice(0, 12), CLIENT_SECRET, 'pa55word'])
			expect(told).not.toContain(part);
	});

	it('keeps tokens out of what it says about an answer that is not as documented', async () => {
		const server = await serverThat((_request, response) => {
			const value = `${'x'.repeat(50)}${TOKEN}`;
			answerJson(response, { ...good, id: value, data: { id: value }, status_id: value });
		});
		const { error } = await runNode(read(server.url));
		expect(error?.message).toMatch(/is "x+/);
		expect(JSON.stringify(error)).not.toContain(TOKEN.slice(0, 8));
	});

	it.each([
		['a word', 'nonsense'],
		['another protocol', 'ftp://127.0.0.1/'],
		['no host', 'http://'],
		['a host that nobody knows', 'http://no-such-host.invalid'],
		['a server without TLS', 'https'],
	])('says at once that the address is %s', async (_, url) => {
		const server = await serverThat((__, response) => answerJson(response, good));
		const from = Date.now();
		const { error } = await runNode(read(url === 'https' ? server.url.replace('http:', 'https:') : url));
		expect(error?.message).toContain(name);
		expect(error?.description).toContain('credential');
		expect(Date.now() - from).toBeLessThan(5000);
	});

	it.each([0, -1, NaN, Infinity, 1e9, 'soon', true, [60]])(
		'refuses the timeout %p',
		async (timeoutSeconds) => {
			const server = await serverThat((_, response) => answerJson(response, good));
			const { error } = await runNode(read(server.url, { timeoutSeconds }));
			expect(error?.message).toContain(
				`'Request Timeout in Seconds (Advanced)' in the ${name} credential is`,
			);
			expect(server.count()).toBe(0);
		},
	);
});

it.each([-1, NaN, 'often', 1e9])('refuses the request interval %p', async (minimumInterval) => {
	const server = await serverThat((_, response) => answerJson(response, { status: 'ok', data: customer }));
	const { error } = await runNode(services[1].read(server.url, { minimumInterval }));
	expect(error?.message).toContain(
		"'Request Interval in Milliseconds (Advanced)' in the SOS Inventory credential",
	);
	expect(server.count()).toBe(0);
});

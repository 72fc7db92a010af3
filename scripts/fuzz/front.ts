import {
	Agent,
	createServer,
	request,
	type IncomingMessage,
	type OutgoingHttpHeaders,
	type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { pick } from 'lodash';
import type { Answer, Exchange, Question, Reply } from './exchange';

/** What the front is to do with the requests of one run. */
export interface FrontPlan {
	/** What clients must sign in with, by the token of the sandbox that stands for it. */
	tokens: Record<string, string>;
	/** More requests than any run needs that gets anywhere; what comes after is refused. */
	mostRequests: number;
	/** Spoils the answers to some requests. */
	spoiling?: Spoiling;
}

export interface Spoiling {
	fits(question: Question): boolean;
	/** Whether the service has done what it was asked, whatever then becomes of the answer. */
	isHandled: boolean;
	/** So often; the same question is answered well after that. */
	times: number;
	/** Undefined leaves the answer as it is. */
	reply(answer: Answer, question: Question): Reply | undefined;
}

/** What the front saw of one run. */
export interface FrontLog {
	exchanges: Exchange[];
	/** Whether the run asked for more than it may. */
	isEndless: boolean;
	/** How many answers were spoiled. */
	spoiled: number;
	/** Milliseconds that clients waited for answers that never ended. */
	waits: number[];
}

const NOTHING: Answer = { status: 200, headers: { 'content-type': 'application/json' }, body: '{}' };

/** So many milliseconds between two bytes of an answer that drips. */
const DRIP_MS = 100;

/** One local HTTP server before both servers of the sandbox, which hands requests on and spoils answers. */
export class Front {
	private readonly agent = new Agent({ keepAlive: true });

	private readonly server = createServer((incoming, outgoing) => {
		void this.serve(incoming, outgoing).catch(() => outgoing.destroy());
	});

	/** Answers to reads as long as nothing was written: the sandbox would only say them again. */
	private readonly known = new Map<string, Answer>();

	private plan?: FrontPlan;

	private log = emptyLog();

	/** Whether a write has reached the sandbox since {@link start}. */
	hasWritten = false;

	private constructor(private readonly targets: { bigCommerce: string; sos: string }) {
		this.server.keepAliveTimeout = 60_000;
	}

	static async open(targets: { bigCommerce: string; sos: string }): Promise<Front> {
		const front = new Front(targets);
		await new Promise<void>((resolve) => front.server.listen(0, '127.0.0.1', resolve));
		return front;
	}

	get url(): string {
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
	}

	start(plan: FrontPlan): FrontLog {
		this.plan = plan;
		this.log = emptyLog();
		this.hasWritten = false;
		return this.log;
	}

	/** Forgets what the sandbox said, since it was changed from outside. */
	forget(): void {
		this.known.clear();
	}

	async close(): Promise<void> {
		this.agent.destroy();
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}

	private async serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
		const { plan, log } = this;
		const { method = 'GET', url = '/', headers } = incoming;
		const question = { method, url, headers, body: await textOf(incoming) };
		if (plan === undefined) return void outgoing.destroy();
		if (log.exchanges.length >= plan.mostRequests) {
			log.isEndless = true;
			return send(outgoing, { status: 403, headers: {}, body: 'Too many requests in one run' }, log);
		}
		const fits = plan.spoiling?.fits(question) && log.spoiled < plan.spoiling.times;
		const spoiling = fits ? plan.spoiling : undefined;
		const answer = spoiling?.isHandled === false ? NOTHING : await this.ask(question, plan);
		if (spoiling?.isHandled !== false) log.exchanges.push({ question, answer });
		const reply = spoiling?.reply(answer, question);
		if (reply !== undefined) log.spoiled += 1;
		send(outgoing, reply ?? answer, log);
	}

	private async ask(question: Question, plan: FrontPlan): Promise<Answer> {
		const isRead = question.method === 'GET';
		const key = isRead && !this.hasWritten ? question.url : undefined;
		const known = key === undefined ? undefined : this.known.get(key);
		const token = tokenIn(question);
		if (!(token in plan.tokens)) return { status: 401, headers: {}, body: '{}' };
		if (known !== undefined) return known;
		if (!isRead) this.hasWritten = true;
		const answer = await this.forward(question, plan.tokens[token]);
		if (key !== undefined && !this.hasWritten) this.known.set(key, answer);
		return answer;
	}

	private async forward({ method, url, headers, body }: Question, token: string): Promise<Answer> {
		const isShop = url.startsWith('/stores/');
		const passed: OutgoingHttpHeaders = {
			...pick(headers, 'content-type', 'accept'),
			...(isShop ? { 'x-auth-token': token } : { authorization: `Bearer ${token}` }),
			'content-length': Buffer.byteLength(body),
		};
		return await new Promise((resolve, reject) => {
			const target = isShop ? this.targets.bigCommerce : this.targets.sos;
			const onward = request(target + url, { method, headers: passed, agent: this.agent }, (response) => {
				const { 'content-type': type = 'application/json' } = response.headers;
				const status = response.statusCode ?? 500;
				const done = (text: string) => resolve({ status, headers: { 'content-type': type }, body: text });
				void textOf(response).then(done, reject);
			});
			onward.on('error', reject);
			onward.end(body);
		});
	}
}

function emptyLog(): FrontLog {
	return { exchanges: [], isEndless: false, spoiled: 0, waits: [] };
}

async function textOf(stream: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of stream) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks).toString();
}

/** The token of either service. */
function tokenIn({ headers }: Question): string {
	return String(headers['x-auth-token'] ?? headers.authorization ?? '').replace(/^Bearer /, '');
}

function send(outgoing: ServerResponse, reply: Reply, log: FrontLog): void {
	const { status, statusText, headers, body, sending } = reply;
	if (statusText !== undefined) outgoing.statusMessage = statusText;
	const length = Buffer.byteLength(body);
	if (sending === undefined) {
		outgoing.writeHead(status, status === 204 ? headers : { ...headers, 'content-length': length });
		outgoing.end(body);
		return;
	}
	if (sending === 'cut') {
		outgoing.writeHead(status, { ...headers, 'content-length': length + 100 });
		outgoing.write(body.slice(0, Math.floor(body.length / 2)), () => outgoing.destroy());
		return;
	}
	const startedAt = performance.now();
	outgoing.on('close', () => log.waits.push(performance.now() - startedAt));
	if (sending === 'hang') return;
	outgoing.writeHead(status, { ...headers, 'content-length': length + 1_000_000 });
	let sent = 0;
	const timer = setInterval(() => outgoing.write(body[sent++] ?? ' '), DRIP_MS);
	outgoing.on('close', () => clearInterval(timer));
}

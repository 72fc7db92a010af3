import { setTimeout as sleep } from 'node:timers/promises';
import axios from 'axios';
import type { INode } from 'n8n-workflow';
import { importCredentials, importWorkflows, type StoredWorkflow } from '../../../testing/n8n/commands';
import { startEditor, type RunningEditor } from '../../../testing/n8n/editor';
import { listExecutions, untilExecutionsEnded } from '../../../testing/n8n/executions';
import { createHost, type Host } from '../../../testing/n8n/host';
import { logIn } from '../../../testing/n8n/restApi';
import { runOrThrow } from '../../../testing/n8n/runProcess';
import { setUpTemplate, templateFiles } from '../../../testing/templates/setUpTemplate';
import { deleteOnExit } from '../../../testing/onExit';
import { credentialsOf } from '../../../testing/n8n/workbench';
import { BusyShop } from '../busyShop';
import { inspect } from '../findings';
import { addCounts, type Outcome } from '../outcome';
import { IMPORT_FROM, ORDERS_PER_RUN, PREFIX } from '../templateRuns';

const WORKFLOW = 'importOrders';
const PATH = 'import-now';

/** Fast enough for a test, slow enough for n8n to be caught in the middle of an import. */
const SOS_INTERVAL_MS = 15;

/** Longer than an import takes, with many at once. */
const IMPORT_SECONDS = 300;

/** A shop, and an n8n with the import template, which starts each time {@link start} is called. */
export class ImportBench {
	private runs = 0;

	private readonly forget: () => void;

	private constructor(
		readonly shop: BusyShop,
		readonly host: Host,
	) {
		this.forget = deleteOnExit(String(host.env.N8N_USER_FOLDER));
	}

	/** @param adapt changes where n8n keeps its data and how it runs */
	static async open(
		seed: number,
		orders: number,
		adapt: (env: NodeJS.ProcessEnv) => NodeJS.ProcessEnv = (env) => env,
	): Promise<ImportBench> {
		const created = await createHost();
		const host = { ...created, env: adapt(created.env) };
		const shop = await BusyShop.open({ seed, orders, sosIntervalMs: SOS_INTERVAL_MS, createsItems: true });
		const bench = new ImportBench(shop, host);
		try {
			const credentials = credentialsOf(shop.sandbox);
			const template = await setUpTemplate(templateFiles.importOrders, WORKFLOW, {
				credentials,
				settings: {
					planOnly: false,
					importFrom: IMPORT_FROM,
					ordersPerRun: ORDERS_PER_RUN,
					prefix: PREFIX,
					skusWithoutItem: 'createItem',
				},
			});
			await importCredentials(host, credentials);
			await importWorkflows(host, [withWebhook(template)]);
			const { install, env } = host;
			await runOrThrow(install.node, [install.command, 'publish:workflow', `--id=${WORKFLOW}`], { env });
		} catch (error) {
			await bench.close();
			throw error;
		}
		return bench;
	}

	async startN8n(): Promise<RunningEditor> {
		return await startEditor(this.host);
	}

	/** Starts one execution of the import and does not wait for it. */
	async start(): Promise<void> {
		const url = `${this.host.editorUrl}/webhook/${PATH}`;
		const isAnswered = (status: number) => status === 200 || status === 404;
		for (const deadline = Date.now() + 30_000; ; await sleep(50)) {
			const { status } = await axios.post(url, {}, { validateStatus: isAnswered });
			if (status === 200) break;
			// n8n is ready a moment before its workflows are.
			if (Date.now() > deadline) throw new Error('The import workflow is not active');
		}
		this.runs += 1;
	}

	/** Waits for all executions, and returns how many of them did not end well. */
	async untilEnded(): Promise<number> {
		const cookie = await logIn(this.host);
		await untilExecutionsEnded(this.host, cookie, IMPORT_SECONDS);
		const executions = await listExecutions(this.host, cookie);
		return executions.filter(({ status }) => status !== 'success').length;
	}

	/** Imports without disturbance until there is nothing left to do, and says what has become of the shop. */
	async outcome(group: string): Promise<Outcome> {
		const { bigCommerce, sos } = this.shop.sandbox;
		const injected = addCounts(sos.faults.injected, bigCommerce.faults.injected);
		sos.faults.clear();
		bigCommerce.faults.clear();
		let failedRuns = 0;
		for (let written = NaN; written !== this.written;) {
			written = this.written;
			const lists = this.listsOfOrders;
			await this.start();
			while (this.listsOfOrders === lists) await sleep(50);
			failedRuns = await this.untilEnded();
		}
		return {
			group,
			title: group,
			orders: this.shop.eligible.size,
			injected,
			runs: this.runs,
			failedRuns,
			calls: this.shop.calls,
			findings: inspect(this.shop, { stockUpdated: false }),
		};
	}

	/** Documents and marks. */
	private get written(): number {
		const { bigCommerce, sos } = this.shop.sandbox;
		return sos.state.salesOrders.size + bigCommerce.state.metafields.size;
	}

	/** How often the orders were asked for: an import has begun when that goes up. */
	private get listsOfOrders(): number {
		return this.shop.sandbox.bigCommerce.counters.byRoute['GET /v2/orders'] ?? 0;
	}

	async close(): Promise<void> {
		await this.shop.close();
		await this.host.remove();
		this.forget();
	}
}

/** The template with one more way to start it, from outside. */
function withWebhook(template: StoredWorkflow): StoredWorkflow {
	const webhook: INode = {
		id: 'webhook',
		name: 'Import now',
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		position: [-240, 400],
		webhookId: PATH,
		parameters: { path: PATH, httpMethod: 'POST', responseMode: 'onReceived' },
	};
	const toSettings = { main: [[{ node: 'Settings', type: 'main' as const, index: 0 }]] };
	return {
		...template,
		nodes: [...template.nodes, webhook],
		connections: { ...template.connections, [webhook.name]: toSettings },
	};
}

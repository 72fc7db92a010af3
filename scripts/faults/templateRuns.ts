import { setTimeout as sleep } from 'node:timers/promises';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { CredentialData } from '../../testing/engine/credentialsHelper';
import { runWorkflow, type WorkflowRunResult } from '../../testing/engine/runNode';
import { signedInTokens } from '../../testing/sandbox/sosSignIn';
import { fixedCustomer } from '../../testing/templates/fixedCustomer';
import { markAfterwards } from '../../testing/templates/chains';
import { templateFiles, withoutLimits } from '../../testing/templates/setUpTemplate';
import type { BusyShop } from './busyShop';
import type { ImportSetting } from './scenarios';
import { templateChain, type TemplateChain } from '../../testing/templates/templateChain';

export const PREFIX = 'BC-';

/** Before the first order of any shop. */
export const IMPORT_FROM = '2020-01-01';

/** Milliseconds between two requests to SOS; stands for the real 500. */
export const SOS_INTERVAL_MS = 1;

/** So few that the orders of a shop come in slices, and more than can be held. */
export const ORDERS_PER_RUN = 60;

/** What one round of executions did. */
export interface Round {
	failed: boolean;
	/** Documents created or found again, and stock figures written. */
	changed: number;
}

/** Both templates on n8n-core's engine, set up for one shop as a user would. */
export class TemplateRuns {
	runs = 0;

	failedRuns = 0;

	private constructor(
		private readonly shop: BusyShop,
		private readonly setting: ImportSetting,
		private readonly credentials: CredentialData,
		private imports: TemplateChain,
		private readonly stock: TemplateChain,
	) {}

	static async prepare(shop: BusyShop, setting: ImportSetting): Promise<TemplateRuns> {
		const imports = await importTemplate(shop, setting);
		const stock = await templateChain(
			templateFiles.updateStock,
			{ planOnly: false, importFrom: IMPORT_FROM, ...withoutLimits },
			{ 'Get items': authenticationOf(setting) },
		);
		return new TemplateRuns(shop, setting, await credentialsFor(shop, setting.signIn), imports, stock);
	}

	/** The user changes settings of the import template between two runs. */
	async change(settings: Record<string, unknown>): Promise<void> {
		const { kept } = this.imports;
		const changed = { ...this.setting, settings: { ...this.setting.settings, ...settings } };
		this.imports = { ...(await importTemplate(this.shop, changed)), kept };
	}

	/** A user takes the import marks off orders whose documents are gone. */
	async removeMarks(orderIds: number[]): Promise<void> {
		const node = { name: 'Remove import mark', node: 'bigCommerce' };
		const parameters = { resource: 'order', operation: 'removeImportMark', orderId: '={{ $json.id }}' };
		const items = orderIds.map((id) => ({ id }));
		await this.run({ nodes: [{ ...node, parameters }], items, kept: {} });
	}

	/** Runs the import, so many times at once, and the stock update next to it; `meanwhile` happens while orders are read. */
	async round(meanwhile: () => void = () => undefined): Promise<Round> {
		await this.shop.passTime();
		const isReading = this.whenOrdersAreRead(meanwhile);
		const results = await Promise.all([...this.importsOfRound(), this.run(this.stock)]);
		isReading.stop();
		return {
			failed: results.some(({ error }) => error !== undefined),
			changed: results
				.flatMap((result) => [result.outputsOf('Create sales orders'), result.outputsOf('Set stock')])
				.reduce((sum, [first = []]) => sum + first.length, 0),
		};
	}

	private importsOfRound(): Array<Promise<WorkflowRunResult>> {
		const { executions, startApart } = this.setting;
		const runs: Array<Promise<WorkflowRunResult>> = [];
		for (let index = 0; index < executions; index++) {
			const before = runs[index - 1];
			const start = startApart && before ? this.underWay(before) : Promise.resolve();
			runs.push(start.then(() => this.run(this.imports)));
		}
		return runs;
	}

	/** Resolves when a run has begun to write, or has nothing to write. */
	private async underWay(run: Promise<unknown>): Promise<void> {
		const { state } = this.shop.sandbox.sos;
		const written = () => state.salesOrders.size + state.salesReceipts.size;
		const before = written();
		let isOver = false;
		void run.finally(() => (isOver = true));
		while (!isOver && written() === before) await sleep(2);
	}

	private async run({ nodes, items, kept }: TemplateChain): Promise<WorkflowRunResult> {
		const result = await runWorkflow({ nodes, items, credentials: this.credentials, staticData: kept });
		this.runs += 1;
		if (result.error !== undefined) this.failedRuns += 1;
		return result;
	}

	/** Does something once, right after the next list of orders was asked for, or else when stopped. */
	private whenOrdersAreRead(work: () => void): { stop(): void } {
		const { counters } = this.shop.sandbox.bigCommerce;
		const lists = () => counters.byRoute['GET /v2/orders'] ?? 0;
		const before = lists();
		let isDone = false;
		const finish = () => {
			clearInterval(timer);
			if (!isDone) work();
			isDone = true;
		};
		const timer = setInterval(() => {
			if (lists() > before) finish();
		}, 2);
		return { stop: finish };
	}
}

/** The import template as a user has set it up. */
async function importTemplate(shop: BusyShop, setting: ImportSetting): Promise<TemplateChain> {
	const { customers, createsItems, marks, settings } = setting;
	const authentication = authenticationOf(setting);
	const customer = customers === 'fixed' ? fixedCustomer(shop.webCustomer) : { customerMode: 'findOrCreate' };
	const chain = await templateChain(
		templateFiles.importOrders,
		{
			planOnly: false,
			prefix: PREFIX,
			importFrom: IMPORT_FROM,
			statusIds: [11, 9, 8, 3, 14],
			ordersPerRun: ORDERS_PER_RUN,
			skusWithoutItem: createsItems ? 'createItem' : 'hold',
			...settings,
		},
		{
			'Match SKUs': authentication,
			'Create sales orders': { ...authentication, ...customer, markOrders: marks === 'whileWriting' },
		},
	);
	const nodes = chain.nodes.filter(({ name }) => name !== markAfterwards.name);
	return { ...chain, nodes: marks === 'whileWriting' ? nodes : [...nodes, markAfterwards] };
}

function authenticationOf({ signIn }: ImportSetting): INodeParameters {
	return signIn === 'oAuth2' ? { authentication: 'oAuth2' } : {};
}

/** As users save them, with a time-out short enough to be met. */
async function credentialsFor(
	{ sandbox: { bigCommerce, sos } }: BusyShop,
	signIn: ImportSetting['signIn'],
): Promise<CredentialData> {
	const timeoutSeconds = 3;
	const company = { baseUrl: sos.url, minimumInterval: SOS_INTERVAL_MS, timeoutSeconds };
	const store = { apiPath: bigCommerce.apiPath, accessToken: bigCommerce.tokens.full, timeoutSeconds };
	if (signIn === 'pastedToken') {
		return { bigCommerceApi: store, sosInventoryApi: { ...company, accessToken: sos.accessToken } };
	}
	const { clientId, clientSecret } = sos.oauth;
	const oauthTokenData = (await signedInTokens(sos)) as unknown as IDataObject;
	const byOAuth2 = { ...company, clientId, clientSecret, oauthTokenData };
	return { bigCommerceApi: store, sosInventoryOAuth2Api: byOAuth2 };
}

import type { IDataObject } from 'n8n-workflow';
import type { CredentialData } from '../../testing/engine/credentialsHelper';
import { runWorkflow, type WorkflowRunResult } from '../../testing/engine/runNode';
import { signedInTokens } from '../../testing/sandbox/sosSignIn';
import { fixedCustomer } from '../../testing/templates/fixedCustomer';
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
		private readonly executions: number,
		private readonly credentials: CredentialData,
		private readonly imports: TemplateChain,
		private readonly stock: TemplateChain,
	) {}

	static async prepare(shop: BusyShop, setting: ImportSetting): Promise<TemplateRuns> {
		const { customers, executions, createsItems, signIn } = setting;
		const authentication = signIn === 'oAuth2' ? { authentication: 'oAuth2' } : {};
		const customer =
			customers === 'fixed' ? fixedCustomer(shop.webCustomer) : { customerMode: 'findOrCreate' };
		const imports = await templateChain(
			templateFiles.importOrders,
			{
				planOnly: false,
				prefix: PREFIX,
				importFrom: IMPORT_FROM,
				ordersPerRun: ORDERS_PER_RUN,
				skusWithoutItem: createsItems ? 'createItem' : 'hold',
			},
			{ 'Match SKUs': authentication, 'Create sales orders': { ...authentication, ...customer } },
		);
		const stock = await templateChain(
			templateFiles.updateStock,
			{ planOnly: false, importFrom: IMPORT_FROM, ...withoutLimits },
			{ 'Get items': authentication },
		);
		return new TemplateRuns(shop, executions, await credentialsFor(shop, signIn), imports, stock);
	}

	/** Runs the import, so many times at once, and the stock update next to it; `meanwhile` happens while orders are read. */
	async round(meanwhile: () => void = () => undefined): Promise<Round> {
		await this.shop.passTime();
		const isReading = this.whenOrdersAreRead(meanwhile);
		const results = await Promise.all([
			...Array.from({ length: this.executions }, () => this.run(this.imports)),
			this.run(this.stock),
		]);
		isReading.stop();
		return {
			failed: results.some(({ error }) => error !== undefined),
			changed: results
				.flatMap((result) => [result.outputsOf('Create sales orders'), result.outputsOf('Set stock')])
				.reduce((sum, [first = []]) => sum + first.length, 0),
		};
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

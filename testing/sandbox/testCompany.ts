import { setTimeout as sleep } from 'node:timers/promises';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { GeneratedShop, ShopOptions } from '../../sandbox/shop/createShop';
import { createShop } from '../../sandbox/shop/createShop';
import { startSosServer, type SosServer } from '../../sandbox/sos';
import type { CredentialData } from '../engine/credentialsHelper';
import { runNode, runWorkflow, type NodeRunOptions, type NodeRunResult } from '../engine/runNode';
import { fixedCustomer } from '../templates/fixedCustomer';
import { importOutcome, type ImportOutcome } from './importOutcome';

type SosOptions = NonNullable<Parameters<typeof startSosServer>[0]>;

/** A local SOS Inventory filled from a made-up shop, and the node signed in to it. */
export class TestCompany {
	private constructor(
		readonly server: SosServer,
		readonly shop: GeneratedShop,
	) {}

	/** Its rate limit is off unless `sos` says otherwise. */
	static async start({ shop, sos }: { shop?: ShopOptions; sos?: SosOptions } = {}): Promise<TestCompany> {
		const made = createShop({ items: 60, orders: 0, ...shop });
		return new TestCompany(await startSosServer({ intervalMs: 0, ...sos, catalogue: made.catalogue }), made);
	}

	async stop(): Promise<void> {
		await this.server.stop();
	}

	credentials(token = this.server.accessToken): CredentialData {
		return { sosInventoryApi: { accessToken: token, baseUrl: this.server.url, minimumInterval: 0 } };
	}

	/** Runs one operation, `resource: operation`, once for each input item. */
	async run(
		operation: string,
		parameters: INodeParameters = {},
		more: Partial<NodeRunOptions> = {},
	): Promise<NodeRunResult> {
		const [resource, name] = operation.split(': ');
		return await runNode({
			node: 'sosInventory',
			credentials: this.credentials(),
			...more,
			parameters: { resource, operation: name, ...parameters },
		});
	}

	/** Runs Match SKUs and Create From BigCommerce Order over `orders`, with a fixed customer unless told otherwise. */
	async importOrders(
		orders: IDataObject[],
		parameters: INodeParameters = {},
		more: Partial<NodeRunOptions> = {},
	): Promise<ImportOutcome> {
		const { onError, ...run } = more;
		const result = await runWorkflow({
			credentials: this.credentials(),
			...run,
			items: orders,
			nodes: [
				{ name: 'Match', node: 'sosInventory', parameters: { resource: 'item', operation: 'matchSkus' } },
				{
					name: 'Create',
					node: 'sosInventory',
					onError,
					parameters: {
						resource: 'salesOrder',
						operation: 'createFromBigCommerceOrder',
						...this.fixedCustomer(),
						...parameters,
					},
				},
			],
		});
		return importOutcome(result, 'Create');
	}

	/** The parameters that book every order on the web shop's customer. */
	fixedCustomer(): INodeParameters {
		return fixedCustomer(this.customer('BigCommerce Store').id);
	}

	customer(name: string): { id: number } {
		return found(this.server.state.customers.values(), name);
	}

	item(sku: string): { id: number; name: string } {
		const item = this.server.state.items.values().find((one) => one.sku === sku);
		if (!item) throw new Error(`There is no item ${sku}.`);
		return item;
	}

	idIn(
		table: 'locations' | 'channels' | 'terms' | 'classes' | 'departments' | 'orderStages',
		name: string,
	): number {
		return found(this.server.state[table].values() as Array<{ id: number; name: string }>, name).id;
	}

	/** Requests since the start or the last reset, by method and entity. */
	calls(route?: string): number {
		const { byRoute, total } = this.server.counters;
		return route === undefined ? total : (byRoute[route] ?? 0);
	}

	/** Resolves once a route has been called so often. */
	async after(calls: number, route: string): Promise<void> {
		while (this.calls(route) < calls) await sleep(2);
	}

	writes(): number {
		const { byRoute } = this.server.counters;
		return Object.entries(byRoute).reduce(
			(sum, [route, count]) => sum + (route.startsWith('GET') ? 0 : count),
			0,
		);
	}

	/** `newer` sales orders: without those that were there from the start. */
	salesOrders() {
		return this.server.state.salesOrders.values().filter(({ number }) => !number.startsWith('SO-'));
	}
}

function found<T extends { name: string }>(records: T[], name: string): T {
	const record = records.find((one) => one.name === name);
	if (!record) throw new Error(`There is no "${name}".`);
	return record;
}

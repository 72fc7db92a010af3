import { setTimeout as sleep } from 'node:timers/promises';
import { DateTime } from 'luxon';
import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import type { GeneratedShop, ShopOptions } from '../../../sandbox/shop/createShop';
import { createShop } from '../../../sandbox/shop/createShop';
import type { OrderRecord } from '../../../sandbox/shop/orders/orderRecord';
import { startSosServer, type SosServer } from '../../../sandbox/sos';
import type { CredentialData } from '../../../testing/engine/credentialsHelper';
import {
	runNode,
	runWorkflow,
	type NodeRunOptions,
	type NodeRunResult,
} from '../../../testing/engine/runNode';

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
		const [imported = [], held = [], failed = []] = result.outputsOf('Create');
		return {
			...result,
			imported: imported.map(documentOf),
			held: held.map(reasonOf),
			failed,
			items: { imported, held },
		};
	}

	/** The parameters that book every order on the web shop's customer. */
	fixedCustomer(): INodeParameters {
		const { id } = this.customer('BigCommerce Store');
		return { customerMode: 'fixed', fixedCustomer: { __rl: true, mode: 'id', value: String(id) } };
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

export interface ImportOutcome extends Omit<NodeRunResult, 'outputs'> {
	imported: ImportedDocument[];
	held: HeldOrder[];
	failed: INodeExecutionData[];
	items: { imported: INodeExecutionData[]; held: INodeExecutionData[] };
}

/** What an imported order says about its document. */
export interface ImportedDocument {
	order: number;
	status: string;
	documentType: string;
	number: string;
	id: number;
	total: number;
	warnings: Array<{ code: string; message: string }>;
	document: IDataObject;
	hash: string;
}

export interface HeldOrder {
	order: unknown;
	code: string;
	message: string;
	fix: string;
	codes: string[];
}

function documentOf({ json }: INodeExecutionData): ImportedDocument {
	return { ...(json.sos as unknown as ImportedDocument), order: json.id as number };
}

function reasonOf({ json }: INodeExecutionData): HeldOrder {
	const { code, message, fix } = json.reason as unknown as HeldOrder;
	return {
		order: json.id,
		code,
		message,
		fix,
		codes: (json.reasons as unknown as HeldOrder[]).map((one) => one.code),
	};
}

/** The order as 'BigCommerce: Order: Get Many' hands it on, with its lines and addresses. */
export function orderItem(record: OrderRecord): IDataObject {
	return {
		id: record.id,
		...record.fields,
		date_created: DateTime.fromMillis(record.createdAt, { zone: 'utc' }).toRFC2822(),
		products: record.lines,
		shipping_addresses: record.addresses,
		pickups: record.pickups,
		fees: record.fees,
		coupons: record.coupons,
	} as unknown as IDataObject;
}

/** From now on lists of items count a row that they never give. */
export function countOneTooMany({ server }: TestCompany): () => void {
	const { items } = server.state;
	const values = items.values.bind(items);
	items.values = () => [...values(), values()[0]];
	return () => {
		items.values = values;
	};
}

function found<T extends { name: string }>(records: T[], name: string): T {
	const record = records.find((one) => one.name === name);
	if (!record) throw new Error(`There is no "${name}".`);
	return record;
}

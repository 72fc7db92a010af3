import { setTimeout as sleep } from 'node:timers/promises';
import { startSandbox, type Sandbox } from '../../sandbox';
import { startBigCommerceServer } from '../../sandbox/bigCommerce';
import { createShop } from '../../sandbox/shop/createShop';
import { readShopStock, type ShopStock } from '../../testing/sandbox/compareStock';
import { clockAheadMs, setClockAhead } from '../../testing/processClock';
import { freePorts } from '../../testing/n8n/freePorts';
import { importable, notImportable, withUnknownItem } from './orderKinds';

export interface BusyShopOptions {
	seed: number;
	/** Orders that are to be imported, placed before the first run. */
	orders: number;
	/** Milliseconds SOS wants between two requests. */
	sosIntervalMs: number;
	/** Whether orders with an item that SOS lacks are to be imported, the item being created. */
	createsItems?: boolean;
	/** What the orders that are to be imported are like, by turns; left out: every kind there is. */
	kinds?: string[];
	/** Another shop of the same company, which has the same catalogue and gives its orders the same numbers. */
	sisterOf?: BusyShop;
	/** Whether no other shop runs in this process, so that its clock can be moved. */
	isAlone?: boolean;
}

/** More than one page of SOS's list of items, so that pages can shift. */
const ITEMS = 260;

/** BigCommerce tells a refused client to come back after its window; the real one lasts 30 seconds. */
const QUOTA = { quota: 10_000, windowMs: 300 };

const HALF_AN_HOUR = 30 * 60_000;

const givenPorts = new Set<number>();

/** A local shop and a local SOS Inventory where orders of every kind come in, and the knowledge of which are to be imported. */
export class BusyShop {
	/** Ids of the orders that must arrive in SOS, each once. */
	readonly eligible = new Set<number>();

	/** Ids of orders that may arrive in SOS or be held, whichever the service's answers allow. */
	readonly optional = new Set<number>();

	/** The shop's stock as it would be if only shoppers changed it. */
	readonly stock: ShopStock;

	/** How many records SOS had before the first run, and the last id it had given. */
	readonly before: { documents: number; items: number; lastId: number };

	/** Ids of the records that people made in SOS since then. */
	readonly madeByHand = new Set<number>();

	/** SKUs by id of all items that ever were: people delete some. */
	private readonly skus = new Map<number, string>();

	private constructor(
		readonly sandbox: Sandbox,
		private readonly options: BusyShopOptions,
	) {
		const { items, salesOrders } = sandbox.sos.state;
		this.before = { documents: salesOrders.size, items: items.size, lastId: sandbox.sos.state.nextId() };
		this.noteSkus();
		this.stock = readShopStock(sandbox);
	}

	static async open(options: BusyShopOptions): Promise<BusyShop> {
		const sandbox = await (options.sisterOf
			? startSister(options.sisterOf.sandbox, options.seed)
			: startShop(options));
		const shop = new BusyShop(sandbox, options);
		shop.place(notImportable.length, notImportable);
		for (const id of shop.place(2, [...withUnknownItem, ...withUnknownItem])) {
			if (options.createsItems) shop.eligible.add(id);
		}
		shop.sell(options.orders);
		return shop;
	}

	/** Shoppers place `count` orders that are to be imported. */
	sell(count: number): void {
		const usual = this.options.createsItems ? [...importable, ...withUnknownItem] : importable;
		const { kinds } = this.options;
		// The shop draws at random once it has been through the kinds it was given.
		const each = kinds && Array.from({ length: count }, (_, index) => kinds[index % kinds.length]);
		for (const id of this.place(count, each ?? usual)) this.eligible.add(id);
	}

	/** Staff refund a unit of the first line of the order that was placed last, before anybody imported it. */
	refundLatest(): void {
		const [id] = [...this.eligible].slice(-1);
		const [line] = this.sandbox.bigCommerce.state.orders.get(id)!.lines;
		this.sandbox.bigCommerce.refund(id, { units: [{ lineId: line.id, quantity: 1 }] });
		this.eligible.delete(id);
		this.optional.add(id);
	}

	/** Staff move every so-manieth order between the two statuses that are imported: it leaves one list for the other. */
	moveOrders(every: number): void {
		const { orders } = this.sandbox.bigCommerce.state;
		[...this.eligible].forEach((id, index) => {
			const fields = orders.get(id)!.fields;
			if (index % every !== 0) return;
			const status_id = fields.status_id === 11 ? 9 : 11;
			orders.update(id, { fields: { ...fields, status_id }, modifiedAt: Date.now() });
		});
	}

	/**
	 * Brings the shop to where it is when the schedule next comes round: stock that was written shows, and
	 * all that was noted is half an hour older, since a stock update does not count on the mark of an
	 * import that may be younger than its figures.
	 */
	async passTime(): Promise<void> {
		const { settings, state } = this.sandbox.bigCommerce;
		const { metafields } = state;
		await sleep(settings.stockVisibleAfterMs);
		if (this.options.isAlone) {
			setClockAhead(clockAheadMs() + HALF_AN_HOUR);
			return;
		}
		for (const one of metafields.values()) {
			const { createdAt, modifiedAt } = one;
			metafields.load({ ...one, createdAt: createdAt - HALF_AN_HOUR, modifiedAt: modifiedAt - HALF_AN_HOUR });
		}
	}

	/** Remembers which SKU each item has now, for items that somebody may delete. */
	noteSkus(): void {
		for (const { id, sku } of this.sandbox.sos.state.items.values()) this.skus.set(id, sku ?? '');
	}

	/** The SKU of an item, or what it was when it was noted last. */
	skuOf(itemId: number): string {
		return this.sandbox.sos.state.items.get(itemId)?.sku ?? this.skus.get(itemId) ?? '';
	}

	/** The id of the item that has an SKU letter for letter. */
	itemOfSku(sku: string): number | undefined {
		return this.sandbox.sos.state.items.values().find((item) => item.sku === sku)?.id;
	}

	/** The records that came since the first run by the API, and not by hand. */
	created<T extends { id: number }>(records: { values(): T[] }): T[] {
		return records.values().filter(({ id }) => id > this.before.lastId && !this.madeByHand.has(id));
	}

	/** The SOS customer that stands for all shoppers, for those who want only one. */
	get webCustomer(): number {
		const customers = this.sandbox.sos.state.customers.values();
		return customers.find(({ name }) => name === 'BigCommerce Store')!.id;
	}

	/** Requests that both servers got so far. */
	get calls(): number {
		return this.sandbox.bigCommerce.counters.total + this.sandbox.sos.counters.total;
	}

	async close(): Promise<void> {
		await this.sandbox.stop();
	}

	private place(count: number, cases: string[]): number[] {
		const before = readShopStock(this.sandbox);
		const placed = this.sandbox.bigCommerce.addOrders(count, { onlyEligible: false, cases });
		for (const [id, units] of readShopStock(this.sandbox)) {
			this.stock.set(id, (this.stock.get(id) ?? 0) + units - (before.get(id) ?? 0));
		}
		return placed.map(({ id }) => id);
	}
}

async function startShop({ seed, sosIntervalMs }: BusyShopOptions): Promise<Sandbox> {
	const [bigCommercePort, sosPort] = await newPorts(2);
	return await startSandbox({
		seed,
		shop: { items: ITEMS, orders: 0 },
		bigCommerce: { ...QUOTA, port: bigCommercePort },
		sos: { intervalMs: sosIntervalMs, port: sosPort },
	});
}

/** A second store that sells what the company of `sandbox` has. */
async function startSister({ sos }: Sandbox, seed: number): Promise<Sandbox> {
	const [port] = await newPorts(1);
	const shop = createShop({ seed, items: ITEMS, orders: 0 });
	const bigCommerce = await startBigCommerceServer(shop, { ...QUOTA, port });
	return { bigCommerce, sos, shop, stop: () => bigCommerce.stop() };
}

/** Ports that no shop of this process had before: the nodes remember items by address. */
async function newPorts(count: number): Promise<number[]> {
	const ports = (await freePorts(count)).filter((port) => !givenPorts.has(port));
	ports.forEach((port) => givenPorts.add(port));
	return ports.length === count ? ports : [...ports, ...(await newPorts(count - ports.length))];
}

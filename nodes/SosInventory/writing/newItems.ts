import type { SosItemBody } from '../../../sync/order/salesDocument';
import { looseKey } from '../../../sync/sku';
import type { SosItem } from '../../../sync/sosItem';
import { OneAtATime } from '../../shared/run/oneAtATime';
import { addItem, itemsWithSku } from '../api/items';
import { itemsLikeAny } from '../memory/items';
import type { SosClient } from '../transport/client';
import { createOnce } from './createOnce';
import { mayBeThere } from './mayBeThere';

/** Creates the items that a run's orders need, none twice. */
export class NewItems {
	private readonly bySku = new Map<string, SosItem>();

	/** The first SKU of each that look alike, so that a run does not create items for two of them. */
	private readonly wanted = new Map<string, string>();

	/** Two orders with one unknown SKU must not both find no item. */
	private readonly oneAtATime = new OneAtATime();

	constructor(private readonly client: SosClient) {}

	/**
	 * SOS does not keep SKUs unique, so each is looked up right before it is created. It does keep names
	 * unique, and a new item's name is its SKU: that settles what the look-up could not know.
	 *
	 * @throws {ApiFailure} when SOS refuses an item
	 */
	async create(bodies: SosItemBody[]): Promise<SosItem[]> {
		return await this.oneAtATime.run(this.client.context, () => this.createAll(bodies));
	}

	/**
	 * The items next to which new ones would be doubles: those whose SKU only looks like one of the new ones. The
	 * first item that this run wants to create counts, too; it has the id 0.
	 *
	 * @throws {ApiFailure}
	 */
	async doubledBy(bodies: SosItemBody[]): Promise<SosItem[]> {
		const known = await itemsLikeAny(this.client, new Set(bodies.map(({ sku }) => sku)));
		return bodies.flatMap(({ sku, name, type }) => {
			const key = looseKey(sku);
			const alike = known.filter((item) => looseKey(String(item.sku)) === key);
			if (alike.some((item) => item.sku === sku)) return [];
			const first = this.wanted.get(key) ?? sku;
			this.wanted.set(key, first);
			return first === sku ? alike : [...alike, { id: 0, name, sku: first, type }];
		});
	}

	private async createAll(bodies: SosItemBody[]): Promise<SosItem[]> {
		const items: SosItem[] = [];
		for (const body of bodies) {
			const item =
				this.bySku.get(body.sku) ?? (await this.findBySku(body.sku)) ?? (await this.createOne(body));
			this.bySku.set(body.sku, item);
			items.push(item);
		}
		return items;
	}

	private async createOne(body: SosItemBody): Promise<SosItem> {
		return await createOnce(
			this.client,
			() => addItem(this.client, body),
			async (failure) => {
				if (!mayBeThere(failure)) throw failure;
				return await this.findBySku(body.sku);
			},
		);
	}

	private async findBySku(sku: string): Promise<SosItem | undefined> {
		for await (const item of itemsWithSku(this.client, sku)) {
			if (item.sku === sku && !item.archived) return item;
		}
		return undefined;
	}
}

import type { SosItemBody } from '../../../sync/order/salesDocument';
import type { SosItem } from '../../../sync/sosItem';
import { OneAtATime } from '../../shared/run/oneAtATime';
import { addItem, itemsWithSku } from '../api/items';
import type { SosClient } from '../transport/client';
import { createOnce } from './createOnce';
import { mayBeThere } from './mayBeThere';

/** Creates the items that a run's orders need, none twice. */
export class NewItems {
	private readonly bySku = new Map<string, SosItem>();

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

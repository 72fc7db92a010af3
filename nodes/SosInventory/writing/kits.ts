import type { MatchedOrder } from '../../../sync/bigCommerceOrder';
import type { KitComponent, KitContents } from '../../../sync/order/kitContents';
import { isOfSameOrder, isSameDocument } from '../../../sync/order/sameDocument';
import type { SentPlan } from '../../../sync/order/writtenDocument';
import type { Reason } from '../../../sync/reason';
import { isKit } from '../../../sync/sosItem';
import { componentsOf } from '../api/kitComponents';
import type { SosClient } from '../transport/client';

/**
 * The kits on an order, as they are compared with SOS's answer to the document itself: SOS writes no lines by
 * itself but the components of kits, so that what it added need not be looked up.
 */
export function kitsOn({ products }: MatchedOrder): KitContents {
	const ids = products.flatMap(({ sos: { item } }) => (item && isKit(item.type) ? [item.id] : []));
	return new Map(ids.map((id) => [id, undefined]));
}

/** What the kits of a run are made of: each is asked for once, and only where a document leaves it open. */
export class Kits {
	private readonly known = new Map<number, Promise<KitComponent[] | undefined>>();

	constructor(private readonly client: SosClient) {}

	/**
	 * Why a document that was there before is not the order's; undefined when it is. People may have changed it,
	 * so components of kits must be the right ones.
	 *
	 * @throws {ApiFailure}
	 */
	async differenceFrom(order: MatchedOrder, sent: SentPlan, existing: unknown): Promise<Reason | undefined> {
		const { reason } = isSameDocument(sent, existing);
		const kits = [...kitsOn(order).keys()];
		if (reason === undefined || kits.length === 0 || !isOfSameOrder(sent, existing)) return reason;
		return isSameDocument(sent, existing, await this.contentsOf(kits)).reason;
	}

	private async contentsOf(ids: number[]): Promise<KitContents> {
		const contents = ids.map(async (id) => [id, await this.componentsOf(id)] as const);
		return new Map(await Promise.all(contents));
	}

	private async componentsOf(id: number): Promise<KitComponent[] | undefined> {
		const asked = this.known.get(id) ?? componentsOf(this.client, id);
		this.known.set(id, asked);
		return await asked;
	}
}

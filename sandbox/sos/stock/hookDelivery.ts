import axios from 'axios';
import type { Company } from '../company';
import type { Hook, QuantityUpdate } from '../records/hook';
import type { Item } from '../records/item';
import { quantitiesOf } from './quantities';

const patienceMs = 5_000;

/** Tells the webhooks about items whose stock changed, and about the kits they are part of. */
export function notifyOfStock(company: Company, itemIds: Iterable<number>): void {
	const hooks = company.state.hooks.values().filter(({ enabled }) => enabled);
	if (hooks.length === 0) return;
	for (const item of itemsAndKits(company, new Set(itemIds)))
		for (const hook of hooks) void deliver(company, hook, item);
}

/** The same for items of which only the available quantity changed, if the company reports those. */
export function notifyOfAvailable(company: Company, itemIds: Iterable<number>): void {
	if (company.settings.salesOrderFiresHook) notifyOfStock(company, itemIds);
}

function itemsAndKits({ state }: Company, ids: Set<number>): Item[] {
	const kits = [...state.boms].filter(([, lines]) => lines.some((line) => ids.has(line.componentItemId)));
	const all = new Set([...ids, ...kits.map(([id]) => id)]);
	return [...all].map((id) => state.items.get(id)).filter((item): item is Item => item !== undefined);
}

/** Posts once and keeps what came of it; nothing is known of a second try. */
async function deliver(company: Company, hook: Hook, item: Item): Promise<void> {
	const locationId = hook.additionalData ? Number(hook.additionalData) : undefined;
	const { onhand, available } = quantitiesOf(company, item, { locationId });
	const { id, name, fullname, description, sku } = item;
	const body: QuantityUpdate = { id, name, fullname, description, sku, onhand, available };
	const delivery = { hookId: hook.id, body };
	const settled = await axios
		.post(hook.postUri, body, { timeout: patienceMs, proxy: false, validateStatus: () => true })
		.then(({ status }) => ({ ...delivery, status }))
		.catch(() => delivery);
	company.state.hookDeliveries.push(settled);
}

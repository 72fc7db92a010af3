import type { SosClient } from '../transport/client';
import type { SosRecord } from '../transport/noun';
import type { ListKind } from './listKind';
import { RememberedList } from './rememberedList';

const remembered = new Map<object, Map<string, { isOld: boolean }>>();

/** What is remembered of a company's list. Holds nothing yet when it was never read, or grew old. */
export function rememberedList<T extends SosRecord, Kept>(
	client: SosClient,
	kind: ListKind<T, Kept>,
): RememberedList<T, Kept> {
	const ofKind = remembered.get(kind) ?? new Map<string, { isOld: boolean }>();
	remembered.set(kind, ofKind);
	for (const [key, list] of ofKind) if (list.isOld) ofKind.delete(key);
	const list = (ofKind.get(client.key) as RememberedList<T, Kept> | undefined) ?? new RememberedList(kind);
	ofKind.set(client.key, list);
	return list;
}

/** Forgets a company's list, for when something shows that it is not what SOS has. */
export function forgetList<T extends SosRecord, Kept>(client: SosClient, kind: ListKind<T, Kept>): void {
	remembered.get(kind)?.delete(client.key);
}

import type { KitComponent } from '../../../sync/order/kitContents';
import type { FailureCategory } from '../../shared/request/apiFailure';
import { decimal, list, record, type Shaped } from '../../shared/request/shape';
import { settle } from '../../shared/request/settle';
import { call, type SosClient } from '../transport/client';
import { reference } from './reference';

const components = list(record({ componentItem: reference, quantity: decimal }));

/** Not every company may have the route: plans differ. */
const REFUSED: FailureCategory[] = ['permission', 'notFound', 'invalid'];

/**
 * What one of a kit is made of. Its lines are documented, but not what they are wrapped in.
 *
 * @returns undefined where SOS does not say
 * @throws {ApiFailure}
 */
export async function componentsOf(client: SosClient, kitId: number): Promise<KitComponent[] | undefined> {
	const outcome = await settle(
		call<unknown>(client, {
			method: 'GET',
			path: `/item/${kitId}/bom`,
			subject: `the components of item ${kitId}`,
			flawIn: () => undefined,
		}),
	);
	if (outcome.failure !== undefined) {
		if (REFUSED.includes(outcome.failure.category)) return undefined;
		throw outcome.failure;
	}
	const { data } = outcome.value;
	const lines = Array.isArray(data) ? data : (data as { lines?: unknown } | null)?.lines;
	if (components.flawIn(lines) !== undefined || (lines as unknown[]).length === 0) return undefined;
	return (lines as Shaped<typeof components>).map(({ componentItem, quantity }) => ({
		itemId: componentItem.id,
		quantity: Number(quantity),
	}));
}

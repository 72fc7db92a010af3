import { send } from '../../shared/request/send';
import type { BigCommerceClient } from './client';
import type { ListRequest } from './paging';

interface CursorPage<T> {
	data: T[];
	meta?: { cursor_pagination?: { end_cursor?: string; links?: { next?: string } } };
}

const PAGE_SIZE = 250;

/** Reads one of the V3 lists that go on by cursor, such as metafields, as far as the caller keeps asking. */
export async function* listByCursor<T>(client: BigCommerceClient, request: ListRequest): AsyncGenerator<T> {
	let after: string | undefined;
	for (;;) {
		const { body } = await send(client.context, client.profile, {
			method: 'GET',
			path: request.path,
			query: { ...request.query, limit: PAGE_SIZE, after },
			subject: request.subject,
		});
		const { data, meta } = body as CursorPage<T>;
		yield* data;
		const { end_cursor: next, links } = meta?.cursor_pagination ?? {};
		const isLast = data.length === 0 || (links !== undefined && !links.next);
		if (isLast || !next || next === after) return;
		after = next;
	}
}

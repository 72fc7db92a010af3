import { flawInRecord, type Noun } from '../../shared/request/noun';
import { send } from '../../shared/request/send';
import { optional, record, text, wholeNumber, type Shaped } from '../../shared/request/shape';
import type { BigCommerceClient } from './client';
import { contentOf, flawsInList, pageOf } from './envelope';
import { LARGEST_PAGE, type ListRequest } from './paging';
import { Progress } from './progress';

const withCursor = record({
	meta: optional(
		record({
			cursor_pagination: optional(
				record({
					count: optional(wholeNumber),
					end_cursor: optional(text),
					links: optional(record({ next: optional(text) })),
				}),
			),
		}),
	),
});

type CursorPage = Shaped<typeof withCursor>;

const PAGE = pageOf(withCursor);

/**
 * Reads one of the V3 lists that go on by cursor, such as metafields, as far as the caller keeps asking.
 *
 * @throws {ApiFailure} also when a page repeats what came before
 */
export async function* listByCursor<T>(
	client: BigCommerceClient,
	request: ListRequest<T>,
): AsyncGenerator<T> {
	for await (const { rows } of pagesByCursor(client, request)) yield* rows;
}

/**
 * As {@link listByCursor}, page by page.
 *
 * @throws {ApiFailure} also when a page repeats what came before
 */
export async function* pagesByCursor<T>(
	client: BigCommerceClient,
	{ noun, path, query, subject }: ListRequest<T>,
): AsyncGenerator<{ rows: T[]; isLast: boolean }> {
	const progress = new Progress(client, noun, subject);
	let after: string | undefined;
	do {
		const { body } = await send(client.context, client.profile, {
			method: 'GET',
			path,
			query: { ...query, limit: LARGEST_PAGE, after },
			subject,
			flawIn: (answer) => flawInPage(noun, path, answer),
		});
		if (body === null) return;
		const rows = contentOf(path, body) as T[];
		progress.note(rows);
		after = rows.length === 0 ? undefined : nextCursor(body as CursorPage);
		yield { rows, isLast: after === undefined };
	} while (after !== undefined);
}

function flawInPage<T>(noun: Noun<T>, path: string, body: unknown): string | undefined {
	const flaw = flawsInList(noun, path)(body) ?? (body === null ? undefined : flawInRecord(PAGE, body));
	if (flaw !== undefined || body === null) return flaw;
	const rows = contentOf(path, body) as T[];
	const { count, end_cursor: next, links } = (body as CursorPage).meta?.cursor_pagination ?? {};
	if (rows.length === 0) return count ? `the page says that it has ${count} rows, and has none` : undefined;
	const goesOn = links ? Boolean(links.next) : rows.length >= LARGEST_PAGE;
	return goesOn && !next ? 'the page does not say how the next one is asked for' : undefined;
}

/** Undefined behind the last page. */
function nextCursor({ meta }: CursorPage): string | undefined {
	const { end_cursor: next, links } = meta?.cursor_pagination ?? {};
	const isLast = !next || (links !== undefined && links !== null && !links.next);
	return isLast ? undefined : next;
}

import { sortBy } from 'lodash';
import type { DateTime } from 'luxon';
import { collect } from '../../shared/parameters/limit';
import type { Noun } from '../../shared/request/noun';
import { pause } from '../../shared/request/pause';
import { cancelSignal } from '../../shared/request/send';
import { id, moment, optional, plain, record, text, type Shaped } from '../../shared/request/shape';
import { settle } from '../../shared/request/settle';
import { call, type BigCommerceClient } from '../transport/client';
import { pagesByCursor } from '../transport/cursor';
import { v3Date } from '../transport/dates';
import { one } from '../transport/envelope';
import { LARGEST_PAGE, list } from '../transport/paging';
import {
	isInMarksPlace,
	MARK,
	markBody,
	readMarkValue,
	type ImportMark,
	type MarkValue,
} from './orderMarkValue';

const words = 'metafield';

const keyOf = ({ id: own }: { id: number }) => own;

const writtenShape = record({ id, resource_id: id });

/** A metafield as BigCommerce confirms it: which it is, and on which order. */
export const writtenMetafield: Noun<Shaped<typeof writtenShape>> = { words, shape: writtenShape, keyOf };

/** BigCommerce keeps names of metafields this short. */
const shortText = plain<string>(
	'a text of 64 characters at the most',
	(value) => typeof value === 'string' && value.length <= 64,
);

const metafieldShape = record({
	id,
	resource_id: id,
	namespace: shortText,
	key: shortText,
	value: text,
	date_created: moment,
	date_modified: optional(moment),
	owner_client_id: optional(text),
});

type Metafield = Shaped<typeof metafieldShape>;

const metafield: Noun<Metafield> = { words, shape: metafieldShape, keyOf };

/** A claim that is older than this is of a run that never ended, in ms by BigCommerce's clock. */
export const STALE_CLAIM_MS = 15 * 60_000;

/** A list may not show at once what was just written; it is read so often, with a pause before each new time. */
export const LAGGING_READS = 3;

/** What stands in the mark's place of an order. */
export interface OrderMark {
	orderId: number;
	metafieldId: number;
	value: MarkValue;
	/** The API account that made it, where BigCommerce says so. */
	owner?: string;
	/** When it was written last, in ms by BigCommerce's clock. */
	writtenAt: number;
	/** When it was made, a claim that became a mark included, in ms by BigCommerce's clock. */
	createdAt: number;
}

export interface MarkResult {
	/** The mark that the order has now; undefined where BigCommerce has one and does not show it yet. */
	mark?: Partial<ImportMark>;
	metafieldId?: number;
	alreadyMarked: boolean;
	/** A run is importing the order at the moment; what it will be marked with is not known. */
	isBeingImported?: boolean;
}

/**
 * Marks an order, or finds the mark it has. BigCommerce keeps one such metafield per order and answers
 * 409 to a second, so that no order is marked twice. What a run left behind that never ended gives way.
 *
 * @param replace whether a mark that names another document gives way, too
 * @throws {ApiFailure}
 */
export async function markOrder(
	client: BigCommerceClient,
	orderId: number,
	mark: ImportMark,
	replace = false,
): Promise<MarkResult> {
	const request = {
		method: 'POST' as const,
		path: `/v3/orders/${orderId}/metafields`,
		body: markBody(mark),
		// If the answer is lost the second request finds the mark of the first.
		repeatable: true,
		subject: `the mark of order ${orderId}`,
	};
	const written = await settle(call(client, one(writtenMetafield), request));
	if (written.failure === undefined) return { mark, metafieldId: written.value.id, alreadyMarked: false };
	if (written.failure.category !== 'conflict') throw written.failure;
	const [found] = await readMarksAfterConflict(client, orderId);
	if (found === undefined) return { alreadyMarked: true };
	const { metafieldId, value } = found;
	if (isFreshClaim(client, found)) return { metafieldId, alreadyMarked: false, isBeingImported: true };
	const isSame = value.kind !== 'claimed' && value.mark.id === mark.id && value.mark.type === mark.type;
	const givesWay = value.kind === 'claimed' || (value.kind === 'differing' && isSame) || (replace && !isSame);
	if (!givesWay) return { mark: value.mark, metafieldId, alreadyMarked: true };
	await putMark(client, found, markBody(mark));
	return { mark, metafieldId, alreadyMarked: false };
}

/** @throws {ApiFailure} also when the metafield is another API account's, which cannot be changed */
export async function putMark(
	client: BigCommerceClient,
	{ orderId, metafieldId }: Pick<OrderMark, 'orderId' | 'metafieldId'>,
	body: object,
): Promise<void> {
	await call(client, one(writtenMetafield, metafieldId), {
		method: 'PUT',
		path: `/v3/orders/${orderId}/metafields/${metafieldId}`,
		body,
		repeatable: true,
		subject: `the mark of order ${orderId}`,
	});
}

/** One mark or claim by its ID, which shows also where lists lag. @throws {ApiFailure} */
export async function readMark(
	client: BigCommerceClient,
	{ orderId, metafieldId }: Pick<OrderMark, 'orderId' | 'metafieldId'>,
): Promise<OrderMark> {
	const found = await call(client, one(metafield, metafieldId), {
		method: 'GET',
		path: `/v3/orders/${orderId}/metafields/${metafieldId}`,
		subject: `the mark of order ${orderId}`,
	});
	return orderMark(found);
}

/** What stands in the mark's place: one metafield for each API account that has put one there, marks first. */
export async function readMarks(client: BigCommerceClient, orderId: number): Promise<OrderMark[]> {
	const metafields = list(client, {
		noun: metafield,
		path: `/v3/orders/${orderId}/metafields`,
		query: MARK,
		subject: `the marks of order ${orderId}`,
	});
	const found = await collect(metafields);
	const marks = found.filter(isInMarksPlace).map(orderMark);
	return sortBy(marks, ({ value }) => value.kind !== 'marked');
}

/**
 * What stands in the mark's place after BigCommerce said that something does.
 *
 * @returns nothing when the list goes on to show nothing: it lags, or what was there is gone again
 */
export async function readMarksAfterConflict(
	client: BigCommerceClient,
	orderId: number,
): Promise<OrderMark[]> {
	for (let reads = 1; ; reads++) {
		const found = await readMarks(client, orderId);
		if (found.length > 0 || reads === LAGGING_READS) return found;
		await pause(client.profile.firstWaitMs * reads, cancelSignal(client.context));
	}
}

/** Marks in one page of their list. */
export const MARKS_PER_PAGE = LARGEST_PAGE;

/**
 * All marks and claims of the store, one list for all orders, page by page.
 *
 * @param createdFrom leaves out older ones
 * @param newestFirst asks for the newest first; whether BigCommerce does so is not documented
 */
export async function* listMarks(
	client: BigCommerceClient,
	{ createdFrom, newestFirst = false }: { createdFrom?: DateTime; newestFirst?: boolean } = {},
): AsyncGenerator<{ marks: OrderMark[]; isLast: boolean }> {
	const pages = pagesByCursor(client, {
		noun: metafield,
		path: '/v3/orders/metafields',
		query: {
			...MARK,
			// BigCommerce does not say in which time zone it reads this date: a day more is on the safe side.
			'date_created:min': createdFrom && v3Date(createdFrom.minus({ days: 1 })),
			direction: newestFirst ? 'desc' : undefined,
		},
		subject: 'the marks of imported orders',
	});
	for await (const { rows, isLast } of pages) {
		yield { marks: rows.filter(isInMarksPlace).map(orderMark), isLast };
	}
}

/** Whether a run is importing the order at the moment. A claim that stays longer is of a run that never ended. */
export function isFreshClaim({ profile }: BigCommerceClient, { value, writtenAt }: OrderMark): boolean {
	return value.kind === 'claimed' && profile.clock.now() - writtenAt < STALE_CLAIM_MS;
}

function orderMark({
	id: metafieldId,
	resource_id,
	value,
	date_created,
	date_modified,
	owner_client_id,
}: Metafield): OrderMark {
	return {
		orderId: resource_id,
		metafieldId,
		value: readMarkValue(value),
		owner: owner_client_id ?? undefined,
		writtenAt: Date.parse(date_modified ?? date_created),
		createdAt: Date.parse(date_created),
	};
}

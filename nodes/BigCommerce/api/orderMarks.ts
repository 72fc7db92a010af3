import type { IDataObject } from 'n8n-workflow';
import { isPlainObject, pickBy } from 'lodash';
import type { DateTime } from 'luxon';
import type { Noun } from '../../shared/request/noun';
import { id, moment, record, text, type Shaped } from '../../shared/request/shape';
import { settle } from '../../shared/request/settle';
import { call, type BigCommerceClient } from '../transport/client';
import { listByCursor } from '../transport/cursor';
import { v3Date } from '../transport/dates';
import { one } from '../transport/envelope';
import { list } from '../transport/paging';

/** How an imported order is marked: a metafield with this name and key, one per order. */
const MARK = { namespace: 'n8n-bigcommerce-sos', key: 'imported' };

/** The SOS sales document that an order became, as the mark keeps it. */
export interface ImportMark extends IDataObject {
	type: string;
	id: string;
	number: string;
	total: string;
	/** Of the order's content when it was imported, to notice later edits. */
	hash: string;
}

const words = 'metafield';

const keyOf = ({ id: own }: { id: number }) => own;

const writtenShape = record({ id, resource_id: id });

/** A metafield as BigCommerce confirms it: which it is, and on which order. */
export const writtenMetafield: Noun<Shaped<typeof writtenShape>> = { words, shape: writtenShape, keyOf };

const metafieldShape = record({
	id,
	resource_id: id,
	namespace: text,
	key: text,
	value: text,
	date_created: moment,
});

type Metafield = Shaped<typeof metafieldShape>;

const metafield: Noun<Metafield> = { words, shape: metafieldShape, keyOf };

export interface MarkResult {
	/** The mark that the order has now. */
	mark: Partial<ImportMark>;
	metafieldId: number;
	alreadyMarked: boolean;
}

/**
 * Marks an order, or finds the mark it has. BigCommerce keeps one such metafield per order and answers
 * 409 to a second, which makes writing it a claim that only one of two parallel runs can win. It is
 * readable for other API accounts, so that a new token still sees which orders are imported.
 */
export async function markOrder(
	client: BigCommerceClient,
	orderId: number,
	mark: ImportMark,
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
	const found = written.failure.category === 'conflict' ? await readMark(client, orderId) : undefined;
	if (found === undefined) throw written.failure;
	return { mark: readValue(found.value), metafieldId: found.id, alreadyMarked: true };
}

/** The metafield that marks an order. */
export function markBody(mark: ImportMark) {
	return {
		...MARK,
		permission_set: 'read',
		description: 'The SOS Inventory sales document this order became',
		value: JSON.stringify(mark),
	};
}

async function readMark(client: BigCommerceClient, orderId: number): Promise<Metafield | undefined> {
	const metafields = list(client, {
		noun: metafield,
		path: `/v3/orders/${orderId}/metafields`,
		query: MARK,
		subject: `the marks of order ${orderId}`,
	});
	for await (const one of metafields) if (isMark(one)) return one;
	return undefined;
}

/**
 * The ids of all orders marked as imported, with one list for the whole store.
 *
 * @param createdFrom leaves out marks that are older than any order of interest can be
 * @param markedBefore leaves out marks that were made later
 */
export async function readMarkedOrderIds(
	client: BigCommerceClient,
	{ createdFrom, markedBefore }: { createdFrom?: DateTime; markedBefore?: DateTime } = {},
): Promise<Set<number>> {
	const ids = new Set<number>();
	const metafields = listByCursor(client, {
		noun: metafield,
		path: '/v3/orders/metafields',
		// BigCommerce does not say in which time zone it reads this date: a day more is on the safe side.
		query: { ...MARK, 'date_created:min': createdFrom && v3Date(createdFrom.minus({ days: 1 })) },
		subject: 'the marks of imported orders',
	});
	for await (const mark of metafields) {
		const isLater = markedBefore !== undefined && Date.parse(mark.date_created) >= markedBefore.toMillis();
		if (isMark(mark) && !isLater) ids.add(mark.resource_id);
	}
	return ids;
}

function isMark({ namespace, key }: Metafield): boolean {
	return namespace === MARK.namespace && key === MARK.key;
}

/** What the mark says, as far as it can be read: people and other apps can write there, too. */
function readValue(value: string): Partial<ImportMark> {
	try {
		const mark: unknown = JSON.parse(value);
		return isPlainObject(mark) ? pickBy(mark as object, (part) => typeof part === 'string') : {};
	} catch {
		return {};
	}
}

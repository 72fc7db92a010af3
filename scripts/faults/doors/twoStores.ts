import type { ExpandedOrder } from '../../../sandbox';
import { readMarks } from '../../../testing/sandbox/importMarks';
import { setClockAhead } from '../../../testing/processClock';
import { BusyShop } from '../busyShop';
import type { Findings } from '../findings';
import { documentsAfter, nameOf } from '../inspect/books';
import { repeated, sameText } from '../inspect/texts';
import type { Outcome } from '../outcome';
import { printOutcome } from '../report';
import { SOS_INTERVAL_MS, TemplateRuns } from '../templateRuns';
import { setting } from './door';

/** Both stores take turns so many times, with both runs under way together. */
const ROUNDS = 4;

/**
 * Two stores of one company whose orders have the same numbers, items, totals and dates, and other shoppers.
 *
 * @param prefixes of the first and the second store; where they are the same only one of two orders can have the number
 */
export async function twoStores(orders: number, prefixes: [string, string]): Promise<Outcome> {
	const importSetting = setting(orders, { customers: 'findOrCreate' });
	const { seed } = importSetting;
	const options = { seed, orders: importSetting.orders, sosIntervalMs: SOS_INTERVAL_MS, isAlone: true };
	const first = await BusyShop.open({ ...options, kinds: ['plain', 'twoTaxRates', 'giftWrapping'] });
	try {
		const second = await BusyShop.open({
			...options,
			kinds: ['plain', 'twoTaxRates', 'giftWrapping'],
			sisterOf: first,
		});
		try {
			giveOtherShoppers(second);
			const stores = [first, second];
			const templates = await Promise.all(
				stores.map((store, index) =>
					TemplateRuns.prepare(store, { ...importSetting, settings: { prefix: prefixes[index] } }),
				),
			);
			for (let round = 1; round <= ROUNDS; round++)
				await Promise.all(templates.map((template) => template.round()));
			const isShared = prefixes[0] === prefixes[1];
			const outcome = {
				group: 'two stores',
				title: `two stores, prefixes ${prefixes.join(' and ')}`,
				orders: isShared ? first.eligible.size : first.eligible.size + second.eligible.size,
				injected: {},
				runs: templates[0].runs + templates[1].runs,
				failedRuns: templates[0].failedRuns + templates[1].failedRuns,
				calls: first.calls + second.sandbox.bigCommerce.counters.total,
				findings: inspectStores(stores, isShared),
			};
			printOutcome(outcome);
			return outcome;
		} finally {
			await second.close();
		}
	} finally {
		setClockAhead(0);
		await first.close();
	}
}

/** The same orders by other people. */
function giveOtherShoppers({ sandbox: { bigCommerce } }: BusyShop): void {
	for (const { id, fields, addresses } of bigCommerce.state.orders.values()) {
		const own = {
			first_name: 'Kim',
			last_name: `Elsewhere ${id}`,
			company: '',
			email: `kim.${id}@example.net`,
		};
		bigCommerce.state.orders.update(id, {
			fields: { ...fields, customer_id: 0, billing_address: { ...fields.billing_address, ...own } },
			addresses: addresses.map((address) => ({ ...address, ...own })),
		});
	}
}

/** Every number once in each book; every mark on a document for the order's own shopper; as many marks as there should be. */
function inspectStores(stores: BusyShop[], isShared: boolean): Findings {
	const [{ sandbox, before, eligible }] = stores;
	const documents = documentsAfter(sandbox.sos, before.lastId);
	const emailOf = (documentId: string | undefined) => {
		const found = documents.find(({ document }) => String(document.id) === documentId);
		return found && sandbox.sos.state.customers.get(found.document.customer.id)?.email;
	};
	const marks = stores.flatMap(({ sandbox: { bigCommerce } }, store) => {
		const orders = new Map(bigCommerce.orders().map((order): [number, ExpandedOrder] => [order.id, order]));
		return readMarks(bigCommerce).map((mark) => ({ ...mark, store, order: orders.get(mark.orderId)! }));
	});
	const named = marks.map(({ documentId }) => String(documentId));
	const isMarked = (store: number, id: number) =>
		marks.some((mark) => mark.store === store && mark.orderId === id && !mark.isClaim);
	return {
		duplicates: [
			...repeated(documents.map(({ book, document }) => `${book} ${document.number}`)),
			...repeated(named).map((id) => `marks on document ${id}`),
		],
		losses: [...eligible].flatMap((id) => {
			const count = stores.filter((_, store) => isMarked(store, id)).length;
			return count >= (isShared ? 1 : 2) ? [] : [`order ${id} is marked in ${count} stores`];
		}),
		oversold: [],
		wrong: [
			...marks
				.filter(({ order, documentId }) => !sameText(emailOf(documentId), order.billing_address.email))
				.map(
					({ store, orderId }) =>
						`mark of order ${orderId} in store ${store + 1} is on a document of somebody else`,
				),
			...documents
				.filter(({ document }) => !named.includes(String(document.id)))
				.map((booked) => `${nameOf(booked)} has no mark`),
		],
	};
}

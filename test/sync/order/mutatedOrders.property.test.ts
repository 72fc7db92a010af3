import * as fc from 'fast-check';
import { normalizeOrder } from '../../../sync/normalizeOrder';
import { matchCustomer } from '../../../sync/order/customerMatch';
import { planSalesDocument } from '../../../sync/order/planSalesDocument';
import { isSameDocument, isWhatWasSent } from '../../../sync/order/sameDocument';
import { withDefaultSettings, type SalesDocumentSettings } from '../../../sync/order/settings';
import { withoutCustomerSecrets, type SosCustomer } from '../../../sync/order/sosCustomer';
import { compareWithWritten } from '../../../sync/order/written';
import { readWritten } from '../../../sync/order/writtenDocument';
import type { Reason } from '../../../sync/reason';
import { indexBySku, matchOrder, withMatches } from '../../../sync/skuMatching';
import { choices, matched, settingsFor } from '../support/choices';
import { mutated, mutations, type Mutation } from '../support/mutations';
import { line, opened, orderOf, sentPlan } from '../support/orders';
import { bigCommerceOrder } from '../support/shopModel';
import { shopOrders } from '../support/shopOrders';
import { exact, sosTotal } from '../support/sosArithmetic';

const runs = 3_000;
const index = indexBySku([{ id: 1, name: 'Mug', sku: 'SKU-1', type: 'Inventory Item' }]);

/** Settings that read as much of an order as there is to read. */
const curious: SalesDocumentSettings[] = choices.map(settingsFor).map((settings) =>
	withDefaultSettings({
		...settings,
		type: 'byPayment',
		eligibility: { createdFrom: '2001-01-01', statusIds: [], testOrders: { emailPatterns: ['*test*'] } },
		lines: { ...settings.lines, unmatched: 'createItem', taxable: 'fromItem' },
		fields: { comment: { customerMessage: true, staffNotes: true, shippingMethod: true } },
		payment: { deposit: 'everythingPaid' },
	}),
);

const details = {
	billing_address: {
		first_name: 'Jane',
		last_name: 'Doe',
		company: 'Laser',
		email: 'jane@example.com',
		zip: 1,
	},
	shipping_addresses: [
		{ id: 4, first_name: 'Jo', street_1: '1 Main', shipping_method: 'UPS' },
		{ id: 5, first_name: 'Al', street_1: '2 Main' },
	],
	coupons: [{ code: 'SPRING', type: 0 }],
	pickups: [{ pickup_method_display_name: 'Collect', location: { name: 'Store 1' } }],
	payment_method: 'Manual',
	customer_message: 'Ring twice',
	staff_notes: 'VIP',
};

/** Texts that show a programmer's mistake to a shop-keeper. */
const raw = /\[object|TypeError|undefined|Cannot read|is not a function|is not iterable/;

function expectReadable(reasons: Reason[]): void {
	for (const { code, message, fix } of reasons) {
		if (raw.test(message) || raw.test(fix) || !code) throw new Error(`${code}: ${message} ${fix}`);
	}
}

it(`holds ${runs} orders that were changed on their way, or writes the total they state`, () => {
	const count = { refused: 0, held: 0, written: 0, unreadableFields: new Set<string>() };
	const given = fc.record({ shop: shopOrders, changes: mutations, choice: fc.nat(choices.length - 1) });
	fc.assert(
		fc.property(given, ({ shop, changes, choice }) => {
			const whole = { ...matched(bigCommerceOrder(shop), shop), ...details };
			const item = mutated(whole, changes);
			const { order, reason } = normalizeOrder(item);
			if (order === undefined) {
				expectReadable([reason]);
				count.refused++;
				if (reason.code === 'ORDER_FIELD_UNREADABLE') {
					expect(reason.message).toMatch(/^Order \d+: its field /);
					count.unreadableFields.add(String(reason.details?.field).replace(/\[\d+\]/g, ''));
				}
				return;
			}
			matchOrder(order, index);
			const plan = opened(planSalesDocument(withMatches(order), curious[choice]));
			expectReadable([...plan.held, ...plan.warnings]);
			if (plan.held.length > 0) {
				count.held++;
				return;
			}
			count.written++;
			const total = sosTotal(plan.document);
			if (total !== exact(Number(order.total_inc_tax))) {
				throw new Error(JSON.stringify({ stated: order.total_inc_tax, total, changes }));
			}
		}),
		{ numRuns: runs, seed: 9 },
	);
	console.info('mutated orders:', { ...count, unreadableFields: count.unreadableFields.size });
	expect(count.refused).toBeGreaterThan(runs / 10);
	expect(count.held).toBeGreaterThan(runs / 20);
	expect(count.written).toBeGreaterThan(runs / 20);
});

it('compares with documents of any shape that SOS may have', () => {
	const sent = sentPlan(orderOf([line(1, '10.0000'), line(2, '5.5000')]));
	const answer = {
		id: 900,
		number: '105',
		date: '2019-03-05T21:40:11',
		customerPO: '105',
		total: 15.5,
		lines: sent.document.lines,
	};
	fc.assert(
		fc.property(fc.oneof(mutations, fc.constant<Mutation[]>([])), fc.anything(), (changes, anything) => {
			for (const found of [mutated(answer, changes), anything]) {
				const { same, reason } = isSameDocument(sent, found);
				const wasSent = isWhatWasSent(sent, found);
				const differs = compareWithWritten(sent, found);
				readWritten(found, 2);
				expectReadable([reason, differs].filter((one) => one !== undefined));
				if (same && !wasSent) throw new Error(JSON.stringify(found));
			}
		}),
		{ numRuns: runs, seed: 9 },
	);
});

it('looks for a shopper among customers of any shape', () => {
	const customer = {
		id: 1,
		name: 'Jane Doe',
		email: 'jane@example.com',
		companyName: 'Laser',
		billing: { postalCode: '1' },
		portalPassword: 'secret',
	};
	const wanted = { email: 'jane@example.com', company: 'Laser', postalCode: '1', name: 'Jane Doe' };
	const by = ['email', 'companyAndPostalCode', 'name'] as const;
	fc.assert(
		fc.property(mutations, (changes) => {
			const found = mutated(customer, changes) as SosCustomer;
			matchCustomer([found], { ...wanted, by: [...by] });
			expect(withoutCustomerSecrets(found)).not.toHaveProperty('portalPassword');
		}),
		{ numRuns: 2_000, seed: 9 },
	);
});

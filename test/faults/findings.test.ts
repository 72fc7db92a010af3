import type { SalesReceipt } from '../../sandbox/sos/records/salesDocument';
import { BusyShop } from '../../scripts/faults/busyShop';
import { inspect, isClean, type Findings } from '../../scripts/faults/findings';
import { TemplateRuns } from '../../scripts/faults/templateRuns';

const nothing: Findings = { duplicates: [], losses: [], oversold: [], wrong: [] };
const expected = { stockUpdated: true };

let shop: BusyShop;
beforeEach(async () => {
	shop = await BusyShop.open({ seed: 3, orders: 6, sosIntervalMs: 0, createsItems: true });
	const setting = {
		seed: 3,
		orders: 6,
		customers: 'findOrCreate',
		executions: 1,
		createsItems: true,
		signIn: 'pastedToken',
		marks: 'whileWriting',
	} as const;
	const templates = await TemplateRuns.prepare(shop, setting);
	for (let round = 1; round <= 2; round++) await templates.round();
}, 60_000);
afterEach(async () => await shop.close());

const sos = () => shop.sandbox.sos.state;
const document = () => sos().salesOrders.values().at(-1)!;
const customer = () => sos().customers.values().at(-1)!;
const item = () => sos().items.values().at(-1)!;
const marks = () =>
	shop.sandbox.bigCommerce.state.metafields.values().filter(({ key }) => key === 'imported');
const mark = () => marks().at(-1)!;
const found = () => inspect(shop, expected);

it('finds nothing wrong after both templates have run', () => {
	expect(found()).toEqual(nothing);
	expect(isClean(found())).toBe(true);
	expect(sos().salesOrders.size).toBe(shop.before.documents + 8);
	expect(sos().items.size).toBeGreaterThan(shop.before.items);
});

it('finds what is there twice', () => {
	const { id, number, customerPO } = document();
	sos().salesOrders.load({ ...document(), id: 900_001 });
	sos().customers.load({ ...customer(), id: 900_002, name: 'The same once more' });
	sos().items.load({ ...item(), id: 900_003, name: 'The same once more' });
	shop.sandbox.bigCommerce.state.metafields.load({ ...mark(), id: 900_004 });
	const { duplicates } = found();
	expect(duplicates).toEqual([
		`sales order ${number}`,
		`order ${customerPO} is sales order ${number} (ID ${id}) and sales order ${number} (ID 900001)`,
		`mark of order ${mark().resource_id}`,
		`customer ${customer().email}`,
		`item ${item().sku}`,
	]);
	expect(isClean(found())).toBe(false);
});

it('finds an order in the other book and under any other number', () => {
	const { id, number, customerPO } = document();
	const here = `sales order ${number} (ID ${id})`;
	const order = `order ${customerPO} is ${here} and`;
	const twin = { ...document(), id: 900_001 };
	const receipt = twin as unknown as SalesReceipt;
	sos().salesReceipts.load(receipt);
	expect(found().duplicates).toEqual([`${order} sales receipt ${number} (ID 900001)`]);
	sos().salesReceipts.delete(twin.id);
	sos().salesOrders.load({ ...twin, number: `NEW-${customerPO}-X`, customerPO: null });
	expect(found().duplicates).toEqual([`${order} sales order NEW-${customerPO}-X (ID 900001)`]);
	sos().salesOrders.load({ ...twin, number: 'something else' });
	expect(found().duplicates).toEqual([`${order} sales order something else (ID 900001)`]);
});

it('takes a claim for no mark', () => {
	const { id, resource_id } = mark();
	const value = JSON.stringify({
		state: 'claimed',
		type: 'SalesOrder',
		number: 'BC-1',
		run: '1',
		earlier: [],
	});
	shop.sandbox.bigCommerce.state.metafields.update(id, { value });
	expect(found().losses).toEqual([`mark of order ${resource_id}`]);
});

it('finds units on sale that are sold', () => {
	const { metafields } = shop.sandbox.bigCommerce.state;
	const sold = document();
	const marked = marks().find(({ resource_id }) => sold.customerPO === String(resource_id))!;
	const skus = sold.lines.map(({ item: { id } }) => shop.skuOf(id));
	shop.sandbox.sos.staff.deleteDocument(sold.id);
	expect(found().oversold).toEqual([]);
	metafields.delete(marked.id);
	expect(found().oversold).toEqual([]);
	const { stock } = shop.sandbox.bigCommerce.state;
	for (const one of stock.values().filter(({ sku }) => skus.includes(sku)))
		stock.load({ ...one, levels: { ...one.levels, 1: { ...one.levels[1], onhand: 4711 } } });
	const { oversold } = found();
	expect(oversold.length).toBeGreaterThan(0);
	expect(skus.map((sku) => `stock of ${sku}`)).toEqual(expect.arrayContaining(oversold));
});

it('finds an order that did not arrive, and one without a mark', () => {
	const other = marks().find(({ resource_id }) => document().number !== `BC-${resource_id}`)!;
	const { id, number } = document();
	sos().salesOrders.delete(id);
	shop.sandbox.bigCommerce.state.metafields.delete(other.id);
	const { losses } = found();
	expect(losses).toEqual([`order ${number.slice(3)}`, `mark of order ${other.resource_id}`]);
});

it('finds a document that is a cent off, is for somebody else or lacks a line', () => {
	const { id, number, total, lines } = document();
	sos().salesOrders.update(id, { total: total + 0.01, lines: lines.slice(1), customer: { id: 1, name: '' } });
	expect(found().wrong).toHaveLength(3);
	expect(found().wrong.every((text) => text.startsWith(number))).toBe(true);
});

it('finds what nobody asked for: documents, customers, items, marks, writes and stock', () => {
	sos().salesOrders.load({ ...document(), id: 900_001, number: 'BC-1', customerPO: '1' });
	sos().customers.load({ ...customer(), id: 900_002, email: 'nobody@example.com' });
	sos().items.load({ ...item(), id: 900_003, sku: 'NOT-SOLD' });
	const { metafields, stock } = shop.sandbox.bigCommerce.state;
	metafields.load({ ...mark(), id: 900_004, resource_id: 100 });
	for (const one of stock.values().slice(0, 1)) {
		stock.load({ ...one, levels: { ...one.levels, 1: { ...one.levels[1], onhand: 4711 } } });
	}
	shop.sandbox.sos.counters.count('DELETE /api/v2/salesorder/batch');
	const { wrong } = found();
	expect(wrong).toEqual([
		'sales order BC-1 (ID 900001) is there',
		'mark on 100',
		`customer ${customer().name} was created`,
		'item NOT-SOLD was created',
		'DELETE /api/v2/salesorder/batch',
		expect.stringMatching(/^stock of .+ (differs|was touched)$/),
	]);
});

it('does not take a customer for all orders for the shopper of each', () => {
	const { wrong } = inspect(shop, { ...expected, fixedCustomer: shop.webCustomer });
	expect(wrong.length).toBeGreaterThan(shop.eligible.size);
});

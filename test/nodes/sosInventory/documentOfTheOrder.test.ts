import { orderItem } from '../../../testing/sandbox/orderItem';
import { TestCompany } from '../../../testing/sandbox/testCompany';

let company: TestCompany;
afterEach(async () => await company.stop());

const orders = () => company.shop.orders.map(orderItem);
const start = async (count: number, sos = {}, shop = {}) => {
	company = await TestCompany.start({ shop: { orders: count, orderOptions: shop }, sos });
};

describe('a document that people changed in SOS', () => {
	beforeEach(async () => {
		await start(12, {}, { onlyEligible: true, totalLines: 60 });
		const { held } = await company.importOrders(orders());
		expect(held).toEqual([]);
	});

	it.each<[string, (id: number) => void]>([
		['has its lines split', (id) => company.server.staff.splitLines(id)],
		['has its lines merged', (id) => company.server.staff.mergeLines(id)],
	])('is the same when it %s', async (_how, change) => {
		for (const { id } of company.salesOrders()) change(id);
		const { imported, held } = await company.importOrders(orders());
		expect(held).toEqual([]);
		expect(new Set(imported.map(({ status }) => status))).toEqual(new Set(['existing']));
	});

	it('is not when a quantity is another one, and nobody says what changed since', async () => {
		for (const { id } of company.salesOrders()) {
			company.server.staff.change(id, ({ lines: [first, ...rest] }) => ({
				lines: [{ ...first, quantity: first.quantity + 1 }, ...rest],
			}));
		}
		const { imported, held } = await company.importOrders(orders());
		expect(imported).toEqual([]);
		expect(new Set(held.map(({ code }) => code))).toEqual(new Set(['ORDER_CHANGED_SINCE_IMPORT']));
		for (const { message, fix } of held) expect(message + fix).not.toContain('since');
	});
});

describe('two stores with one series of numbers', () => {
	const ofStoreB = () =>
		orders().map((order) => ({
			...order,
			billing_address: {
				...(order.billing_address as object),
				first_name: 'Somebody',
				last_name: 'Else',
				email: 'somebody@example.com',
			},
		}));

	it.each([
		['that find or create their customers', { customerMode: 'findOrCreate' }],
		['with one customer for all', {}],
	])('%s never take each other’s documents', async (_how, parameters) => {
		await start(4, {}, { onlyEligible: true });
		await company.importOrders(orders(), parameters);
		const { imported, held } = await company.importOrders(ofStoreB(), parameters);
		expect(imported).toEqual([]);
		expect(held.map(({ code }) => code)).toEqual(Array(4).fill('NUMBER_TAKEN'));
		expect(company.salesOrders()).toHaveLength(4);
	});

	it.each([
		['that find or create their customers', { customerMode: 'findOrCreate' }],
		['with one customer for all', {}],
	])('%s do not hold each other’s orders of the same total', async (_how, parameters) => {
		await start(4, {}, { onlyEligible: true });
		const ofStoreA = orders().map((order) => ({
			...order,
			date_created: new Date(Date.parse(String(order.date_created)) + 9 * 86_400_000).toUTCString(),
		}));
		await company.importOrders(ofStoreA, { ...parameters, prefix: 'A-' });
		const elsewhere = { street_1: '77 Elsewhere Road', zip: '99999' };
		const there = ofStoreB().map((order) => ({
			...order,
			billing_address: { ...order.billing_address, ...elsewhere },
		}));
		const run = { ...parameters, prefix: 'B-' };
		const { imported, held } = await company.importOrders(there, run);
		expect(held).toEqual([]);
		expect(imported.map(({ status }) => status)).toEqual(Array(4).fill('created'));
	});

	it('with a customer each do not either', async () => {
		await start(4, {}, { onlyEligible: true });
		await company.importOrders(orders());
		const { held } = await company.importOrders(orders(), {
			fixedCustomer: {
				__rl: true,
				mode: 'id',
				value: String(company.server.state.customers.values().at(-1)?.id),
			},
		});
		expect(held.map(({ code }) => code)).toEqual(Array(4).fill('NUMBER_TAKEN'));
	});
});

describe.each(['onFirst', 'byComponentPrice'] as const)(
	'kits expanded, with their money %s',
	(expandedKitMoney) => {
		const kitOrders = () => {
			const kits = company.server.state.items.values().filter(({ type }) => type === 'Item Group');
			expect(kits.length).toBeGreaterThan(0);
			return orders().map((order, index) => {
				const [first, ...rest] = order.products as Array<Record<string, unknown>>;
				return { ...order, products: [{ ...first, sku: kits[index % kits.length].sku }, ...rest] };
			});
		};

		it('are the document of the order, when it is written and when it is found', async () => {
			await start(6, { expandKitsOnSalesOrders: true, expandedKitMoney }, { onlyEligible: true });
			const first = await company.importOrders(kitOrders());
			expect(first.held).toEqual([]);
			expect(first.imported).toHaveLength(6);
			expect(company.calls('GET /api/v2/item/bom')).toBe(0);
			const second = await company.importOrders(kitOrders());
			expect(second.held).toEqual([]);
			expect(second.imported.map(({ status }) => status)).toEqual(Array(6).fill('existing'));
		});

		it('are not when a component is another one', async () => {
			await start(1, { expandKitsOnSalesOrders: true, expandedKitMoney }, { onlyEligible: true });
			await company.importOrders(kitOrders());
			const other = company.server.state.items.values()[0];
			for (const { id } of company.salesOrders()) {
				company.server.staff.change(id, ({ lines }) => ({
					lines: lines.map((line) => ({ ...line, item: { id: other.id, name: other.name } })),
				}));
			}
			const { held } = await company.importOrders(kitOrders());
			expect(held.map(({ code }) => code)).toEqual(['ORDER_CHANGED_SINCE_IMPORT']);
		});
	},
);

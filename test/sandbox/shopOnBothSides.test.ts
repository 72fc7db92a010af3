import axios from 'axios';
import { startSandbox, type Sandbox } from '../../sandbox';

describe('sandbox: one shop on both sides', () => {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox({ seed: 3, shop: { items: 120, orders: 90 }, sos: { intervalMs: 0 } });
	});
	afterAll(() => sandbox.stop());

	const http = (path: string) =>
		axios.get(`${sandbox.bigCommerce.url}/stores/${sandbox.bigCommerce.storeHash}${path}`, {
			headers: { 'X-Auth-Token': sandbox.bigCommerce.tokens.full },
		});
	const sosHttp = (path: string) =>
		axios.get(`${sandbox.sos.url}/api/v2${path}`, {
			headers: { Authorization: `Bearer ${sandbox.sos.accessToken}` },
		});

	it('has each item that is to match in both, under the same SKU', async () => {
		const variants = (await http('/v3/catalog/variants?limit=250')).data.data.map(
			(variant: { sku: string }) => variant.sku,
		);
		const items = (await sosHttp('/item?maxresults=200&archived=no')).data.data.map(
			(item: { sku: string }) => item.sku,
		);
		const shared = sandbox.shop.catalogue.filter(
			({ sku, sos }) => sku !== '' && sos?.sku === sku && !sos.archived,
		);
		expect(shared.length).toBeGreaterThan(80);
		for (const { sku } of shared) {
			expect(variants).toContain(sku);
			expect(items).toContain(sku);
		}
		const missing = sandbox.shop.catalogue.find(({ sos }) => sos === null);
		expect(items).not.toContain(missing?.sku);
	});

	it('places eligible orders whose every SKU SOS has exactly once', async () => {
		const items: Array<{ sku: string }> = (await sosHttp('/item?maxresults=200&archived=no')).data.data;
		const lines = sandbox.bigCommerce.addOrders(40).flatMap(({ products }) => products);
		const carriers = lines.map(({ sku }) => items.filter((item) => item.sku === sku).length);
		expect(carriers.length).toBeGreaterThan(60);
		expect(carriers.every((count) => count === 1)).toBe(true);
	});

	it("has some of the shop's customers in SOS, by e-mail", async () => {
		const [first] = sandbox.shop.customers;
		const { data } = await sosHttp(`/customer?email=${encodeURIComponent(first.address.email)}`);
		expect(data.data).toHaveLength(1);
		const last = sandbox.shop.customers[sandbox.shop.customers.length - 1];
		expect(
			(await sosHttp(`/customer?email=${encodeURIComponent(last.address.email)}`)).data.data,
		).toHaveLength(0);
	});

	it('starts equal for the same seed', async () => {
		const other = await startSandbox({ seed: 3, shop: { items: 120, orders: 90 } });
		try {
			expect(other.shop.catalogue).toEqual(sandbox.shop.catalogue);
			expect(other.bigCommerce.orders().map(({ total_inc_tax }) => total_inc_tax)).toEqual(
				sandbox.bigCommerce
					.orders()
					.slice(0, 90)
					.map(({ total_inc_tax }) => total_inc_tax),
			);
		} finally {
			await other.stop();
		}
	});
});

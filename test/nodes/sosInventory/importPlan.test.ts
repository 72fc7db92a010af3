import axios from 'axios';
import type { IDataObject } from 'n8n-workflow';
import { orderItem } from '../../../testing/sandbox/orderItem';
import { TestCompany } from '../../../testing/sandbox/testCompany';
import { recordingProxy } from './recordingProxy';

let company: TestCompany;
afterEach(async () => await company.stop());

const orders = () => company.shop.orders.map(orderItem);
const start = async (cases?: string[], count = cases?.length ?? 40) => {
	company = await TestCompany.start({ shop: { orders: count, orderOptions: { cases, onlyEligible: true } } });
};

it('writes nothing, not even customers and items', async () => {
	company = await TestCompany.start({ shop: { orders: 90 } });
	const { imported, held } = await company.importOrders(orders(), {
		planOnly: true,
		customerMode: 'findOrCreate',
		unmatched: 'createItem',
	});
	expect(company.writes()).toBe(0);
	expect(imported.length).toBeGreaterThan(30);
	expect(imported.length + held.length).toBe(90);
	expect(new Set(imported.map(({ status }) => status))).toEqual(new Set(['planned']));
	expect(held.every(({ code, message, fix }) => code && message && fix)).toBe(true);
});

describe('what is planned is sent, byte for byte', () => {
	it.each([
		['for a fixed customer', {}],
		['for customers who are known', { customerMode: 'findOrCreate' }],
		['for receipts', { transactionType: 'salesReceipt' }],
	])('%s', async (_, parameters) => {
		await start();
		const usd = orders().filter((order) => order.default_currency_code === 'USD');
		// Those whom the plan would create are known to SOS beforehand.
		for (const customer of await plannedCustomers(usd)) {
			await axios.post(`${company.server.url}/api/v2/customer`, customer, {
				headers: { authorization: `Bearer ${company.server.accessToken}` },
				proxy: false,
			});
		}
		const proxy = await recordingProxy(company.server.url);
		const credentials = { sosInventoryApi: { ...company.credentials().sosInventoryApi, baseUrl: proxy.url } };
		const planned = await company.importOrders(usd, { ...parameters, planOnly: true }, { credentials });
		expect(proxy.posts).toEqual([]);
		const applied = await company.importOrders(usd, parameters, { credentials });
		await proxy.stop();

		expect([planned.held, applied.held]).toEqual([[], []]);
		expect(proxy.posts.map(({ body }) => body)).toEqual(
			planned.imported.map(({ document }) => JSON.stringify(document)),
		);
		expect(applied.imported.map(({ hash }) => hash)).toEqual(planned.imported.map(({ hash }) => hash));
	});
});

async function plannedCustomers(items: IDataObject[]): Promise<object[]> {
	const { items: planned } = await company.importOrders(items, {
		planOnly: true,
		customerMode: 'findOrCreate',
	});
	const plans = planned.imported.map(
		({ json }) => (json.sos as IDataObject).customer as { create: { email: string } },
	);
	return [...new Map(plans.map(({ create }) => [create.email, create])).values()];
}

it('shows how the total comes about, who the customer would be, and every rule', async () => {
	await start(['couponPercentage']);
	const { items } = await company.importOrders(orders(), { planOnly: true, customerMode: 'findOrCreate' });
	const [{ json }] = items.imported;
	const sos = json.sos as IDataObject;
	expect(sos.totalCheck).toMatchObject({ matches: true, difference: '0.00' });
	expect(sos.customer).toMatchObject({ kind: 'findOrCreate' });
	expect(sos.document).toMatchObject({ customer: { name: expect.any(String) } });
	const rules = (sos.eligibility as { rules: IDataObject[] }).rules;
	expect(rules.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['status', 'payment', 'channel']));
	expect(rules.every(({ saw, wanted }) => saw !== undefined && wanted !== undefined)).toBe(true);
});

it('names settings that point nowhere', async () => {
	await start(['plain']);
	const { error } = await company.importOrders(orders(), { planOnly: true, location: 99_999 });
	expect(error?.message).toContain("'Location' is set to id 99999");
	expect(company.writes()).toBe(0);
});

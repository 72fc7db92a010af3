import type { IDataObject } from 'n8n-workflow';
import { orderItem } from '../../../testing/sandbox/orderItem';
import { TestCompany } from '../../../testing/sandbox/testCompany';

let company: TestCompany;
afterEach(async () => await company.stop());

const cents = (amount: unknown) => Math.round(Number(amount) * 100);
const isKnownCurrency = ({ default_currency_code: code }: IDataObject) => code === 'USD' || code === 'EUR';
const fields = { currencies: { currency: [{ code: 'EUR', sos: 'EUR', exchangeRate: 1.1 }] } };

describe.each([
	['without tax', false],
	['with tax', true],
])('a shop whose prices are entered %s', (_, taxInclusive) => {
	it.each([
		['header', {}],
		['spread', { discountsAs: 'spread' }],
	])('gets each order once, to the cent, with discounts: %s', async (_name, amounts) => {
		company = await TestCompany.start({
			shop: { taxInclusive, orders: 60, orderOptions: { onlyEligible: true } },
		});
		const all = company.shop.orders.map(orderItem);
		const orders = all.filter(isKnownCurrency);

		const { imported, held, error } = await company.importOrders(all, { amounts, fields });
		expect(error).toBeUndefined();
		expect(held.map(({ code }) => code)).toEqual(all.slice(orders.length).map(() => 'CURRENCY_NOT_SET_UP'));
		expect(imported.map(({ status }) => status)).toEqual(orders.map(() => 'created'));
		const written = company.salesOrders();
		expect(written.map(({ number }) => number)).toEqual(orders.map(({ id }) => `BC-${id}`));
		expect(written.map(({ total }) => cents(total))).toEqual(
			orders.map((order) => cents(order.total_inc_tax)),
		);
	});
});

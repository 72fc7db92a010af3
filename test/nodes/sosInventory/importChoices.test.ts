import { orderItem } from '../../../testing/sandbox/orderItem';
import { TestCompany } from '../../../testing/sandbox/testCompany';

let company: TestCompany;
afterEach(async () => await company.stop());

const orders = () => company.shop.orders.map(orderItem);
const start = async (cases: string[]) => {
	company = await TestCompany.start({ shop: { orders: cases.length, orderOptions: { cases } } });
};

describe('a choice that is none of those in the list', () => {
	it.each([
		['Transaction Type', { transactionType: '' }],
		['Transaction Type', { transactionType: 'sales order' }],
		['Customer', { customerMode: 'byEmail' }],
		['SKUs Without an Item', { unmatched: 'skip' }],
		['Plan Only', { planOnly: '={{ $json.notThere }}' }],
	])('%s is refused, and nothing is written', async (label, chosen) => {
		await start(['plain']);
		const { error, imported } = await company.importOrders(orders(), chosen);
		expect(error?.message).toContain(`'${label}'`);
		expect(imported).toEqual([]);
		expect(company.writes()).toBe(0);
	});
});

it('takes an empty list of statuses for none chosen, not for all', async () => {
	await start(['plain', 'cancelled']);
	const { imported, held } = await company.importOrders(orders(), { eligibility: { statusIds: [] } });
	expect(imported).toHaveLength(1);
	expect(held.map(({ code }) => code)).toEqual(['STATUS_NOT_CHOSEN']);
});

it('plans some orders and writes others where an expression says so', async () => {
	await start(['plain', 'plain', 'plain']);
	const [first] = orders();
	const { imported } = await company.importOrders(orders(), { planOnly: `={{ $json.id === ${first.id} }}` });
	expect(imported.map(({ status }) => status)).toEqual(['planned', 'created', 'created']);
	expect(company.salesOrders()).toHaveLength(2);
});

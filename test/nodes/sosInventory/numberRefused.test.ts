import nock from 'nock';
import { orderItem } from '../../../testing/sandbox/orderItem';
import { TestCompany } from '../../../testing/sandbox/testCompany';

let company: TestCompany;
afterEach(async () => {
	nock.cleanAll();
	nock.restore();
	await company.stop();
});

const receipts = { transactionType: 'salesReceipt' };
const orders = () => company.shop.orders.map(orderItem);
const start = async () => {
	const orderOptions = { onlyEligible: true, cases: ['plain'] };
	company = await TestCompany.start({ shop: { orders: 1, orderOptions } });
};

/** SOS refuses every receipt in these words. */
function refuseReceipts(message: string): void {
	if (!nock.isActive()) nock.activate();
	nock(company.server.url, { allowUnmocked: true })
		.persist()
		.post(/\/salesreceipt$/)
		.reply(400, { status: 'error', message });
}

it('recognises a receipt that is there already in whatever words SOS refuses its number', async () => {
	await start();
	const first = await company.importOrders(orders(), receipts);
	refuseReceipts('The reference is in use.');
	const { imported, held } = await company.importOrders(orders(), receipts);
	expect(held).toEqual([]);
	expect(imported.map(({ status, id }) => [status, id])).toEqual([['existing', first.imported[0].id]]);
});

it('gives up at once, with the words of SOS, when a refused receipt is not there', async () => {
	await start();
	refuseReceipts('The period is closed.');
	const before = company.calls('GET /api/v2/salesreceipt');
	const { imported, held } = await company.importOrders(orders(), receipts);
	expect(imported).toEqual([]);
	expect(held.map(({ code, message }) => [code, message])).toEqual([
		['SOS_REFUSED', expect.stringContaining('The period is closed.')],
	]);
	// The book, and the number.
	expect(company.calls('GET /api/v2/salesreceipt') - before).toBe(2);
});

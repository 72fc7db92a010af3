import { startBigCommerceServer } from '../../../sandbox/bigCommerce';
import { orderItem } from '../../../testing/sandbox/orderItem';
import { TestCompany } from '../../../testing/sandbox/testCompany';

const cases = [
	'cancelled',
	'cancelled',
	'plain',
	'cancelled',
	'plain',
	'plain',
	'cancelled',
	'plain',
	'plain',
];

let company: TestCompany;
beforeEach(async () => {
	company = await TestCompany.start({ shop: { orders: cases.length, orderOptions: { cases } } });
});
afterEach(async () => await company.stop());

const orders = () => company.shop.orders.map(orderItem);
const importSome = async (mostDocuments: unknown, more: object = {}) =>
	await company.importOrders(orders(), { mostDocuments, ...more } as never);
const codes = (held: Array<{ code: string }>) => held.map(({ code }) => code).sort();

describe('Most Documents in One Run', () => {
	it('counts documents, not orders that are held', async () => {
		const { imported, held } = await importSome(2);
		expect(imported.map(({ status }) => status)).toEqual(['created', 'created']);
		const left = Array<string>(3).fill('LEFT_FOR_NEXT_RUN');
		expect(codes(held)).toEqual([...left, ...Array<string>(4).fill('STATUS_NOT_CHOSEN')]);
		expect(company.salesOrders()).toHaveLength(2);
	});

	it('gives the rest in the next runs, past what is there', async () => {
		await importSome(2);
		await importSome('2');
		const { imported, held } = await importSome(2);
		expect(imported.map(({ status }) => status).sort()).toEqual(
			[...Array<string>(4).fill('existing'), 'created'].sort(),
		);
		expect(codes(held)).not.toContain('LEFT_FOR_NEXT_RUN');
	});

	it('counts what is planned', async () => {
		const { imported } = await importSome(3, { planOnly: true });
		expect(imported.map(({ status }) => status)).toEqual(['planned', 'planned', 'planned']);
		expect(company.writes()).toBe(0);
	});

	it.each([0, ''])('is off at %p', async (most) => {
		const outcome = await importSome(most === '' ? undefined : most);
		expect(outcome.imported).toHaveLength(5);
	});

	it.each([-1, 1.5, 'five', null])('is refused as %p, before anything is written', async (most) => {
		const { error } = await importSome(most);
		expect(error?.message).toContain("'Most Documents in One Run'");
		expect(company.writes()).toBe(0);
	});
});

it('claims only what it may write, and fills places that were given back', async () => {
	await company.stop();
	company = await TestCompany.start({ shop: { orders: 30, orderOptions: { onlyEligible: true } } });
	const store = await startBigCommerceServer(company.shop, { quota: null });
	const credentials = {
		...company.credentials(),
		bigCommerceApi: { apiPath: store.apiPath, accessToken: store.tokens.full },
	};
	const run = async (mostDocuments: number) =>
		await company.importOrders(orders(), { mostDocuments, markOrders: true }, { credentials });
	const statuses = ({ imported }: Awaited<ReturnType<typeof run>>) => imported.map(({ status }) => status);
	// These are in SOS, and not marked.
	await company.importOrders(orders().slice(0, 7));
	const first = await run(12);
	await store.stop();
	expect(statuses(first).filter((status) => status === 'created')).toHaveLength(12);
	expect(first.held).toHaveLength(30 - first.imported.length);
	expect(new Set(codes(first.held))).toEqual(new Set(['CURRENCY_NOT_SET_UP', 'LEFT_FOR_NEXT_RUN']));
	const documents = company.salesOrders().length;
	expect(store.state.metafields.values()).toHaveLength(first.imported.length);
	expect(documents).toBeLessThanOrEqual(7 + 12);
});

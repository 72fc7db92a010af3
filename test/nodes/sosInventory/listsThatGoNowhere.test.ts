import type { TestCompany } from '../../../testing/sandbox/testCompany';
import { type AlteredCompany, errorOf, startAlteredCompany, startCompany } from './alteredCompany';
import { type Answer, rowsOf } from './alteringProxy';

let company: TestCompany;
let sos: AlteredCompany;
beforeAll(async () => void (company = await startCompany(450)));
afterAll(async () => await company.stop());
beforeEach(async () => void (sos = await startAlteredCompany(company)));
afterEach(async () => await sos.stop());

const all = { returnAll: true, filters: { archived: 'any' } };
const lists = ['customer', 'item', 'salesorder'];

/** Two full pages, and whatever page is asked for is the first again. */
function repeatPage(counts: (start: number) => object) {
	let rows: object[] = [];
	return (answer: Answer, path: string) => {
		const query = new URL(path, 'http://sos').searchParams;
		const [template] = rowsOf(answer);
		const size = Number(query.get('maxresults'));
		if (template !== undefined && rows.length === 0) {
			rows = Array.from({ length: 200 }, (_, index) => ({ ...template, id: index + 1 }));
		}
		return { status: 'ok', data: rows.slice(0, size), ...counts(Number(query.get('start'))) };
	};
}

const reads: Array<[string, string, () => Promise<unknown>]> = [
	['item', 'item', async () => await sos.run('item: getAll', all)],
	[
		'item',
		'item',
		async () => await sos.run('item: matchSkus', { options: { ignoreOuterSpaces: true } }, sos.orders()),
	],
	['customer', 'customer', async () => await sos.run('customer: getAll', all)],
	['sales order', 'salesorder', async () => await sos.run('salesOrder: getAll', all)],
	['sales order', 'salesorder', async () => await sos.run('salesOrder: get', { number: 'SO-' })],
	['location', 'location', async () => await sos.options('getLocations')],
	[
		'channel',
		'channel',
		async () => await sos.run('salesOrder: getAll', { filters: { channel: 'BigCommerce' } }),
	],
];

describe.each(reads)('a list of %ss (%s) that repeats a page', (words, path, read) => {
	it.each<[string, (start: number) => object]>([
		['without a total count', () => ({})],
		['with a total count that grows', (start) => ({ totalCount: start + 1000 })],
		['with a total count of its own', () => ({ totalCount: 100_000 })],
	])('%s ends with one failure', async (_, counts) => {
		sos.alter(`GET /${path}\\?`, repeatPage(counts));
		const error = await errorOf(read());
		expect(error?.message).toBe(
			`SOS Inventory repeats itself in the list of ${words}s: the page from row 201 on has only records that came before`,
		);
		expect(sos.asked(new RegExp(`/${path}\\?`))).toBe(2);
	});
});

it.each(lists)('fails when %s rows are counted that do not come', async (path) => {
	sos.alter(`GET /${path}\\?`, (answer) => ({ ...answer, totalCount: Number(answer.totalCount) + 1 }));
	const operation = path === 'salesorder' ? 'salesOrder' : path;
	const { error } = await sos.run(`${operation}: getAll`, all);
	expect(error?.message).toMatch(/SOS Inventory counts \d+ .* records, but only \d+ of them could be read/);
});

it.each(['getLocations', 'getAccounts'])('%s is not shown in part', async (method) => {
	sos.alter('GET /', (answer) => ({ ...answer, totalCount: Number(answer.totalCount) + 1 }));
	expect((await errorOf(sos.options(method)))?.message).toContain('could be read');
});

it('writes nothing for orders whose customers come in part', async () => {
	sos.alter('GET /customer\\?', (answer) => ({ ...answer, totalCount: Number(answer.totalCount) + 1 }));
	const { imported, held } = await sos.importOrders({ customerMode: 'findOrCreate' });
	expect([imported, held.map(({ code }) => code)]).toEqual([[], Array(3).fill('SOS_ANSWER_UNREADABLE')]);
	expect([sos.posted('/customer'), sos.posted('/salesorder')]).toEqual([[], []]);
});

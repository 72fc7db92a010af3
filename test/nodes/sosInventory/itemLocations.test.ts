import type { INodeParameters } from 'n8n-workflow';
import { TestCompany } from '../../../testing/sandbox/testCompany';

let company: TestCompany;
afterEach(async () => await company.stop());

const start = async (items: number, sos = {}) =>
	(company = await TestCompany.start({ shop: { items }, sos }));
const all = { returnAll: true, filters: { archived: 'any' } };
const read = async (parameters: INodeParameters) => {
	const { outputs, error } = await company.run('item: getAll', { ...all, ...parameters });
	expect(error).toBeUndefined();
	return outputs[0].map(({ json }) => json);
};
const items = () => company.server.state.items.values();
const chosen = (...locations: string[]) => ({ options: { locations } });

describe('stock of locations', () => {
	const kits = 1;
	it.each([
		['allItems', 1 + 2 + 1],
		// The whole list as well, and each kit by itself.
		['stockedThere', 1 + 2 + 1 + 1 + 2 * kits],
	])(
		'is read once for each, with every item at each of them (SOS lists %s)',
		async (itemLocationFilter, expectedCalls) => {
			await start(60, { itemLocationFilter });
			const found = await read(chosen('Main Warehouse', 'East Warehouse'));
			for (const location of ['Main Warehouse', 'East Warehouse']) {
				const there = found.filter((item) => item.location === location);
				expect(new Map(there.map(({ id, available }) => [id, available ?? 0]))).toEqual(
					new Map(items().map(({ id }) => [id, company.server.quantitiesOf(id, location).available ?? 0])),
				);
			}
			expect(company.server.counters.total).toBe(expectedCalls);
		},
	);

	it('takes ids as well as names, whatever their case, as SOS does', async () => {
		await start(20);
		const east = company.server.state.locations.values().find(({ name }) => name === 'East Warehouse')!;
		for (const one of [String(east.id), ' east warehouse']) {
			const found = await read(chosen(one));
			expect(new Set(found.map(({ location }) => location))).toEqual(new Set(['East Warehouse']));
		}
	});

	it('says so when a location is gone, instead of reading nothing or everything', async () => {
		await start(20);
		const { error } = await company.run('item: getAll', { ...all, ...chosen('Old Warehouse') });
		expect(error?.message).toBe('SOS Inventory has no location "Old Warehouse"');
	});

	it('hands on nothing when one of them cannot be read to its end', async () => {
		await start(300);
		company.server.faults.add({ kind: 'tokenExpired', path: 'location=East.*start=201' });
		const { outputs } = await company.run(
			'item: getAll',
			{ ...all, ...chosen('Main Warehouse', 'East Warehouse') },
			{ onError: 'continueErrorOutput' },
		);
		expect(outputs.map(({ length }) => length)).toEqual([0, 1]);
	});
});

it('says when the figures were read, and gives only what stock needs when simplified', async () => {
	await start(20);
	const before = Date.now();
	const [item] = await read({ simplify: true });
	expect(Date.parse(String(item.readAt))).toBeGreaterThanOrEqual(before);
	expect(Object.keys(item).sort()).toEqual(
		[
			...['archived', 'available', 'customFields', 'fullname', 'id', 'name'],
			...['onSO', 'onhand', 'readAt', 'sku', 'type', 'updateBigCommerce'],
		].sort(),
	);
	expect(Object.keys((await read({}))[0]).length).toBeGreaterThan(40);
});

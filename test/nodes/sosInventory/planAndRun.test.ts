import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { orderItem } from '../../../testing/sandbox/orderItem';
import type { ImportOutcome } from '../../../testing/sandbox/importOutcome';
import { TestCompany } from '../../../testing/sandbox/testCompany';

let company: TestCompany;
afterEach(async () => await company.stop());

const orders = () => company.shop.orders.map(orderItem);

/** What became of each order, in the words that a plan and a run share. */
function verdicts({ imported, held }: ImportOutcome): Map<unknown, object> {
	return new Map<unknown, object>([
		...imported.map(({ order, status, number, documentType, hash, warnings }) => {
			const verdict = status === 'created' ? 'planned' : status;
			const codes = warnings.map(({ code }) => code);
			return [order, { verdict, number, documentType, hash, codes }] as const;
		}),
		...held.map(({ order, codes, message }) => [order, { verdict: 'held', codes, message }] as const),
	]);
}

/** A shop with every kind of order, of which SOS has some already: as they are, changed, and of other orders. */
async function mixedShop(parameters: INodeParameters): Promise<IDataObject[]> {
	company = await TestCompany.start({ shop: { orders: 60 } });
	const all = orders();
	const { imported } = await company.importOrders(
		all.filter((_, index) => index % 3 === 0),
		parameters,
	);
	expect(imported.length).toBeGreaterThan(9);
	const [split, grown, renumbered, another] = imported;
	const { staff } = company.server;
	staff.splitLines(split.id);
	staff.change(grown.id, ({ lines: [first, ...rest] }) => ({
		lines: [{ ...first, quantity: first.quantity + 1 }, ...rest],
	}));
	staff.change(renumbered.id, () => ({ customerPO: 'PO-7' }));
	staff.change(another.id, () => ({
		customer: { id: company.server.state.customers.values().at(-1)?.id ?? 0, name: 'Somebody' },
	}));
	return all;
}

it.each<[string, INodeParameters]>([
	['for a fixed customer', {}],
	['with customers and items that are created', { customerMode: 'findOrCreate', unmatched: 'createItem' }],
	['by payment', { transactionType: 'byPayment' }],
	['with a location that is gone for some', { location: '={{ $json.id % 3 === 0 ? 99999 : "" }}' }],
])('a plan says of every order what the run does, %s', async (_what, parameters) => {
	const all = await mixedShop({ ...parameters, location: '' });
	const before = company.writes();
	const plan = await company.importOrders(all, { ...parameters, planOnly: true });
	expect(company.writes()).toBe(before);
	const run = await company.importOrders(all, parameters);
	const [planned, done] = [verdicts(plan), verdicts(run)];
	for (const [order, verdict] of done)
		expect({ order, ...planned.get(order) }).toEqual({ order, ...verdict });
	expect(planned.size).toBe(done.size);
	const kinds = new Set([...done.values()].map((one) => (one as { verdict: string }).verdict));
	expect(kinds).toEqual(new Set(['planned', 'existing', 'held']));
});

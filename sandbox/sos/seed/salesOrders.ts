import type { Company } from '../company';
import { bodyOf } from '../reading/body';
import { salesOrderResource } from '../resources/salesDocument';

/** How many items the orders of the seed are about. */
const soldItems = 3;

/**
 * Open sales orders that were there before: two that tie up stock, and one for each of `takenNumbers`,
 * with which an imported order can clash. Without items there are none.
 */
export function seedSalesOrders(company: Company, takenNumbers: readonly string[]): void {
	const { state } = company;
	const sold = state.items
		.values()
		.filter((item) => item.type === 'Inventory Item' && !item.archived)
		.slice(0, soldItems);
	const customer = state.customers.values().find(({ name }) => name === 'Alex Example');
	const create = salesOrderResource.create;
	if (sold.length === 0 || !customer || !create) return;
	for (const number of ['SO-0001', 'SO-0002', ...takenNumbers]) {
		const lines = sold.map(({ id, baseSalesPrice }) => ({
			item: { id },
			quantity: 1,
			unitprice: baseSalesPrice,
			amount: baseSalesPrice,
		}));
		const body = {
			number,
			date: '2026-01-05',
			customer: { id: customer.id },
			customerPO: `PO ${number}`,
			lines,
		};
		create(bodyOf(body), company);
	}
}

import type { Sandbox } from '../../sandbox';

export interface OrderComparison {
	/** Sales orders that carry the number of a BigCommerce order. */
	imported: number;
	/** Numbers of those whose total is not the BigCommerce order's total to the cent. */
	different: string[];
	/** Numbers that more than one sales order carries. */
	repeated: string[];
}

/** Asks both servers, past the nodes: is each BigCommerce order at most once in SOS, with the same total? */
export function compareOrders({ bigCommerce, sos }: Sandbox, prefix: string): OrderComparison {
	const totals = new Map(
		bigCommerce.orders().map(({ id, total_inc_tax }) => [`${prefix}${id}`, cents(total_inc_tax)]),
	);
	const imported = sos.state.salesOrders.values().filter(({ number }) => totals.has(number));
	const numbers = imported.map(({ number }) => number);
	return {
		imported: imported.length,
		different: imported
			.filter(({ number, total }) => totals.get(number) !== cents(total))
			.map(({ number }) => number),
		repeated: numbers.filter((number, index) => numbers.indexOf(number) !== index),
	};
}

function cents(amount: string | number | undefined): number {
	return Math.round(Number(amount) * 100);
}

import Table from 'cli-table3';
import type { OrderComparison } from '../../testing/sandbox/compareOrders';
import type { StockComparison } from '../../testing/sandbox/compareStock';
import type { ReasonCount } from './reasonCounts';

/** The figures of one demo. */
export interface DemoFigures {
	ordersRead: number;
	imported: number;
	held: ReasonCount[];
	/** New sales orders after the same import was run once more. */
	createdAgain: number;
	stockChanged: number;
	stockSkipped: ReasonCount[];
	/** Requests by server, refused ones included. */
	calls: { bigCommerce: number; sos: number };
	seconds: { import: number; stock: number; importAgain: number };
	orders: OrderComparison;
	stock: StockComparison;
}

/** The figures as a table for the terminal. */
export function asTable(figures: DemoFigures): string {
	const table = new Table({ colWidths: [46, 10, 64], wordWrap: true, style: { compact: true, border: [] } });
	const { seconds, calls } = figures;
	table.push(
		['BigCommerce orders read', figures.ordersRead, ''],
		['Imported as SOS sales orders', figures.imported, `in ${seconds.import} s`],
		...reasonRows('Held', figures.held),
		['Created when run again', figures.createdAgain, `in ${seconds.importAgain} s`],
		['BigCommerce stock rows changed', figures.stockChanged, `in ${seconds.stock} s`],
		...reasonRows('Stock rows skipped', figures.stockSkipped),
		['API calls to BigCommerce', calls.bigCommerce, ''],
		['API calls to SOS Inventory', calls.sos, "at ten times SOS's own pace"],
	);
	return table.toString();
}

function reasonRows(title: string, reasons: ReasonCount[]): Array<[string, number, string]> {
	const total = reasons.reduce((sum, { count }) => sum + count, 0);
	const rows = reasons.map(({ code, count, message }): [string, number, string] => [
		`  ${code}`,
		count,
		message,
	]);
	return [[title, total, ''], ...rows];
}

/** What was asked of both servers afterwards, each with whether it holds. */
export function checks({
	orders,
	stock,
	createdAgain,
}: DemoFigures): Array<{ holds: boolean; text: string }> {
	return [
		{
			holds: orders.imported > 0 && orders.different.length === 0,
			text: `${orders.imported - orders.different.length} of ${orders.imported} sales orders equal their BigCommerce order to the cent${named(orders.different)}`,
		},
		{
			holds: orders.repeated.length === 0 && createdAgain === 0,
			text: `No order came twice${named(orders.repeated)}; running the import again created ${createdAgain}`,
		},
		{
			holds: stock.eligible > 0 && stock.different.length === 0,
			text: `${stock.eligible - stock.different.length} of ${stock.eligible} stock figures equal what SOS has available, less what is sold and not imported${named(stock.different)}`,
		},
		{
			holds: stock.touched.length === 0,
			text: `All other stock figures were left alone${named(stock.touched)}`,
		},
	];
}

function named(exceptions: string[]): string {
	return exceptions.length === 0 ? '' : ` (not: ${exceptions.join(', ')})`;
}

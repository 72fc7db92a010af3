import type { Company } from '../company';
import { fromCents, isExactProduct, productInCents, toCents } from '../decimal';
import type { Reference } from '../records/reference';
import type { Item } from '../records/item';
import type { SalesLine, SentLine } from '../records/salesDocument';
import { invalid } from '../refusal';

/**
 * The lines of a sales document with their figures completed. A line that carries the id of one of
 * `previous` stays that line and keeps its progress.
 * @throws Refusal for a unit price below the item's minimum, or an amount that is not quantity × unit price
 */
export function salesLines(
	sent: KeptLine[],
	company: Company,
	previous: readonly SalesLine[] = [],
): SalesLine[] {
	return sent.map((line, index) => {
		const item = company.state.items.get(line.item.id) as Item;
		const own = previous.find(({ id }) => id === line.id);
		const figures = lineFigures(line, item, index + 1, company);
		return {
			...line,
			...figures,
			id: own?.id ?? company.state.nextId(),
			lineNumber: line.lineNumber ?? index + 1,
			description: line.description ?? defaultDescription(item, company),
			picked: own?.picked ?? 0,
			shipped: own?.shipped ?? 0,
			invoiced: own?.invoiced ?? 0,
			returned: own?.returned ?? 0,
			backOrdered: own?.backOrdered ?? 0,
			cost: item.purchaseCost,
			margin: fromCents(toCents(figures.amount - (item.purchaseCost ?? 0) * figures.quantity)),
			weight: item.weight,
			weightunit: item.weightunit,
			volume: item.volume,
			volumeunit: item.volumeunit,
			altAmount: null,
			produced: 0,
		};
	});
}

/** A line whose item exists. */
export type KeptLine = SentLine & { item: Reference };

function lineFigures(line: KeptLine, item: Item, position: number, { settings }: Company) {
	const quantity = line.quantity ?? 1;
	const unitprice = line.unitprice ?? item.baseSalesPrice ?? 0;
	if (item.minimumPrice !== null && unitprice < item.minimumPrice)
		throw invalid(`The unit price on line ${position} is below the minimum price of ${item.fullname}.`);
	const product = fromCents(productInCents(quantity, unitprice));
	const amount = line.amount ?? product;
	if (line.amount === null || isProduct(amount, quantity, unitprice, settings.amountComparison))
		return { quantity, unitprice, amount: fromCents(toCents(amount)) };
	if (settings.amountMismatch === 'refused')
		throw invalid(`The amount on line ${position} must equal the quantity times the unit price.`);
	const kept = settings.amountMismatch === 'corrected' ? product : fromCents(toCents(amount));
	return { quantity, unitprice, amount: kept };
}

function isProduct(
	amount: number,
	quantity: number,
	unitprice: number,
	comparison: 'exact' | 'cents',
): boolean {
	return comparison === 'exact'
		? isExactProduct(amount, quantity, unitprice)
		: toCents(amount) === productInCents(quantity, unitprice);
}

function defaultDescription(item: Item, { settings }: Company): string | null {
	return settings.lineDescriptionDefault === 'fromItem' ? item.description : null;
}

/** A document is closed once all of it has been shipped. */
export function isShipped(lines: SalesLine[]): boolean {
	return (
		lines.some(({ shipped }) => shipped > 0) && lines.every(({ quantity, shipped }) => shipped >= quantity)
	);
}

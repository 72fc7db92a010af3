import { sumBy } from 'lodash';
import type { Company } from '../company';
import { fromCents, productInCents, quantity, toCents } from '../decimal';
import { kitType, type BomLine, type Item } from '../records/item';
import type { KeptLine } from './salesLines';

/**
 * A line as the company setting *Expand kits on sales orders* leaves it: a kit is replaced by its components, so many
 * times as there are kits, for the same money in all. Other lines, and kits without components, stay as they are.
 */
export function expandedKit(line: KeptLine, company: Company): KeptLine[] {
	const { items, boms } = company.state;
	const kit = items.get(line.item.id);
	const components = kit?.type === kitType ? (boms.get(kit.id) ?? []) : [];
	if (!kit || components.length === 0) return [line];
	const kits = line.quantity ?? 1;
	const unitPrice = line.unitprice ?? kit.baseSalesPrice ?? 0;
	const amounts = spread(
		toCents(line.amount ?? fromCents(productInCents(kits, unitPrice))),
		weights(components, company),
	);
	return components.flatMap((component, index) => {
		const item = items.get(component.componentItemId) as Item;
		const units = quantity(kits * component.quantity);
		const amount = fromCents(amounts[index]);
		const replaced = {
			...line,
			id: null,
			lineNumber: null,
			item: { id: item.id, name: item.name },
			description: item.description,
			quantity: units,
			unitprice: quantity(amount / units),
			// Left to the product of the two, which need not be whole cents.
			amount: null,
		};
		return expandedKit(replaced, company);
	});
}

function weights(components: BomLine[], { state, settings }: Company): number[] {
	if (settings.expandedKitMoney === 'onFirst') return components.map((_, index) => (index === 0 ? 1 : 0));
	const prices = components.map(
		({ componentItemId, quantity: each }) => (state.items.get(componentItemId)?.baseSalesPrice ?? 0) * each,
	);
	return sumBy(prices) > 0 ? prices : components.map(() => 1);
}

/** Whole cents by weight; what rounding leaves goes to the last. */
function spread(cents: number, shares: number[]): number[] {
	const total = sumBy(shares);
	const parts = shares.map((share) => Math.round((cents * share) / total));
	parts[parts.length - 1] += cents - sumBy(parts);
	return parts;
}

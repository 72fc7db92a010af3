import { withoutEntities } from '../htmlText';
import { toText } from '../money';
import type { NetLine } from './netAmounts';
import type { OrderContext } from './orderContext';
import type { PricedPart } from './unitPrices';

/**
 * What a line of the document says: the product and its options, or the item's own description, then gift
 * wrapping, the discount in its price, and why it appears twice if it does. BigCommerce has HTML entities in the
 * texts of options ("5&quot;"), which no document shows as characters.
 */
export function lineText(
	{ settings, decimals }: OrderContext,
	{ figures, gross, net }: NetLine,
	parts: PricedPart[],
	itemDescription?: string,
): string {
	const { line } = figures;
	const options = (line.product_options ?? [])
		.filter(({ display_value }) => display_value)
		.map(({ display_name, display_value }) => [display_name, display_value].filter(Boolean).join(': '))
		.map(withoutEntities);
	const own = settings.lines.overrideDescription ? itemDescription : undefined;
	const paragraphs = [
		own ?? [withoutEntities(line.name ?? ''), ...options].filter(Boolean).join('; '),
		line.wrapping_name && `Gift wrapping: ${line.wrapping_name}`,
		line.wrapping_message,
		settings.amounts.discounts.as === 'spread' &&
			gross !== net &&
			`Discount ${toText(net - gross, decimals)} included`,
		parts.length > 1 && splitNote(parts, decimals),
	];
	return paragraphs.filter(Boolean).join('\n');
}

function splitNote(parts: PricedPart[], decimals: number): string {
	const amount = parts.reduce((total, part) => total + part.amount, 0);
	const terms = parts.map(({ quantity, unitPrice }) => `${quantity} × ${toText(unitPrice, decimals)}`);
	return `(split to come to ${toText(amount, decimals)} exactly: ${terms.join(' + ')})`;
}

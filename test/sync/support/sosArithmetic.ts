import type { SosSalesDocument } from '../../../sync/order/salesDocument';

/** A JSON number's own digits as an integer of 10⁻⁵, exactly. */
export function exact(value = 0): bigint {
	const match = /^(-?)(\d+)(?:\.(\d{1,5}))?$/.exec(JSON.stringify(value));
	if (!match) throw new Error(`${value} does not print as a decimal number of five digits`);
	const [, sign, whole, decimals = ''] = match;
	const units = BigInt(whole + decimals.padEnd(5, '0'));
	return sign ? -units : units;
}

/** What SOS makes of a document: the sum of its lines, discount, shipping and tax. 10⁻⁵ of the major unit. */
export function sosTotal({ lines, discountAmount, shippingAmount, taxAmount }: SosSalesDocument): bigint {
	const sum = lines.reduce((total, { amount }) => total + exact(amount), 0n);
	return sum + exact(discountAmount) + exact(shippingAmount) + exact(taxAmount);
}

/** Lines whose amount is not quantity × unit price to the last digit, or has a fraction of a minor unit. */
export function inexactLines({ lines }: SosSalesDocument, decimals: number): unknown[] {
	const minorUnit = 10n ** BigInt(5 - decimals);
	return lines.filter(
		({ quantity, unitprice, amount }) =>
			exact(quantity) * exact(unitprice) !== exact(amount) * 100_000n ||
			exact(amount) % minorUnit !== 0n ||
			exact(unitprice) % minorUnit !== 0n ||
			quantity <= 0,
	);
}

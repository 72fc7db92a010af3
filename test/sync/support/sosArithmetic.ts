import type { UnaddressedDocument } from '../../../sync/order/salesDocument';

/** A JSON number's own digits as an integer of 10⁻⁵, exactly. */
export function exact(value = 0): number {
	const near = Math.round(value * 100_000);
	// Up to 15 digits a number prints as the decimal it is nearest to.
	return Math.abs(near) < 1e15 && near / 100_000 === value ? near : digitsOf(value);
}

function digitsOf(value: number): number {
	const text = JSON.stringify(value);
	const point = text.indexOf('.');
	const decimals = point < 0 ? '' : text.slice(point + 1);
	const units = Number((point < 0 ? text : text.slice(0, point)) + decimals.padEnd(5, '0'));
	if (decimals.length > 5 || !Number.isSafeInteger(units)) {
		throw new Error(`${text} does not print as a decimal number of five digits`);
	}
	return units;
}

/** What SOS makes of a document: the sum of its lines, discount, shipping and tax. 10⁻⁵ of the major unit. */
export function sosTotal({ lines, discountAmount, shippingAmount, taxAmount }: UnaddressedDocument): number {
	const sum = lines.reduce((total, { amount }) => total + exact(amount), 0);
	return sum + exact(discountAmount) + exact(shippingAmount) + exact(taxAmount);
}

/** Lines whose amount is not quantity × unit price to the last digit, or has a fraction of a minor unit. */
export function inexactLines({ lines }: UnaddressedDocument, decimals: number): unknown[] {
	const minorUnit = 10 ** (5 - decimals);
	return lines.filter(
		({ quantity, unitprice, amount }) =>
			!isProduct(exact(amount), exact(quantity), exact(unitprice)) ||
			exact(amount) % minorUnit !== 0 ||
			exact(unitprice) % minorUnit !== 0 ||
			quantity <= 0,
	);
}

/** The product of two numbers of five decimals has ten. */
function isProduct(amount: number, quantity: number, price: number): boolean {
	const product = quantity * price;
	if (Number.isSafeInteger(product)) return product === amount * 100_000;
	return BigInt(quantity) * BigInt(price) === BigInt(amount) * 100_000n;
}

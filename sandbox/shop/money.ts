/**
 * BigCommerce's way of writing an amount of money: four decimals.
 * @param minor minor units (cents); fractions of one are kept
 * @param decimals decimals of the currency: 2 for dollars, 0 for yen
 */
export function moneyText(minor: number, decimals = 2): string {
	return (minor / 10 ** decimals).toFixed(4);
}

/**
 * Splits `total` into whole parts in proportion to `weights`; the parts add up to `total` exactly and
 * none exceeds its weight as long as `total` does not exceed their sum.
 */
export function spread(total: number, weights: number[]): number[] {
	const sum = weights.reduce((left, right) => left + right, 0);
	if (sum === 0) return weights.map(() => 0);
	let given = 0;
	let weighed = 0;
	return weights.map((weight) => {
		weighed += weight;
		const upToHere = Math.round((total * weighed) / sum);
		const part = upToHere - given;
		given = upToHere;
		return part;
	});
}

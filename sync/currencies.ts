/** ISO 4217 currencies whose minor unit is not a hundredth. */
const DECIMALS_BY_CODE: Record<string, number> = {
	...withDecimals(0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'),
	...withDecimals(3, 'BHD IQD JOD KWD LYD OMR TND'),
	...withDecimals(4, 'CLF UYW'),
};

function withDecimals(decimals: number, codes: string): Record<string, number> {
	return Object.fromEntries(codes.split(' ').map((code) => [code, decimals]));
}

/** How many decimals a currency has: 2 unless ISO 4217 says otherwise. */
export function decimalsOf(currencyCode: string): number {
	return DECIMALS_BY_CODE[currencyCode.trim().toUpperCase()] ?? 2;
}

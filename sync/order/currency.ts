import { parseAmount } from '../money';
import type { Reason } from '../reason';
import type { OrderContext } from './orderContext';
import { moneyReasons } from './reasons/moneyReasons';
import type { SosReference } from './salesDocument';

/** Nothing for an order in the home currency, else the SOS currency and its rate, or why there is none. */
export interface DocumentCurrency {
	currency?: SosReference;
	/** Home currency per unit. The document's total in the home currency is its total times this. */
	exchangeRate?: number;
	reason?: Reason;
}

/**
 * Significant digits of a rate: six decimals would leave two digits of a dong's (0.000039), and a total that is
 * wrong by a percent.
 */
const RATE_DIGITS = 10;

/**
 * Amounts are in `default_currency_code`. Its rate is the setting's, or the reciprocal of the order's own
 * when the home currency is the store's default currency, which that rate starts from.
 */
export function documentCurrency({ order, settings }: OrderContext): DocumentCurrency {
	const code = (order.default_currency_code || order.currency_code || '').toUpperCase();
	const storeDefault = (order.store_default_currency_code || '').toUpperCase();
	const home = settings.currency.home.toUpperCase() || storeDefault || code;
	if (!code || code === home) return {};
	const foreign = settings.currency.foreign[code];
	if (!foreign) return { reason: moneyReasons.currencyNotSetUp(code, home) };
	const { exchangeRate: fixedRate, ...currency } = foreign;
	const ordersRate =
		storeDefault === home ? reciprocal(order.store_default_to_transactional_exchange_rate) : undefined;
	const exchangeRate = fixedRate ?? ordersRate;
	return exchangeRate === undefined
		? { reason: moneyReasons.exchangeRateMissing(code, home) }
		: { currency, exchangeRate };
}

function reciprocal(rate: string | number | null | undefined): number | undefined {
	const value = parseAmount(rate) === undefined ? 0 : Number(rate);
	return value > 0 ? Number((1 / value).toPrecision(RATE_DIGITS)) : undefined;
}

import { parseAmount } from '../money';
import type { BigCommerceOrder } from '../bigCommerceOrder';
import type { Reason } from '../reason';
import type { SosReference } from './salesDocument';
import type { CurrencySettings } from './settings';

/** Nothing for an order in the home currency, else the SOS currency and its rate, or why there is none. */
export interface DocumentCurrency {
	currency?: SosReference;
	/** Home currency per unit, six decimals. */
	exchangeRate?: number;
	reason?: Reason;
}

/**
 * Amounts are in `default_currency_code`. Its rate is the setting's, or the reciprocal of the order's own
 * when the home currency is the store's default currency, which that rate starts from.
 */
export function documentCurrency(order: BigCommerceOrder, settings: CurrencySettings): DocumentCurrency {
	const code = (order.default_currency_code || order.currency_code || '').toUpperCase();
	const storeDefault = (order.store_default_currency_code || '').toUpperCase();
	const home = settings.home.toUpperCase() || storeDefault || code;
	if (!code || code === home) return {};
	const foreign = settings.foreign[code];
	if (!foreign) return { reason: notSetUp(order.id, code, home) };
	const { exchangeRate: fixedRate, ...currency } = foreign;
	const ordersRate =
		storeDefault === home ? reciprocal(order.store_default_to_transactional_exchange_rate) : undefined;
	const exchangeRate = fixedRate ?? ordersRate;
	return exchangeRate === undefined
		? { reason: withoutRate(order.id, code, home) }
		: { currency, exchangeRate };
}

function reciprocal(rate: string | undefined): number | undefined {
	const value = parseAmount(rate) === undefined ? 0 : Number(rate);
	return value > 0 ? Math.round(1e6 / value) / 1e6 : undefined;
}

function notSetUp(orderId: number, code: string, home: string): Reason {
	return {
		code: 'CURRENCY_NOT_SET_UP',
		message: `Order ${orderId} is in ${code}, and no SOS currency is chosen for it; documents are in ${home}.`,
		fix: `Add ${code} to 'Other Currencies' under 'More Fields of the Document', or correct the home currency there.`,
		details: { currency: code, home },
	};
}

function withoutRate(orderId: number, code: string, home: string): Reason {
	return {
		code: 'EXCHANGE_RATE_MISSING',
		message: `Order ${orderId} is in ${code}, and it carries no exchange rate to ${home}.`,
		fix: `Enter an exchange rate for ${code} in 'Other Currencies' under 'More Fields of the Document'.`,
		details: { currency: code, home },
	};
}

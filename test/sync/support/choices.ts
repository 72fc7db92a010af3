import type { MatchedOrder, NormalizedOrder } from '../../../sync/bigCommerceOrder';
import { withMatches } from '../../../sync/skuMatching';
import { withDefaultSettings, type SalesDocumentSettings } from '../../../sync/order/settings';
import type { ShopOrder } from './shopModel';

/** Where discounts, shipping, the other charges and tax go. */
export interface Choice {
	discounts: 'header' | 'spread' | 'itemLine';
	shipping: 'shippingAmount' | 'itemLine';
	others: 'shippingAmount' | 'itemLine';
	tax: 'amount' | 'taxCode';
}

/** Every way there is. */
export const choices: Choice[] = (['header', 'spread', 'itemLine'] as const).flatMap((discounts) =>
	(['shippingAmount', 'itemLine'] as const).flatMap((shipping) =>
		(['shippingAmount', 'itemLine'] as const).flatMap((others) =>
			(['amount', 'taxCode'] as const).map((tax) => ({ discounts, shipping, others, tax })),
		),
	),
);

export function settingsFor({ discounts, shipping, others, tax }: Choice): SalesDocumentSettings {
	return withDefaultSettings({
		lines: { giftCertificateItem: { id: 900 } },
		amounts: {
			discounts: { as: discounts, item: { id: 901 } },
			shipping: { as: shipping, item: { id: 902 } },
			handling: { as: others, item: { id: 903 } },
			wrapping: { as: others, item: { id: 904 } },
			fees: { as: others, item: { id: 905 } },
			tax: { as: tax, taxCode: { id: 1 }, exemptTaxCode: { id: 2 } },
		},
	});
}

/** The order with an item on every line that has a SKU, whose id is the line's. */
export function matched(order: NormalizedOrder, shop: ShopOrder): MatchedOrder {
	const products = order.products.map((line, index) => {
		const item = { id: line.id, name: `Item ${index}`, sku: line.sku ?? '', type: 'Inventory Item' };
		return line.sku ? { ...line, sos: { item, packSize: shop.lines[index].packSize } } : line;
	});
	return withMatches({ ...order, products });
}

/** The settings with what the store says about its prices, for orders that do not say it. */
export function knowing(settings: SalesDocumentSettings, { inclusive }: ShopOrder): SalesDocumentSettings {
	return { ...settings, amounts: { ...settings.amounts, pricesEnteredWithTax: inclusive } };
}

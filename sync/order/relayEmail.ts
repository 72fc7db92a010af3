import type { NormalizedOrder } from '../bigCommerceOrder';
import { plainText } from '../sameText';
import { matchesPattern } from '../textPattern';

/**
 * Whether the e-mail address of an order only passes letters on, so that the shopper's next order has another one.
 *
 * @param relays as people type them: domains, each with those below it (`marketplace.amazon.com`), and where
 *   orders come from, as BigCommerce names it (`Amazon`)
 */
export function isRelayed(
	{ external_source, order_source }: Pick<NormalizedOrder, 'external_source' | 'order_source'>,
	email: string,
	relays: string[],
): boolean {
	const domain = email.includes('@') ? email.split('@').at(-1) : '';
	const tells = [domain, external_source, order_source].map(plainText).filter((text) => text !== '');
	return relays
		.map((entry) => plainText(entry).replace(/^@/, ''))
		.some((entry) => tells.some((text) => matchesPattern(text, entry) || matchesPattern(text, `*.${entry}`)));
}

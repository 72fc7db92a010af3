import type { MatchedOrder } from '../../../sync/bigCommerceOrder';

type Kind = 'order' | 'line' | 'discount' | 'option' | 'address' | 'fee';

/** What the parts of an order are. */
const parts: Record<string, Kind> = {
	products: 'line',
	applied_discounts: 'discount',
	product_options: 'option',
	billing_address: 'address',
	shipping_addresses: 'address',
	fees: 'fee',
};

/** The names of all fields that are read of the orders passed through `ask` during `run`. */
export function fieldsAskedFor(
	run: (ask: (order: MatchedOrder) => MatchedOrder) => void,
): Record<Kind, Set<string>> {
	const asked: Record<Kind, Set<string>> = {
		order: new Set(),
		line: new Set(),
		discount: new Set(),
		option: new Set(),
		address: new Set(),
		fee: new Set(),
	};
	const watched = <T extends object>(record: T, kind: Kind): T =>
		new Proxy(record, {
			get(target, field: string) {
				asked[kind].add(field);
				const value = target[field as keyof T] as unknown;
				const part = parts[field];
				if (part === undefined || value === undefined) return value;
				return Array.isArray(value)
					? value.map((one: object) => watched(one, part))
					: watched(value as object, part);
			},
		});
	run((order) => watched(order, 'order'));
	return asked;
}

/** A record that has something in each of `fields`. */
export function filled(fields: Set<string>): Record<string, string> {
	return Object.fromEntries([...fields].map((field) => [field, '1']));
}

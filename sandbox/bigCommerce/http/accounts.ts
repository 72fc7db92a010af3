/** What an API account may do with one kind of data; "modify" includes reading. */
type Grant = 'read' | 'modify';

/** The kinds of data, named after BigCommerce's OAuth scopes. */
export const scopeNames = {
	information: 'store_v2_information',
	orders: 'store_v2_orders',
	transactions: 'store_v2_transactions',
	products: 'store_v2_products',
	inventory: 'store_inventory',
	locations: 'store_locations',
	customers: 'store_v2_customers',
	channels: 'store_channel_settings',
} as const;

export type ScopeName = keyof typeof scopeNames;

/** A store-level API account: its token, and the client id that owns its metafields and webhooks. */
export interface ApiAccount {
	name: string;
	token: string;
	clientId: string;
	clientSecret: string;
	grants: Partial<Record<ScopeName, Grant>>;
}

const all = Object.keys(scopeNames) as ScopeName[];

function account(name: string, grants: ApiAccount['grants']): ApiAccount {
	return {
		name,
		token: `sandbox-token-${name}`,
		clientId: `sandbox-client-${name}`,
		clientSecret: `sandbox-secret-${name}`,
		grants,
	};
}

function granting(scopes: ScopeName[], grant: Grant): ApiAccount['grants'] {
	return Object.fromEntries(scopes.map((scope) => [scope, grant]));
}

/** The accounts every sandbox store has. They are made up and open nothing but the sandbox. */
export const accounts = {
	full: account('full', granting(all, 'modify')),
	/** A second account that may do everything: another workflow's, or the same one's after the token was renewed. */
	second: account('second', granting(all, 'modify')),
	ordersOnly: account('ordersOnly', { orders: 'modify' }),
	readOnly: account('readOnly', granting(all, 'read')),
	noInventory: account(
		'noInventory',
		granting(
			all.filter((scope) => scope !== 'inventory'),
			'modify',
		),
	),
};

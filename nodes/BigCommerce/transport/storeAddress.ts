const BIGCOMMERCE = 'https://api.bigcommerce.com';

/**
 * The root of a store's API, without a trailing slash, from whatever the user pasted: the whole API
 * path as BigCommerce shows it (ending in /v2/ or /v3/), the part from `stores/`, or the store hash.
 * A base URL, when set, wins over the host in the API path. Undefined when no store hash can be read.
 *
 * The credential's test works out the same address in an expression: `BigCommerceApi.credentials.ts`.
 */
export function storeAddress(apiPath: string, baseUrl = ''): string | undefined {
	const path = apiPath.trim();
	const hash = path.replace(/^.*stores\//i, '').replace(/\/.*$/, '');
	if (!/^[a-z0-9]+$/i.test(hash)) return undefined;
	const host = baseUrl.trim() || path.match(/^https?:\/\/[^/]+/i)?.[0] || BIGCOMMERCE;
	return `${host.replace(/\/+$/, '')}/stores/${hash}`;
}

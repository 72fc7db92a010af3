import type { Sandbox } from '../../../sandbox';
import type { RunningServer } from '../../../sandbox/shared/runningServer';

const askedWrites = new Set([
	'POST /api/v2/salesorder',
	'POST /api/v2/salesreceipt',
	'POST /api/v2/customer',
	'POST /api/v2/item',
	'POST /oauth2/token',
	'POST /v3/orders/metafields',
	'POST /v3/orders/:id/metafields',
	// A claim becomes a mark, or is taken over and given back.
	'PUT /v3/orders/metafields',
	'PUT /v3/orders/:id/metafields/:metafieldId',
	'DELETE /v3/orders/metafields',
	'DELETE /v3/orders/:id/metafields/:metafieldId',
	'PUT /v3/inventory/adjustments/absolute',
	// What stock was pushed last.
	'POST /v3/inventory/locations/:id/metafields',
	'PUT /v3/inventory/locations/:id/metafields/:metafieldId',
]);

/** Kinds of request that change something and that neither template has a reason to send. */
export function unaskedWrites({ bigCommerce, sos }: Sandbox): string[] {
	return [bigCommerce, sos].flatMap(({ counters }: RunningServer) =>
		Object.keys(counters.byRoute).filter(
			(route) => !route.startsWith('GET ') && !askedWrites.has(route) && !isSignIn(route),
		),
	);
}

/** How a user connects an OAuth2 credential, in the browser. */
function isSignIn(route: string): boolean {
	return route.startsWith('POST /oauth2/authorize');
}

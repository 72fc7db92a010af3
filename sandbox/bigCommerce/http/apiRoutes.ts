import type { FastifyInstance } from 'fastify';
import { channels } from '../resources/channels';
import { customers } from '../resources/customers';
import { inventoryAtLocation, inventoryItems, inventoryRoutes } from '../resources/inventory';
import { locations } from '../resources/locations';
import {
	metafieldBatches,
	metafieldsOfLocation,
	metafieldsOfLocations,
	metafieldsOfOrder,
	metafieldsOfOrders,
} from '../resources/metafields';
import {
	addresses,
	consignmentRoute,
	coupons,
	feesRoute,
	lines,
	messages,
	taxes,
} from '../resources/orderParts';
import { orderRoutes, orders, statuses } from '../resources/orders';
import { refunds, refundsOfOrder, transactions } from '../resources/payments';
import { catalogBatches, products, variants, variantsOfProduct } from '../resources/products';
import { shipmentRoutes, shipments } from '../resources/shipments';
import { storeRoutes } from '../resources/storeInformation';
import { webhookAdminRoutes, webhooks } from '../resources/webhooks';
import type { Store } from '../store';
import { addResource, addRoute } from './routes';

/** Adds the API of one store. */
export function addApiRoutes(api: FastifyInstance, store: Store): void {
	addResource(api, store, orders);
	addResource(api, store, statuses);
	addResource(api, store, lines);
	addResource(api, store, addresses);
	addResource(api, store, coupons);
	addResource(api, store, taxes);
	addResource(api, store, messages);
	addResource(api, store, shipments);
	addResource(api, store, transactions);
	addResource(api, store, refundsOfOrder);
	addResource(api, store, refunds);
	addResource(api, store, metafieldsOfOrder);
	addResource(api, store, metafieldsOfOrders);
	addResource(api, store, metafieldsOfLocation);
	addResource(api, store, metafieldsOfLocations);
	addResource(api, store, products);
	addResource(api, store, variantsOfProduct);
	addResource(api, store, variants);
	addResource(api, store, inventoryItems);
	addResource(api, store, inventoryAtLocation);
	addResource(api, store, locations);
	addResource(api, store, customers);
	addResource(api, store, channels);
	addResource(api, store, webhooks);
	for (const route of [
		...storeRoutes,
		...orderRoutes,
		consignmentRoute,
		feesRoute,
		...shipmentRoutes,
		...metafieldBatches,
		...catalogBatches,
		...inventoryRoutes,
		...webhookAdminRoutes,
	])
		addRoute(api, store, route);
}

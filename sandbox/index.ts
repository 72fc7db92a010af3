import { startBigCommerceServer, type BigCommerceOptions, type BigCommerceServer } from './bigCommerce';
import { createShop, type GeneratedShop, type ShopOptions } from './shop/createShop';
import { startSosServer, type SosServer } from './sos';

export type { BigCommerceServer } from './bigCommerce';
export type { ExpandedOrder } from './bigCommerce/orders/expandOrder';
export type { OrderOptions } from './shop/orders/generateOrders';
export type { SosServer } from './sos';

export interface SandboxOptions {
	/** The same seed and sizes make the same shop. Default 1. */
	seed?: number;
	shop?: Omit<ShopOptions, 'seed'>;
	bigCommerce?: BigCommerceOptions;
	sos?: Omit<NonNullable<Parameters<typeof startSosServer>[0]>, 'catalogue'>;
}

export interface Sandbox {
	bigCommerce: BigCommerceServer;
	sos: SosServer;
	/** The made-up shop both servers were filled from, as it was at the start. */
	shop: GeneratedShop;
	stop(): Promise<void>;
}

/** So many of the shop's registered customers are in SOS Inventory from the start. */
const knownToSos = 5;

/** Starts a local BigCommerce and a local SOS Inventory on 127.0.0.1, filled from the same made-up shop. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const shop = createShop({ ...options.shop, seed: options.seed });
	const bigCommerce = await startBigCommerceServer(shop, options.bigCommerce);
	const customers = shop.customers.slice(0, knownToSos).map(({ address }) => ({
		name: `${address.first_name} ${address.last_name}`,
		email: address.email,
		companyName: address.company,
		phone: address.phone,
	}));
	const sos = await startSosServer({ customers, ...options.sos, catalogue: shop.catalogue }).catch(
		async (error) => {
			await bigCommerce.stop();
			throw error;
		},
	);
	return {
		bigCommerce,
		sos,
		shop,
		stop: async () => {
			await Promise.all([bigCommerce.stop(), sos.stop()]);
		},
	};
}

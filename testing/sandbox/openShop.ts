import type { IDataObject, INodeParameters } from 'n8n-workflow';
import {
	startBigCommerceServer,
	type BigCommerceOptions,
	type BigCommerceServer,
} from '../../sandbox/bigCommerce';
import { createShop, type GeneratedShop, type ShopOptions } from '../../sandbox/shop/createShop';
import { runNode, type NodeRunOptions, type NodeRunResult } from '../engine/runNode';

export type RunSettings = Partial<Omit<NodeRunOptions, 'node' | 'parameters' | 'credentials'>> & {
	/** Another of the sandbox's accounts than the one that may do everything, or a made-up token. */
	token?: string;
};

/** A local store and the BigCommerce node pointed at it. */
export interface OpenShop {
	server: BigCommerceServer;
	shop: GeneratedShop;
	credentials(token?: string): { bigCommerceApi: { apiPath: string; accessToken: string } };
	/** Runs the node once. Counters start from 0 with each run. */
	run(parameters: INodeParameters, settings?: RunSettings): Promise<NodeRunResult>;
	/** Requests of the last run, all of them or those to one route such as `GET /v2/orders`. */
	requests(route?: string): number;
}

/** Starts a store without quota whose stock shows at once, unless told otherwise. */
export async function openShop(
	options: BigCommerceOptions = {},
	shopOptions: ShopOptions = {},
): Promise<OpenShop> {
	const shop = createShop(shopOptions);
	const server = await startBigCommerceServer(shop, { quota: null, stockVisibleAfterMs: 0, ...options });
	const credentials = (token = server.tokens.full) => ({
		bigCommerceApi: { apiPath: server.apiPath, accessToken: token },
	});
	return {
		server,
		shop,
		credentials,
		run: async (parameters, { token, ...settings } = {}) => {
			server.counters.reset();
			return await runNode({ node: 'bigCommerce', parameters, credentials: credentials(token), ...settings });
		},
		requests: (route) =>
			route === undefined ? server.counters.total : (server.counters.byRoute[route] ?? 0),
	};
}

/** The `json` of the items of one output. */
export function jsonOf({ outputs, error }: NodeRunResult, output = 0): IDataObject[] {
	if (error) throw new Error(`${error.message} (${error.description ?? ''})`);
	return (outputs[output] ?? []).map(({ json }) => json);
}

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sendAnswer } from '../shared/answer';
import { startApiServer } from '../shared/apiServer';
import { faultKinds, type FaultKind } from '../shared/faultRule';
import type { RunningServer } from '../shared/runningServer';
import type { GeneratedShop } from '../shop/createShop';
import type { OrderOptions } from '../shop/orders/generateOrders';
import { accounts } from './http/accounts';
import { addApiRoutes } from './http/apiRoutes';
import { ApiProblem } from './http/apiProblem';
import { addAuthentication, unauthorized } from './http/authentication';
import { readJsonBodies } from './http/jsonBodies';
import { addRateLimit, bareRefusal, RateLimit } from './http/rateLimit';
import { refundOrder, type RefundRequest } from './orders/refundOrder';
import { createStockIndex } from './inventory/stockIndex';
import { moveStock } from './orders/orderStock';
import { expandOrder, type ExpandedOrder } from './orders/expandOrder';
import { bigCommerceSettings, type BigCommerceSettings } from './settings';
import { createState, type BigCommerceState } from './state';
import { orderOf } from './resources/orders';
import { summarise } from './summary';
import type { Store } from './store';

export interface BigCommerceOptions extends Partial<BigCommerceSettings> {
	/** Left out: any free port. */
	port?: number;
}

export interface BigCommerceServer extends RunningServer {
	storeHash: string;
	/** What a merchant copies from the control panel: `{url}/stores/{hash}/v3/`. */
	apiPath: string;
	/** Access tokens by what they may do. */
	tokens: Record<keyof typeof accounts, string>;
	accounts: typeof accounts;
	state: BigCommerceState;
	/** Change it to change how the running server behaves. */
	settings: BigCommerceSettings;
	/** Every order with its lines, addresses, coupons and fees in place: what a reader should end up with. */
	orders(): ExpandedOrder[];
	/** Places new orders now, as shoppers would: eligible ones unless told otherwise. Takes their quantities off stock. */
	addOrders(count: number, options?: OrderOptions): ExpandedOrder[];
	/** Refunds an order, as staff do in the panel. */
	refund(orderId: number, request: RefundRequest): void;
}

const storeHash = 'sandbox1';

const bigCommerceFaults = faultKinds.filter((kind) => !kind.startsWith('throttleText'));

/** Starts a local BigCommerce with one store that holds `shop`. */
export async function startBigCommerceServer(
	shop: GeneratedShop,
	options: BigCommerceOptions = {},
): Promise<BigCommerceServer> {
	const { port, ...chosen } = options;
	const settings = bigCommerceSettings(chosen);
	const state = createState(shop);
	let url = '';
	const store: Store = {
		hash: storeHash,
		state,
		settings,
		stockIndex: createStockIndex(state),
		url: () => url,
	};
	const limit = new RateLimit(settings);

	const server = await startApiServer({
		port,
		faultKinds: bigCommerceFaults,
		routeName,
		canMisread,
		pageParameters: ['page', 'after', 'min_id', 'max_id'],
		refusal: (kind, request) => refusal(kind, request, limit),
		state: () => summarise(state),
		settings,
		routes: async (app, counters) => {
			setErrorAnswers(app);
			readJsonBodies(app);
			addAuthentication(app, storeHash);
			addRateLimit(app, limit, counters);
			await app.register(async (api) => addApiRoutes(api, store), { prefix: '/stores/:storeHash' });
		},
	});
	url = server.url;

	return {
		...server,
		storeHash,
		apiPath: `${url}/stores/${storeHash}/v3/`,
		tokens: Object.fromEntries(
			Object.entries(accounts).map(([name, { token }]) => [name, token]),
		) as BigCommerceServer['tokens'],
		accounts,
		state,
		settings,
		orders: () => state.orders.values().map((order) => expandOrder(store, order)),
		addOrders: (count, orderOptions) =>
			shop.placeOrders(count, Date.now(), orderOptions).map((order) => {
				const isTaken = settings.updateStockBehavior === 'order_placed';
				if (isTaken) moveStock(store, order.lines, -1);
				return expandOrder(store, state.orders.set({ ...order, stockTaken: isTaken }));
			}),
		refund: (orderId, request) => {
			refundOrder(store, orderOf(store, String(orderId)), request);
		},
	};
}

/** Problems are worded as V2 or V3; what Fastify itself refuses (bad JSON, wrong content type) as well. */
function setErrorAnswers(app: FastifyInstance): void {
	app.setErrorHandler((error: ApiProblem | (Error & { statusCode?: number }), request, reply) => {
		const problem =
			error instanceof ApiProblem ? error : new ApiProblem(error.statusCode ?? 500, error.message);
		return sendAnswer(reply, problem.asAnswer(request.url));
	});
	app.setNotFoundHandler((_request, reply) =>
		sendAnswer(reply, { status: 404, body: 'The route is not found, check the URL' }),
	);
}

function routeName({ method, routeOptions }: FastifyRequest): string {
	return `${method} ${routeOptions.url?.replace('/stores/:storeHash', '') ?? 'unknown route'}`;
}

/** Lists that may show what was there before the last writes. */
const readableStale = [
	'GET /v2/orders',
	'GET /v3/orders/metafields',
	'GET /v3/orders/:id/metafields',
	'GET /v3/inventory/locations/metafields',
	'GET /v3/inventory/locations/:id/metafields',
	'GET /v3/inventory/items',
	'GET /v3/inventory/locations/:id/items',
];

/** Lists can be stale, pages after the first can shift, and orders can be edited while they are listed. */
function canMisread(kind: FaultKind, request: FastifyRequest): boolean {
	const route = routeName(request);
	if (kind === 'editDuringRead') return route === 'GET /v2/orders';
	if (kind === 'shiftingPage')
		return request.method === 'GET' && Number((request.query as { page?: string }).page ?? 1) > 1;
	return readableStale.includes(route);
}

function refusal(kind: FaultKind, request: FastifyRequest, limit: RateLimit) {
	if (kind === 'tooManyRequests') return limit.refusal();
	if (kind === 'tooManyRequestsBare') return bareRefusal;
	if (kind === 'tokenExpired') return unauthorized;
	const status = /^serverError(\d{3})$/.exec(kind)?.[1];
	return status
		? new ApiProblem(Number(status), 'The server could not handle the request.').asAnswer(request.url)
		: undefined;
}

import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import type { AddressInfo } from 'node:net';
import { addAdminRoutes } from './adminRoutes';
import type { Answer } from './answer';
import { addFaultHooks } from './faultHooks';
import { Faults, type FaultKind, type FaultRule } from './faults';
import { RequestCounters } from './requestCounters';
import type { RunningServer } from './runningServer';

declare module 'fastify' {
	interface FastifyRequest {
		/** The fault this request is to meet, decided when it came in. */
		fault?: FaultRule;
	}
}

/** What makes a local server this API's and not the other's. */
export interface ApiDefinition {
	/** 0 or left out: any free port. */
	port?: number;
	/** Largest request body in bytes. */
	bodyLimit?: number;
	faultKinds: readonly FaultKind[];
	/** The name a request is counted under, for example `GET /v2/orders/:id`. */
	routeName(request: FastifyRequest): string;
	/** Whether a data fault (`staleRead`, `shiftingPage`, `editDuringRead`) can happen to this request. */
	canMisread(kind: FaultKind, request: FastifyRequest): boolean;
	/** How this API words a refusal; undefined for kinds that are not refusals. */
	refusal(kind: FaultKind, request: FastifyRequest): Answer | undefined;
	/** What `GET /sandbox/state` shows. */
	state(): unknown;
	/** What `GET` and `POST /sandbox/settings` show and change while the server runs. */
	settings: object;
	/** Adds what else a person or a test can do to this server, below `/sandbox`; neither counted nor faulted. */
	controls?(app: FastifyInstance): void;
	/** Adds the API itself. Hooks it adds run after counting and after the faults that come before handling. */
	routes(app: FastifyInstance, counters: RequestCounters): void | Promise<void>;
}

/** Starts a server on 127.0.0.1 with the counters, faults and `/sandbox` routes that both local servers share. */
export async function startApiServer(definition: ApiDefinition): Promise<RunningServer> {
	const app = fastify({
		bodyLimit: definition.bodyLimit ?? 16 * 1024 * 1024,
		forceCloseConnections: true,
		routerOptions: { maxParamLength: 200 },
	});
	const counters = new RequestCounters();
	const faults = new Faults(definition.faultKinds);
	const closing = new AbortController();

	const { state, settings } = definition;
	await app.register(async (admin) => {
		addAdminRoutes(admin, { counters, faults, state, settings });
		definition.controls?.(admin);
	});
	await app.register(async (api) => {
		api.addHook('onRequest', async (request) => counters.count(definition.routeName(request)));
		addFaultHooks(api, { definition, faults, closing: closing.signal });
		await definition.routes(api, counters);
	});
	await app.listen({ host: '127.0.0.1', port: definition.port ?? 0 });

	return {
		url: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`,
		counters,
		faults,
		stop: async () => {
			closing.abort();
			await app.close();
		},
	};
}

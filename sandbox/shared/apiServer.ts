import fastify from 'fastify';
import type { AddressInfo } from 'node:net';
import { addAdminRoutes } from './adminRoutes';
import type { ApiDefinition } from './apiDefinition';
import { addFaultHooks } from './faultHooks';
import type { Fault } from './faultRule';
import { Faults } from './faults';
import { RequestCounters } from './requestCounters';
import type { RunningServer } from './runningServer';

declare module 'fastify' {
	interface FastifyRequest {
		/** The fault this request is to meet, decided when it came in. */
		fault?: Fault;
	}
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
		api.addHook('onRequest', async (_request, reply) => {
			reply.header('date', new Date(Date.now() + settings.clockAheadMs).toUTCString());
		});
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

import type { FastifyInstance } from 'fastify';
import type { FaultRule } from './faultRule';
import type { Faults } from './faults';
import type { RequestCounters } from './requestCounters';

interface AdminOptions {
	counters: RequestCounters;
	faults: Faults;
	state(): unknown;
	settings: object;
}

/** Adds the routes by which a person or a test looks into a running server and changes it. They need no token. */
export function addAdminRoutes(
	app: FastifyInstance,
	{ counters, faults, state, settings }: AdminOptions,
): void {
	// A POST without content comes under whatever type the client puts on it.
	app.addContentTypeParser('*', { parseAs: 'string' }, (_request, _body, done) => done(null, undefined));

	app.get('/sandbox/counters', async () => ({ ...counters, faults: faults.injected }));

	app.post('/sandbox/counters/reset', async () => {
		counters.reset();
		faults.resetCounts();
		return { ...counters, faults: faults.injected };
	});

	app.get('/sandbox/state', async () => state());

	app.get('/sandbox/faults', async () => faults.list());

	app.post<{ Body: FaultRule | FaultRule[] }>('/sandbox/faults', async (request, reply) => {
		try {
			faults.add(...[request.body].flat());
		} catch (error) {
			return reply.code(400).send({ message: (error as Error).message });
		}
		return reply.code(201).send(faults.list());
	});

	app.delete('/sandbox/faults', async () => {
		faults.clear();
		return faults.list();
	});

	app.get('/sandbox/settings', async () => settings);

	app.post<{ Body: Record<string, unknown> }>('/sandbox/settings', async (request, reply) => {
		const unknown = Object.keys(request.body ?? {}).filter((key) => !(key in settings));
		if (unknown.length > 0)
			return reply.code(400).send({ message: `Unknown settings: ${unknown.join(', ')}` });
		return Object.assign(settings, request.body);
	});
}

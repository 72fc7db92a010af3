import type { FastifyInstance, FastifyRequest } from 'fastify';
import { setTimeout as sleep } from 'node:timers/promises';
import { sendAnswer } from './answer';
import type { ApiDefinition } from './apiServer';
import type { FaultKind, Faults } from './faults';

const misreadings: readonly FaultKind[] = ['staleRead', 'shiftingPage', 'editDuringRead'];

const webPage =
	'<!DOCTYPE html><html><head><title>Just a moment</title></head><body><h1>Checking your browser</h1></body></html>';

interface FaultHookOptions {
	definition: Pick<ApiDefinition, 'canMisread' | 'refusal'>;
	faults: Faults;
	/** Ends answers that hang when the server stops. */
	closing: AbortSignal;
}

/**
 * Makes the faults happen that do not need to know what was asked: those before the request is handled
 * and those that spoil the answer. The ones about data are left to the routes, which read `request.fault`.
 */
export function addFaultHooks(api: FastifyInstance, { definition, faults, closing }: FaultHookOptions): void {
	api.addHook('onRequest', async (request, reply) => {
		const applies = (kind: FaultKind) => !misreadings.includes(kind) || definition.canMisread(kind, request);
		request.fault = faults.take(request.method, request.url, applies);
		const kind = request.fault?.kind;
		if (kind === undefined) return;
		if (kind === 'resetBeforeHandling') return cutConnection(request, () => reply.hijack());
		if (kind === 'htmlPage')
			return sendAnswer(reply, { status: 200, contentType: 'text/html', body: webPage });
		const refusal = definition.refusal(kind, request);
		if (refusal) return sendAnswer(reply, refusal);
	});

	api.addHook('onSend', async (request, reply, payload) => {
		switch (request.fault?.kind) {
			case 'resetAfterHandling':
				cutConnection(request, () => undefined);
				return payload;
			case 'hang':
				await sleep(request.fault.delayMs ?? 60_000, undefined, { signal: closing }).catch(() => undefined);
				return payload;
			case 'truncatedBody':
				return typeof payload === 'string' ? payload.slice(0, Math.floor(payload.length / 2)) : payload;
			case 'nonJsonBody':
				reply.code(200).header('content-type', 'application/json');
				return 'upstream answered: OK';
			default:
				return payload;
		}
	});
}

function cutConnection(request: FastifyRequest, first: () => void): void {
	first();
	request.raw.socket.destroy();
}

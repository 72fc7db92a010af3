import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sendAnswer, type Answer } from './answer';
import type { ApiDefinition } from './apiDefinition';
import type { Fault, FaultKind } from './faultRule';
import type { Faults } from './faults';
import { askFirstPage, asksLaterPage } from './pageQuery';
import { quotingAnswer } from './quotingProxy';
import { spoiledPayload } from './spoiledPayload';

const misreadings: readonly FaultKind[] = ['staleRead', 'shiftingPage', 'editDuringRead'];

const webPage =
	'<!DOCTYPE html><html><head><title>Just a moment</title></head><body><h1>Checking your browser</h1></body></html>';

interface FaultHookOptions {
	definition: Pick<ApiDefinition, 'canMisread' | 'refusal' | 'pageParameters'>;
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
		const fault = faults.take(request.method, request.url, (kind) => canHappen(kind, request, definition));
		request.fault = fault;
		if (!fault) return;
		if (fault.kind === 'repeatedPage') askFirstPage(request, definition.pageParameters);
		if (fault.kind === 'resetBeforeHandling') {
			reply.hijack();
			request.raw.socket.destroy();
			return;
		}
		const answer = answerInstead(fault, request) ?? definition.refusal(fault.kind, request);
		if (answer) return sendAnswer(reply, answer);
	});

	// Later than the other faults that come before handling: the proxy quotes the body as well.
	api.addHook('preHandler', async (request, reply) => {
		if (request.fault?.kind === 'quotesRequest')
			return sendAnswer(reply, quotingAnswer(request, request.fault));
	});

	api.addHook('onSend', async (request, reply, payload) => spoiledPayload(request, reply, payload, closing));
}

function canHappen(
	kind: FaultKind,
	request: FastifyRequest,
	{ canMisread, pageParameters }: FaultHookOptions['definition'],
): boolean {
	if (kind === 'repeatedPage') return asksLaterPage(request, pageParameters);
	return !misreadings.includes(kind) || canMisread(kind, request);
}

/** The answer that comes before the API has seen the request, for the kinds that are the same on every API. */
function answerInstead(fault: Fault, { protocol, socket, url }: FastifyRequest): Answer | undefined {
	if (fault.kind === 'htmlPage') return { status: 200, contentType: 'text/html', body: webPage };
	if (fault.kind !== 'redirect') return undefined;
	const location = fault.location ?? `${protocol}://localhost:${socket.localPort}${url}`;
	return { status: fault.status ?? 302, headers: { location }, body: '' };
}

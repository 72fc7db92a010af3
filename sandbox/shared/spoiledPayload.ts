import type { FastifyReply, FastifyRequest } from 'fastify';
import { omit } from 'lodash';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from './faultRule';
import { mutated } from './mutation';

/**
 * What is sent instead of `payload` to a request that meets a fault of the answer. May change the answer's
 * status and headers; a fault that needs a body leaves an answer without one as it is.
 * @param closing ends waits when the server stops
 */
export async function spoiledPayload(
	request: FastifyRequest,
	reply: FastifyReply,
	payload: unknown,
	closing: AbortSignal,
): Promise<unknown> {
	const { fault } = request;
	if (!fault) return payload;
	const text = typeof payload === 'string' ? payload : '';
	switch (fault.kind) {
		case 'resetAfterHandling':
			request.raw.socket.destroy();
			return payload;
		case 'hang':
			await wait(fault.delayMs ?? 60_000, closing);
			return payload;
		case 'truncatedBody':
			return text === '' ? payload : text.slice(0, Math.floor(text.length / 2));
		case 'nonJsonBody':
			return insteadOfBody(reply, 'upstream answered: OK');
		case 'emptyBody':
			return insteadOfBody(reply, '');
		case 'nullBody':
			return insteadOfBody(reply, 'null');
		case 'emptyList':
			return insteadOfBody(reply, '[]');
		case 'emptyObject':
			return insteadOfBody(reply, '{}');
		case 'repeatedPage':
			return fault.totals === 'leftOut' ? withoutTotals(text) : payload;
		case 'mutatedAnswer':
			return mutatedText(reply, text, fault) ?? payload;
		case 'cutInBody':
			if (text === '') return payload;
			if (!fault.chunked) reply.header('content-length', Buffer.byteLength(text));
			return Readable.from(firstHalf(text, request));
		case 'drip':
			return text === '' ? payload : Readable.from(drops(text, fault.delayMs ?? 300, closing));
		case 'hugeBody':
			return text === '' ? payload : Readable.from(padded(text, fault.bytes ?? 10_000_000));
		default:
			return payload;
	}
}

function insteadOfBody(reply: FastifyReply, body: string): string {
	reply.code(200).header('content-type', 'application/json');
	return body;
}

async function* firstHalf(text: string, { raw }: FastifyRequest): AsyncGenerator<Buffer> {
	const bytes = Buffer.from(text);
	yield bytes.subarray(0, Math.ceil(bytes.length / 2));
	// What was written has to leave this process first.
	await sleep(20);
	raw.socket.destroy();
}

async function* drops(text: string, delayMs: number, closing: AbortSignal): AsyncGenerator<Buffer> {
	for (const byte of Buffer.from(text)) {
		yield Buffer.from([byte]);
		await wait(delayMs, closing);
	}
}

/** White space may stand before JSON, so the body still reads as what it is, once all of it is there. */
function* padded(text: string, bytes: number): Generator<Buffer> {
	const end = Buffer.from(text);
	const piece = Buffer.alloc(64 * 1024, ' ');
	for (let left = bytes - end.length; left > 0; left -= piece.length) yield piece.subarray(0, left);
	yield end;
}

function withoutTotals(text: string): string {
	const totals = ['totalCount', 'meta.pagination.total', 'meta.pagination.total_pages'];
	const body: unknown = JSON.parse(text);
	return Array.isArray(body) ? text : JSON.stringify(omit(body as object, totals));
}

/** undefined for an answer that is not JSON or has no place to change. */
function mutatedText(reply: FastifyReply, text: string, fault: Fault): string | undefined {
	const type = String(reply.getHeader('content-type') ?? '');
	if (text === '' || !type.includes('json')) return undefined;
	const { seed = 1, turn, field, mutation } = fault;
	const change = mutated(JSON.parse(text), { seed, turn, field, mutation });
	if (!change) return undefined;
	reply.header('x-sandbox-mutation', encodeURI(change.description));
	return JSON.stringify(change.body);
}

async function wait(ms: number, closing: AbortSignal): Promise<void> {
	await sleep(ms, undefined, { signal: closing }).catch(() => undefined);
}

import type { Pieces } from './parseAnswer';

/** No answer of either service comes near this; a larger one would take the memory of all of n8n. */
export const LARGEST_BODY = 100 * 1024 * 1024;

/** Small enough for the young part of the memory, which is cleaned up all the time. */
const PIECE_BYTES = 32 * 1024;

/** The body is larger than {@link LARGEST_BODY}; reading it was stopped there. */
export class BodyTooLarge extends Error {}

interface ByteStream {
	on(event: string, listener: (value: never) => void): unknown;
	destroy(error?: Error): unknown;
}

export function isStream(value: unknown): value is ByteStream {
	const { on, destroy } = (value ?? {}) as Partial<ByteStream>;
	return typeof on === 'function' && typeof destroy === 'function';
}

/**
 * Reads an answer's body to its end, as text in pieces: put together, a long one would outlive its use.
 *
 * @throws {BodyTooLarge}
 * @throws {Error} with the network's own code when the connection ends first
 */
export async function readStream(stream: ByteStream): Promise<Pieces> {
	// Decoded as it comes: chunks that are kept to the end stay in memory long after.
	const decoder = new TextDecoder();
	const pieces: string[] = [];
	let size = 0;
	return await new Promise<Pieces>((resolve, reject) => {
		stream.on('data', (chunk: Buffer | string) => {
			const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
			size += bytes.length;
			if (size > LARGEST_BODY) {
				reject(new BodyTooLarge());
				stream.destroy();
			} else {
				for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
					pieces.push(decoder.decode(bytes.subarray(at, at + PIECE_BYTES), { stream: true }));
				}
			}
		});
		stream.on('end', () => resolve([...pieces, decoder.decode()]));
		stream.on('error', reject);
		stream.on('aborted', () => reject(brokenOff()));
		stream.on('close', () => reject(brokenOff()));
	});
}

function brokenOff(): Error {
	return Object.assign(new Error('The connection was closed before the answer was complete'), {
		code: 'ECONNRESET',
	});
}

/** A body that the HTTP client read itself, as some n8n versions and errors hand it over. */
export function textOf(data: unknown): string {
	if (typeof data === 'string') return data;
	if (Buffer.isBuffer(data)) return data.toString('utf8');
	return data === undefined || data === null ? '' : JSON.stringify(data);
}

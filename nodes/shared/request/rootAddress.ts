import { NodeOperationError } from 'n8n-workflow';
import type { ApiContext } from './apiProfile';

/**
 * The address of a service as the credential gives it, without slashes at its end.
 *
 * @throws {NodeOperationError} for what is not an http or https address
 */
export function rootAddress(context: ApiContext, service: string, address: string): string {
	const trimmed = address.trim().replace(/\/+$/, '');
	if (isWebAddress(trimmed)) return trimmed;
	throw new NodeOperationError(
		context.getNode(),
		`The address "${trimmed}" in the ${service} credential is not a web address`,
		{ description: `Open the ${service} credential and give an address that begins with https://.` },
	);
}

function isWebAddress(address: string): boolean {
	try {
		const { protocol, hostname } = new URL(address);
		return /^https?:$/.test(protocol) && hostname !== '';
	} catch {
		return false;
	}
}

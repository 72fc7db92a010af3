import { NodeOperationError } from 'n8n-workflow';
import type { ApiContext } from './apiProfile';

interface NumberField {
	label: string;
	/** Taken when the field was left empty. */
	fallback: number;
	least: number;
	most: number;
}

const TIMEOUT: NumberField = {
	label: 'Request Timeout in Seconds (Advanced)',
	fallback: 60,
	least: 0.1,
	most: 3600,
};

const INTERVAL: NumberField = {
	label: 'Request Interval in Milliseconds (Advanced)',
	fallback: 500,
	least: 0,
	most: 60_000,
};

/**
 * How long to wait for one whole answer, in ms.
 *
 * @param service the credential as users know it: "BigCommerce"
 * @param seconds as the credential has it
 * @throws {NodeOperationError} unless it is a number that makes sense
 */
export function timeoutMs(context: ApiContext, service: string, seconds: unknown): number {
	return Math.round(credentialNumber(context, service, TIMEOUT, seconds) * 1000);
}

/**
 * The least time between two requests, in ms.
 *
 * @param service the credential as users know it
 * @param milliseconds as the credential has it
 * @throws {NodeOperationError} unless it is a number that makes sense
 */
export function minimumIntervalMs(context: ApiContext, service: string, milliseconds: unknown): number {
	return credentialNumber(context, service, INTERVAL, milliseconds);
}

/** An expression or another program may have filled the field with anything. */
function credentialNumber(
	context: ApiContext,
	service: string,
	{ label, fallback, least, most }: NumberField,
	value: unknown,
): number {
	if (value === undefined || value === null || value === '') return fallback;
	const number = typeof value === 'number' || typeof value === 'string' ? Number(value) : NaN;
	if (number >= least && number <= most) return number;
	throw new NodeOperationError(
		context.getNode(),
		`'${label}' in the ${service} credential is ${typeof value === 'string' ? `"${value}"` : String(value)}`,
		{
			description: `Open the credential and give a number from ${least} to ${most}. ${fallback} suits most.`,
		},
	);
}

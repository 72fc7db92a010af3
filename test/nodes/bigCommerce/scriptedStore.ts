import type { IExecuteFunctions } from 'n8n-workflow';
import { RateBudget } from '../../../nodes/shared/request/rateBudget';
import { ServiceClock } from '../../../nodes/shared/request/serviceClock';
import type { BigCommerceClient } from '../../../nodes/BigCommerce/transport/client';
import { judge } from '../../../nodes/BigCommerce/transport/judge';
import { anyNode } from '../../../testing/engine/anyNode';

export interface ScriptedRequest {
	method: string;
	path: string;
	query: Record<string, string>;
	body?: unknown;
}

export interface ScriptedAnswer {
	status?: number;
	headers?: Record<string, string>;
	body?: unknown;
}

/** A store whose every answer the test gives, for what the local server does not do; keeps what was asked. */
export function scriptedStore(answer: (request: ScriptedRequest) => ScriptedAnswer): {
	store: BigCommerceClient;
	asked: ScriptedRequest[];
} {
	const asked: ScriptedRequest[] = [];
	const context = {
		getNode: () => anyNode,
		logger: { error: () => {} },
		getExecutionCancelSignal: () => undefined,
		helpers: {
			httpRequestWithAuthentication: async (
				_: string,
				options: { method: string; url: string; body?: string },
			) => {
				const { pathname, searchParams } = new URL(options.url);
				const request = {
					method: options.method,
					path: pathname,
					query: Object.fromEntries(searchParams),
					body: options.body === undefined ? undefined : JSON.parse(options.body),
				};
				asked.push(request);
				const { status = 200, headers = {}, body } = answer(request);
				return { statusCode: status, headers, body: body === undefined ? '' : JSON.stringify(body) };
			},
		},
	} as unknown as IExecuteFunctions;
	const profile = {
		name: 'BigCommerce',
		credentialType: 'bigCommerceApi',
		rootUrl: 'http://127.0.0.1:1',
		timeoutMs: 1000,
		budget: new RateBudget(0),
		firstWaitMs: 1,
		judge,
		clock: new ServiceClock(),
		observe: () => {},
		clean: (text: string) => text,
	};
	return { store: { context, profile }, asked };
}

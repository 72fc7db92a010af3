import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Answer } from './answer';
import type { FaultKind } from './faultRule';
import type { RequestCounters } from './requestCounters';

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
	/** The query parameters that say where a page of a list starts; without them a list starts at its beginning. */
	pageParameters: readonly string[];
	/** How this API words a refusal; undefined for kinds that are not refusals. */
	refusal(kind: FaultKind, request: FastifyRequest): Answer | undefined;
	/** What `GET /sandbox/state` shows. */
	state(): unknown;
	/** What `GET` and `POST /sandbox/settings` show and change while the server runs; `clockAheadMs` also moves the `Date` header. */
	settings: { clockAheadMs: number };
	/** Adds what else a person or a test can do to this server, below `/sandbox`; neither counted nor faulted. */
	controls?(app: FastifyInstance): void;
	/** Adds the API itself. Hooks it adds run after counting and after the faults that come before handling. */
	routes(app: FastifyInstance, counters: RequestCounters): void | Promise<void>;
}

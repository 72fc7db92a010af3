import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify';
import { sendAnswer, type Answer } from '../../shared/answer';
import type { RequestCounters } from '../../shared/requestCounters';
import type { Tokens } from '../auth/tokens';
import type { Company } from '../company';
import type { ListQuery } from '../listing/query';
import { bodyOf } from '../reading/body';
import type { Stored } from '../records/stored';
import { invalid, Refusal } from '../refusal';
import { adjustmentResource } from '../resources/adjustment';
import { customerResource } from '../resources/customer';
import { deleteHook, hookResource } from '../resources/hook';
import { itemResource } from '../resources/item';
import { renderBom } from '../resources/itemView';
import { referenceTables } from '../resources/referenceTables';
import type { Resource } from '../resources/resource';
import { deleteSalesOrders, salesOrderResource, salesReceiptResource } from '../resources/salesDocument';
import { shipmentResource } from '../resources/shipment';
import { vendorResource } from '../resources/vendor';
import { refusalAnswer, singleAnswer } from './envelope';
import { unauthorized } from './faultAnswers';
import { listRecords, recordById } from './readRecords';
import type { Throttle } from './throttle';
import { createRecord, isCreatable, isReplaceable, replaceRecord } from './writeRecords';

declare module 'fastify' {
	interface FastifyRequest {
		/** The company the request's token opens. */
		sosCompany?: Company;
	}
}

interface ApiParts {
	companies: readonly Company[];
	tokens: Tokens;
	throttle: Throttle;
	counters: RequestCounters;
}

/** Adds the API below `/api/v2`: who asks, how often, what. */
export function addApiRoutes(api: FastifyInstance, parts: ApiParts): void {
	readJsonWhateverTheType(api);
	admitWithTokenAndInTime(api, parts);
	api.setErrorHandler<FastifyError | Refusal>((error, _request, reply) => {
		if (error instanceof Refusal) return sendAnswer(reply, refusalAnswer(error));
		const refusal = new Refusal(error.statusCode ?? 500, 'error', error.message);
		return sendAnswer(reply, refusalAnswer(refusal));
	});
	api.setNotFoundHandler((request, reply) => {
		const refusal = new Refusal(404, 'error', `No resource was found for ${request.method} ${request.url}.`);
		return sendAnswer(reply, refusalAnswer(refusal));
	});

	addResource(api, itemResource);
	addResource(api, customerResource);
	addResource(api, salesOrderResource);
	addResource(api, salesReceiptResource);
	addResource(api, shipmentResource);
	addResource(api, adjustmentResource);
	addResource(api, hookResource);
	addResource(api, vendorResource);
	for (const table of referenceTables) addResource(api, table);

	addRoute(api, 'GET', '/item/:id/bom', (request) => {
		const company = companyOf(request);
		return singleAnswer(renderBom(recordById(itemResource, idOf(request), company), company));
	});
	addRoute(api, 'DELETE', '/salesorder/batch', (request) => {
		const { ids } = bodyOf(request.body);
		if (!Array.isArray(ids) || ids.length === 0) throw invalid('The ids to delete must be provided.');
		deleteSalesOrders(ids.map(Number), companyOf(request));
		return singleAnswer(null);
	});
	addRoute(api, 'DELETE', '/hook/:id', (request) => {
		deleteHook(Number(idOf(request)), companyOf(request));
		return singleAnswer(null);
	});
}

function addResource<T extends Stored>(api: FastifyInstance, resource: Resource<T>): void {
	const path = `/${resource.path}`;
	addRoute(api, 'GET', path, (request) =>
		listRecords(resource, queryOf(request), companyOf(request), request.fault),
	);
	addRoute(api, 'GET', `${path}/:id`, (request) => {
		const company = companyOf(request);
		const record = recordById(resource, idOf(request), company);
		const render = resource.renderSingle ?? resource.render;
		return singleAnswer(render({ company, query: queryOf(request) })(record));
	});
	if (isCreatable(resource))
		addRoute(api, 'POST', path, (request) => createRecord(resource, request.body, companyOf(request)));
	if (isReplaceable(resource))
		addRoute(api, 'PUT', `${path}/:id`, (request) =>
			replaceRecord(resource, idOf(request), request.body, companyOf(request)),
		);
}

/** A path is good with and without a slash at its end. */
function addRoute(
	api: FastifyInstance,
	method: 'GET' | 'POST' | 'PUT' | 'DELETE',
	path: string,
	answer: (request: FastifyRequest) => Answer,
): void {
	for (const url of [path, `${path}/`])
		api.route({ method, url, handler: async (request, reply) => sendAnswer(reply, answer(request)) });
}

/** Bodies are JSON under any content type: official samples send JSON as a form. */
function readJsonWhateverTheType(api: FastifyInstance): void {
	api.removeAllContentTypeParsers();
	api.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => {
		if (body === '') return done(null, undefined);
		try {
			done(null, JSON.parse(body as string));
		} catch {
			done(invalid('The request body is not valid JSON.'));
		}
	});
}

function admitWithTokenAndInTime(
	api: FastifyInstance,
	{ companies, tokens, throttle, counters }: ApiParts,
): void {
	api.addHook('onRequest', async (request, reply) => {
		const token = bearerToken(request);
		const companyId = token === undefined ? undefined : tokens.companyOf(token);
		request.sosCompany = companies.find(({ id }) => id === companyId);
		if (!request.sosCompany) return sendAnswer(reply, unauthorized);
		const refusal = throttle.admit(request.sosCompany.id);
		if (!refusal) return;
		counters.countRefusal();
		return sendAnswer(reply, refusal);
	});
}

/** The token of an `Authorization: Bearer …` header. */
export function bearerToken({ headers }: FastifyRequest): string | undefined {
	return /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1];
}

function companyOf({ sosCompany }: FastifyRequest): Company {
	if (!sosCompany) throw new Error('The request was let in without a company.');
	return sosCompany;
}

function idOf({ params }: FastifyRequest): string {
	return (params as { id: string }).id;
}

/** A parameter that is given several times counts as its last value. */
function queryOf({ query }: FastifyRequest): ListQuery {
	const entries = Object.entries(query as Record<string, string | string[]>);
	return Object.fromEntries(entries.map(([name, value]) => [name, [value].flat().at(-1)]));
}

import type { FastifyRequest } from 'fastify';
import { startApiServer } from '../shared/apiServer';
import type { FaultKind } from '../shared/faultRule';
import type { RunningServer } from '../shared/runningServer';
import { addOAuthRoutes } from './auth/oauthRoutes';
import { login } from './auth/signInPages';
import { application, pastedToken, Tokens } from './auth/tokens';
import type { Company } from './company';
import { addApiRoutes, bearerToken } from './http/apiRoutes';
import { faultAnswer, sosFaultKinds } from './http/faultAnswers';
import { Throttle } from './http/throttle';
import { startRow } from './listing/page';
import { seedCompany, type SosSeed } from './seed/seedCompany';
import { sosSettings, type SosSettings } from './settings';
import { snapshotOf } from './snapshot';
import { Staff } from './staff';
import { SosState } from './state';
import { quantitiesOf, type Quantities } from './stock/quantities';

export type { KnownCustomer } from './seed/customers';
export type { SosSettings } from './settings';
export type { SosState } from './state';

interface SosServerOptions extends SosSeed, Partial<SosSettings> {
	/** 0 or left out: any free port. */
	port?: number;
}

/** A local SOS Inventory that is up. */
export interface SosServer extends RunningServer {
	/** A token to paste; it opens the first company. */
	accessToken: string;
	oauth: {
		clientId: string;
		clientSecret: string;
		authorizeUrl: string;
		tokenUrl: string;
		/** Who signs in on the authorize page. */
		email: string;
		password: string;
	};
	/** What the first company holds, as it is now. */
	state: SosState;
	/** How the server behaves; changes take effect at once. */
	settings: SosSettings;
	/** Ends every access token handed out so far; refresh tokens stay good. */
	expireAccessTokens(): void;
	/** What people do in the company, past the API. */
	staff: Staff;
	/** Quantities of an item, company-wide or at the named location. */
	quantitiesOf(itemId: number, locationName?: string): Quantities;
}

/**
 * Starts a local SOS Inventory on 127.0.0.1: one company made from the catalogue, and an empty one to
 * connect by mistake.
 */
export async function startSosServer(options: SosServerOptions = {}): Promise<SosServer> {
	const { port, catalogue, customers, takenNumbers, ...chosen } = options;
	const settings = sosSettings(chosen);
	const company: Company = { id: 1, name: 'Example Trading', state: new SosState(), settings };
	const otherCompany: Company = { id: 2, name: 'Second Example', state: new SosState(), settings };
	seedCompany(company, { catalogue, customers, takenNumbers });
	seedCompany(otherCompany, {});

	const companies = [company, otherCompany];
	const tokens = new Tokens(settings);
	tokens.admit(pastedToken, company.id);

	const server = await startApiServer({
		port,
		faultKinds: sosFaultKinds,
		routeName,
		canMisread,
		pageParameters: ['start'],
		refusal: (kind, request) => {
			if (!request.url.startsWith('/api/')) return undefined;
			if (kind === 'tokenExpired') expireRefreshable(tokens, request);
			return faultAnswer(kind, settings);
		},
		state: () => snapshotOf(company),
		settings,
		controls: (app) =>
			app.post('/sandbox/tokens/expire', async () => {
				tokens.expireAll();
				return {};
			}),
		routes: async (app, counters) => {
			await app.register((oauth) => addOAuthRoutes(oauth, companies, tokens));
			const parts = { companies, tokens, throttle: new Throttle(settings), counters };
			await app.register(async (api) => addApiRoutes(api, parts), { prefix: '/api/v2' });
		},
	});

	return {
		...server,
		accessToken: pastedToken,
		oauth: {
			...application,
			...login,
			authorizeUrl: `${server.url}/oauth2/authorize`,
			tokenUrl: `${server.url}/oauth2/token`,
		},
		state: company.state,
		settings,
		staff: new Staff(company),
		expireAccessTokens: () => tokens.expireAll(),
		quantitiesOf: (itemId, locationName) => quantitiesById(company, itemId, locationName),
	};
}

/** For example `GET /api/v2/item/:id`. */
function routeName({ method, routeOptions }: FastifyRequest): string {
	return `${method} ${(routeOptions.url ?? 'unknown').replace(/\/$/, '')}`;
}

/** Lists can be stale; pages after the first can shift. */
function canMisread(kind: FaultKind, request: FastifyRequest): boolean {
	const isList = request.method === 'GET' && /^\/api\/v2\/[a-z]+\/?$/.test(request.routeOptions.url ?? '');
	if (kind !== 'shiftingPage') return isList;
	return isList && startRow(request.query as { start?: string }) > 1;
}

/** A token from OAuth really ends, and a refresh helps; the pasted one is refused only once. */
function expireRefreshable(tokens: Tokens, request: FastifyRequest): void {
	const token = bearerToken(request);
	if (token !== undefined && token !== pastedToken) tokens.expire(token);
}

function quantitiesById(company: Company, itemId: number, locationName?: string): Quantities {
	const item = company.state.items.get(itemId);
	if (!item) throw new Error(`There is no item ${itemId}.`);
	if (locationName === undefined) return quantitiesOf(company, item);
	const location = company.state.locations.values().find(({ name }) => name === locationName);
	if (!location) throw new Error(`There is no location "${locationName}".`);
	return quantitiesOf(company, item, { locationId: location.id });
}

import formbody from '@fastify/formbody';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { sendAnswer } from '../../shared/answer';
import type { Company } from '../company';
import { companyPage, login, loginPage, problemPage } from './signInPages';
import { tokenAnswer } from './tokenEndpoint';
import { application, secret, type Tokens } from './tokens';

type Form = Partial<Record<string, string>>;

/** What the application asked for when it sent the browser here. */
interface AuthorizationRequest {
	redirectUri: string;
	state?: string;
}

/** Adds `/oauth2`: sign in, choose a company, go back with a code, and change that for tokens. */
export async function addOAuthRoutes(
	app: FastifyInstance,
	companies: readonly Company[],
	tokens: Tokens,
): Promise<void> {
	await app.register(formbody);
	/** Requests whose user has signed in, by the ticket the company form carries. */
	const signedIn = new Map<string, AuthorizationRequest>();

	app.get<{ Querystring: Form }>('/oauth2/authorize', async (request, reply) => {
		const problem = problemOf(request.query);
		if (problem) return sendPage(reply, 400, problemPage(problem));
		return sendPage(reply, 200, loginPage(carriedFields(request.query)));
	});

	app.post<{ Body: Form }>('/oauth2/authorize', async (request, reply) => {
		const form = request.body ?? {};
		const problem = problemOf(form);
		if (problem) return sendPage(reply, 400, problemPage(problem));
		if (form.email !== login.email || form.password !== login.password)
			return sendPage(reply, 200, loginPage(carriedFields(form), 'Invalid email or password.'));
		const ticket = secret('ticket');
		signedIn.set(ticket, { redirectUri: form.redirect_uri ?? '', state: form.state });
		return sendPage(reply, 200, companyPage({ ticket }, companies));
	});

	app.post<{ Body: Form }>('/oauth2/authorize/company', async (request, reply) => {
		const { ticket = '', company: chosen } = request.body ?? {};
		const authorization = signedIn.get(ticket);
		const company = companies.find(({ id }) => String(id) === chosen);
		if (!authorization || !company) return sendPage(reply, 400, problemPage('Sign in and choose a company.'));
		signedIn.delete(ticket);
		const target = new URL(authorization.redirectUri);
		target.searchParams.set('code', tokens.createCode(company.id, authorization.redirectUri));
		if (authorization.state !== undefined) target.searchParams.set('state', authorization.state);
		return reply.redirect(target.href, 302);
	});

	app.post<{ Body: Form }>('/oauth2/token', async (request, reply) =>
		sendAnswer(reply, tokenAnswer(request.body ?? {}, tokens)),
	);
}

/** What is wrong with an authorization request, if anything. */
function problemOf({ response_type, client_id, redirect_uri }: Form): string | undefined {
	if (response_type !== 'code') return 'The response type must be code.';
	if (client_id !== application.clientId) return 'The client id is unknown.';
	if (!/^https?:\/\//.test(redirect_uri ?? '') || !URL.canParse(redirect_uri ?? ''))
		return 'The redirect URI is not valid.';
	return undefined;
}

function carriedFields(form: Form): Record<string, string> {
	const names = ['response_type', 'client_id', 'redirect_uri', 'state'];
	const carried = names.filter((name) => form[name] !== undefined);
	return Object.fromEntries(carried.map((name) => [name, form[name] ?? '']));
}

function sendPage(reply: FastifyReply, status: number, html: string): FastifyReply {
	return sendAnswer(reply, { status, contentType: 'text/html; charset=utf-8', body: html });
}

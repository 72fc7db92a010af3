import type { Answer } from '../../shared/answer';
import { application, type TokenPair, type Tokens } from './tokens';

type Form = Readonly<Record<string, string | undefined>>;

/**
 * `POST /oauth2/token`. The client's credentials are read from the form; a Basic header means nothing. A
 * code needs them, a refresh takes them or does without.
 */
export function tokenAnswer(form: Form, tokens: Tokens): Answer {
	switch (form.grant_type) {
		case 'authorization_code':
			if (!isApplication(form)) return refused('invalid_client');
			return pairAnswer(tokens.redeemCode(form.code ?? '', form.redirect_uri ?? ''));
		case 'refresh_token':
			if ((form.client_id ?? form.client_secret) !== undefined && !isApplication(form))
				return refused('invalid_client');
			return pairAnswer(tokens.refresh(form.refresh_token ?? ''));
		default:
			return refused('unsupported_grant_type');
	}
}

function isApplication({ client_id, client_secret }: Form): boolean {
	return client_id === application.clientId && client_secret === application.clientSecret;
}

function pairAnswer(pair: TokenPair | undefined): Answer {
	if (!pair) return refused('invalid_grant');
	return {
		status: 200,
		body: {
			access_token: pair.accessToken,
			token_type: 'bearer',
			expires_in: pair.expiresIn,
			refresh_token: pair.refreshToken,
		},
	};
}

function refused(error: string): Answer {
	return { status: 400, body: { error } };
}

import { randomBytes } from 'node:crypto';
import type { SosSettings } from '../settings';

const codeLifetimeMs = 10 * 60_000;

/** The registered application. Obviously made up, and the same on every start. */
export const application = {
	clientId: 'sandbox-client-id',
	clientSecret: 'sandbox-client-secret',
} as const;

/** The token a user pastes instead of going through OAuth. The same on every start. */
export const pastedToken = 'sandbox-sos-access-token';

/** What a token endpoint hands out. */
export interface TokenPair {
	accessToken: string;
	/** Left out when the one that was spent stays good. */
	refreshToken?: string;
	expiresIn: number;
}

interface Code {
	companyId: number;
	redirectUri: string;
	expiresAt: number;
}

/** The codes and tokens of a running server. Each opens one company. */
export class Tokens {
	private readonly codes = new Map<string, Code>();

	/** Access token → company and end of its life. */
	private readonly accessTokens = new Map<string, { companyId: number; expiresAt: number }>();

	/** Refresh token → company. */
	private readonly refreshTokens = new Map<string, number>();

	constructor(private readonly settings: SosSettings) {}

	/** An authorization code, good once and for ten minutes. */
	createCode(companyId: number, redirectUri: string): string {
		const code = secret('code');
		this.codes.set(code, { companyId, redirectUri, expiresAt: Date.now() + codeLifetimeMs });
		return code;
	}

	/** @returns undefined for a code that was spent, ran out, is unknown or was made for another address */
	redeemCode(code: string, redirectUri: string): TokenPair | undefined {
		const known = this.codes.get(code);
		this.codes.delete(code);
		if (!known || known.expiresAt < Date.now() || known.redirectUri !== redirectUri) return undefined;
		return {
			...this.createAccessToken(known.companyId),
			refreshToken: this.createRefreshToken(known.companyId),
		};
	}

	/** @returns undefined for a refresh token that is unknown or was replaced by a newer one */
	refresh(refreshToken: string): TokenPair | undefined {
		const companyId = this.refreshTokens.get(refreshToken);
		if (companyId === undefined) return undefined;
		const pair = this.createAccessToken(companyId);
		if (!this.settings.rotateRefreshTokens) return pair;
		this.refreshTokens.delete(refreshToken);
		return { ...pair, refreshToken: this.createRefreshToken(companyId) };
	}

	/** Makes `token` a good one for a company, for as long as a new token lives. */
	admit(token: string, companyId: number): void {
		this.accessTokens.set(token, {
			companyId,
			expiresAt: Date.now() + this.settings.tokenLifetimeSeconds * 1000,
		});
	}

	/** The company a token opens; undefined for one that is unknown or ran out. */
	companyOf(accessToken: string): number | undefined {
		const known = this.accessTokens.get(accessToken);
		return known && known.expiresAt > Date.now() ? known.companyId : undefined;
	}

	/** Ends one access token; its refresh token stays good. */
	expire(accessToken: string): void {
		this.accessTokens.delete(accessToken);
	}

	/** Ends every access token handed out so far, the pasted one included. Refresh tokens stay good. */
	expireAll(): void {
		this.accessTokens.clear();
	}

	private createAccessToken(companyId: number): TokenPair {
		const accessToken = secret('access');
		this.admit(accessToken, companyId);
		return { accessToken, expiresIn: this.settings.tokenLifetimeSeconds };
	}

	private createRefreshToken(companyId: number): string {
		const refreshToken = secret('refresh');
		this.refreshTokens.set(refreshToken, companyId);
		return refreshToken;
	}
}

/** An unguessable text that says what it is and that it belongs to the sandbox. */
export function secret(kind: string): string {
	return `sandbox-${kind}-${randomBytes(16).toString('hex')}`;
}

import { createHash } from 'node:crypto';

/**
 * Names a credential for what is shared in memory: its pace, the remembered lists. A digest, since the
 * token itself must not become a map key that ends up in a heap dump; and of the token rather than
 * the saved credential's id, because the same credential may be edited to point at another company.
 */
export function credentialKey(rootUrl: string, secret: string): string {
	return createHash('sha256').update(`${rootUrl}\n${secret}`).digest('hex');
}

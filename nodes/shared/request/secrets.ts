import { escape, escapeRegExp } from 'lodash';

const CUT_OUT = '***';

/** What is shorter would be found in innocent words; no service gives tokens that short. */
const SHORTEST_SECRET = 8;

/** A name and a password in front of a host. Of the scheme only its end is looked at, or a long word would take ages. */
const SIGNED_ADDRESS = /([a-z0-9+.-]:\/\/)[^\s/@"'<>]+@/gi;

/** A header or a field that holds a secret by its name, in the text of a request, an address or JSON. */
const NAMED_SECRET =
	/((?:x-auth-token|authorization|access_?token|refresh_?token|client_?secret|password)\\?["']?\s*[:=]\s*\\?["']?(?:(?:bearer|basic)\s+)?)(?!\*\*\*|(?:null|true|false)\b)[^\s"'<>&,;\\{}[\]]{4,}/gi;

/** Takes secrets out of a text, whoever wrote it. */
export type Cleaner = (text: string) => string;

/**
 * Makes the cleaner for one credential.
 *
 * @param secrets the credential's tokens and passwords as they were typed in; empty ones are skipped
 */
export function cleanerFor(secrets: Array<string | undefined>): Cleaner {
	const spellings = new Set(secrets.flatMap(spellingsOf));
	const longestFirst = [...spellings].sort((a, b) => b.length - a.length);
	const own = new RegExp(longestFirst.map(escapeRegExp).join('|') || '(?!)', 'gi');
	return (text) => withoutNamedSecrets(text.replace(own, CUT_OUT));
}

/** The password in an address such as `https://name:password@host`; undefined where there is none. */
export function passwordIn(address: string): string | undefined {
	try {
		return decodeURIComponent(new URL(address).password) || undefined;
	} catch {
		return undefined;
	}
}

/** Takes out what looks like a secret, where the credential is not at hand. */
export function withoutNamedSecrets(text: string): string {
	return text.replace(SIGNED_ADDRESS, `$1${CUT_OUT}@`).replace(NAMED_SECRET, `$1${CUT_OUT}`);
}

/** The ways in which a text may carry a secret: plain, in an address, in JSON, in HTML, in Base64. */
function spellingsOf(secret: string | undefined): string[] {
	const plain = [secret ?? '', (secret ?? '').trim(), (secret ?? '').replace(/\s/g, '')];
	const spelled = plain.flatMap((one) => [
		one,
		encodeURIComponent(one),
		JSON.stringify(one).slice(1, -1),
		escape(one),
		Buffer.from(one).toString('base64').replace(/=+$/, ''),
	]);
	return spelled.filter(({ length }) => length >= SHORTEST_SECRET);
}
